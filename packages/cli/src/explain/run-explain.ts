import {
  type Explanation,
  explainDocument,
  type ReadInput,
  readDocument,
  whyLinked,
} from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { pathFrom } from "../case-option.js";
import { findInputs } from "../input/find-inputs.js";
import type { FoundInput } from "../input/finder.js";
import { readForeign } from "../input/read-foreign.js";
import type { Io } from "../io.js";
import { loadPackOnce } from "../load-pack-once.js";
import { Output } from "../output.js";
import { readPackFiles } from "../pack-files.js";
import { explanationText } from "../report/explanation-text.js";
import { jsonData } from "../report/json-text.js";
import { whyText } from "../report/why-text.js";
import { layoutFor } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { writeWholeFile } from "../write-whole-file.js";

/** The options as they are written. */
export interface ExplainOptions {
  readonly pack?: string;
  readonly sentence?: number;
  readonly syntax: boolean;
  readonly why?: readonly string[];
  readonly html?: string;
  readonly format?: "text" | "json";
}

/**
 * Explains one report on standard output, or as a page.
 * @throws RedthreadError `USAGE`, `INPUT_EMPTY`, `INPUT_UNREADABLE`, `INPUT_UNSUPPORTED`, `INPUT_TOO_LARGE`, `PACK_INVALID`.
 */
export async function runExplain(file: string, options: ExplainOptions, io: Io): Promise<void> {
  const ends = whyEnds(options.why);
  const input = oneInput(file, io);
  const pack = loadPackOnce(readPackFiles(options.pack, io.cwd));
  const document = readDocument(await oneReport(input), { pack });
  const explanation = explainDocument(document, pack);
  checkSentence(explanation, options.sentence);
  if (options.html !== undefined) {
    await writePage(explanation, options.html, io);
    return;
  }
  const output = new Output(io.stdout);
  await output.write(answerText(explanation, ends, options, io));
  await output.flush();
}

function answerText(
  explanation: Explanation,
  ends: readonly [string, string] | null,
  { sentence, syntax, format }: ExplainOptions,
  io: Io,
): string {
  const answer = ends === null ? null : whyLinked(explanation, ...ends);
  if ((format ?? (io.stdout.isTTY === true ? "text" : "json")) === "json")
    return `${jsonData({ ...(answer ?? only(explanation, sentence)) }, 2)}\n`;
  const layout = layoutFor(io);
  if (answer !== null) return whyText(explanation, answer, layout);
  return explanationText(explanation, { sentence, syntax }, layout);
}

/** The explanation with one sentence and what it tells, or all of it. */
function only(explanation: Explanation, number: number | undefined): Explanation {
  if (number === undefined) return explanation;
  const sentences = explanation.sentences.filter((one) => one.number === number);
  return {
    ...explanation,
    sentences,
    actions: explanation.actions.filter((one) => one.sentences.includes(number)),
    claims: explanation.claims.filter((one) => one.sentence === number),
  };
}

async function writePage(explanation: Explanation, file: string, io: Io): Promise<void> {
  const { renderExplanation } = await import("@redthread/viewer");
  writeWholeFile(pathFrom(io, file), renderExplanation(explanation));
  io.stderr.write(`Wrote \`${visibleText(file)}\`.\n`);
}

/** The one file that a word means. */
function oneInput(file: string, io: Io): FoundInput {
  const { inputs, failed, skipped } = findInputs([file], { cwd: io.cwd, excluded: new Set() });
  const [input, ...others] = inputs;
  if (input !== undefined && others.length === 0) return input;
  const name = visibleText(file);
  if (input !== undefined)
    throw new RedthreadError(
      "USAGE",
      `\`${name}\` holds ${inputs.length} files; one report is explained at a time. Name one of them, such as \`${visibleText(input.path)}\`.`,
    );
  const [reason] = [...failed, ...skipped].map((one) => one.reason);
  throw new RedthreadError(
    "INPUT_EMPTY",
    `\`${name}\` holds no file to read${reason === undefined ? "" : ` (${reason})`}. Pass a report, such as a .txt, .md or .html file.`,
  );
}

/**
 * What the core reads of a file: itself, or the page that its reader made of it. A mail is explained
 * without what it holds.
 */
async function oneReport(input: FoundInput): Promise<ReadInput> {
  const { inputs, failures } = await readForeign([input]);
  const [first] = failures;
  if (first !== undefined && inputs.length === 0)
    throw new RedthreadError(
      first.code === "UNEXPECTED" ? "INPUT_UNREADABLE" : first.code,
      first.reason,
    );
  const own = inputs.find(({ path }) => path === input.path);
  if (own !== undefined) return own;
  const name = visibleText(input.path);
  const [part] = inputs;
  throw new RedthreadError(
    "USAGE",
    `\`${name}\` holds ${inputs.length} reports; one is explained at a time. Unpack it and name one, such as ${visibleText(part?.path ?? "")}.`,
  );
}

function whyEnds(names: readonly string[] | undefined): readonly [string, string] | null {
  if (names === undefined) return null;
  const [from, to, ...others] = names;
  if (from !== undefined && to !== undefined && others.length === 0) return [from, to];
  throw new RedthreadError(
    "USAGE",
    `\`--why\` takes two names and got ${names.length}. Write the file before it, and quote names with spaces.`,
  );
}

function checkSentence({ counts: { sentences } }: Explanation, asked: number | undefined): void {
  if (asked === undefined || asked <= sentences) return;
  const has = sentences === 1 ? "one sentence" : `${sentences} sentences`;
  throw new RedthreadError("USAGE", `\`--sentence ${asked}\` is none: the report has ${has}.`);
}
