import { RedthreadError } from "@redthread/core/errors";
import { createTrace } from "@redthread/core/trace";
import { pathFrom } from "../case-option.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { type Io, widthOf } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { Output } from "../output.js";
import { counted } from "../terminal/counted.js";
import { layoutFor } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { takeAnswers } from "./answer-file.js";
import { AnswerSession } from "./answer-session.js";
import { itemLine } from "./item-lines.js";
import { readJudged } from "./judged-already.js";
import { JudgementWriter, readAnswers } from "./judgement-writer.js";
import { runKeyboard } from "./keyboard.js";
import { QUEUE_KINDS } from "./registry.js";
import type { QueueKind, ReviewCase, ReviewItem } from "./review-item.js";
import { reviewerName } from "./reviewer.js";

export interface ReviewRequest {
  readonly case: string;
  /** Name of the queue. */
  readonly queue: string;
  readonly by?: string;
  readonly format?: "jsonl";
  readonly answers?: string;
}

/** Puts the open questions of a case before a person, or before a program line by line. */
export async function runReview(request: ReviewRequest, io: Io): Promise<ExitCode> {
  const kind = QUEUE_KINDS.find(({ name }) => name === request.queue) ?? QUEUE_KINDS[0];
  const { opened, graph, schema } = await openCaseGraph(request.case, io);
  const reviewed: ReviewCase = { opened, trace: createTrace(graph, schema) };
  if (request.format === "jsonl") {
    await printQueue(openItems(reviewed, kind), kind, io);
    return EXIT.done;
  }
  const writer = new JudgementWriter(pathFrom(io, request.case), reviewerName(request.by, io), io);
  if (request.answers !== undefined) {
    const content = await readAnswers(request.answers, pathFrom(io, request.answers), io);
    const faulty = takeAnswers(content, { trace: reviewed.trace, writer, io });
    io.stderr.write(closingText(writer, request.case));
    return faulty > 0 ? EXIT.failed : EXIT.done;
  }
  return answerByKeys(openItems(reviewed, kind), kind, { request, writer, io });
}

function openItems(reviewed: ReviewCase, kind: QueueKind): readonly ReviewItem[] {
  const isJudged = readJudged(reviewed.opened.folder);
  return kind.collect(reviewed).filter((item) => !isJudged(item, kind.choices));
}

async function printQueue(items: readonly ReviewItem[], kind: QueueKind, io: Io): Promise<void> {
  const output = new Output(io.stdout);
  for (const item of items) await output.write(`${itemLine(item, kind)}\n`);
  await output.flush();
}

const ROWS = 24;
const SIGNAL_EXIT: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

async function answerByKeys(
  items: readonly ReviewItem[],
  kind: QueueKind,
  { request, writer, io }: { request: ReviewRequest; writer: JudgementWriter; io: Io },
): Promise<ExitCode> {
  if (items.length === 0) {
    io.stderr.write(`${kind.nothing}\n`);
    return EXIT.done;
  }
  if (io.stdin.isTTY !== true || io.stdout.isTTY !== true) throw noTerminal(items.length);
  const session = new AnswerSession({
    title: `redthread review · ${request.case} · by ${writer.by}`,
    items,
    choices: kind.choices,
    writer,
    layout: () => ({
      ...layoutFor(io),
      width: widthOf(io.stdout, io.env),
      rows: io.stdout.rows ?? ROWS,
    }),
  });
  const signal = await runKeyboard(session, io);
  io.stderr.write(closingText(writer, request.case));
  // The shell's way to say that a signal ended it.
  return signal === null ? EXIT.done : ((SIGNAL_EXIT[signal] ?? EXIT.failed) as ExitCode);
}

const noTerminal = (count: number): RedthreadError =>
  new RedthreadError(
    "USAGE",
    `${counted(count, "question")} ${count === 1 ? "waits" : "wait"}, and there is no terminal to ask them on. Print them with \`--format jsonl\`, fill in \`verdict\`, and hand them back with \`--answers FILE\`.`,
  );

function closingText({ written, file }: JudgementWriter, name: string): string {
  if (written <= 0) return "No judgement was written.\n";
  const shown = visibleText(`${name}/${file}`);
  return `${counted(written, "judgement")} written to ${shown}; \`redthread rebuild -c ${visibleText(name)}\` follows ${written === 1 ? "it" : "them"}.\n`;
}
