import { RedthreadError } from "@redthread/core/errors";
import {
  answerChains,
  bandsOfChains,
  createTrace,
  describeChain,
  type Trace,
} from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import { pathFrom } from "../case-option.js";
import type { Io } from "../io.js";
import { type CaseGraph, openCaseGraph } from "../open-graph.js";
import { Output } from "../output.js";
import { printReport } from "../print-report.js";
import {
  CHAIN_COLUMNS,
  chainRows,
  chainsHeading,
  chainsText,
  noChainText,
} from "../report/chains-text.js";
import { chosenFormat, type FormatName } from "../report/format-option.js";
import { jsonData } from "../report/json-text.js";
import { visibleText } from "../terminal/visible-text.js";
import { answerLine, answerPair, type ChainAnswer, type ChainQuestion } from "./answer-pair.js";
import { readPairs } from "./read-pairs.js";

type Options = ChainQuestion & { readonly case: string; readonly format?: FormatName };

/**
 * Answers one pair.
 * @throws RedthreadError `USAGE`, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, and what opening a case throws.
 */
export async function runPath(
  from: string | undefined,
  to: string | undefined,
  { case: name, format, ...question }: Options,
  io: Io,
): Promise<void> {
  if (from === undefined || to === undefined) {
    throw new RedthreadError(
      "USAGE",
      "`path` joins two entities. Name both, or give a file of pairs with `--pairs`.",
    );
  }
  const opened = await openCaseGraph(name, io);
  const trace = createTrace(opened.graph, opened.schema);
  const answer = answerPair(trace, from, to, question);
  checkQuoted(opened, trace, answer);
  const chosen = chosenFormat(format, io);
  if (chosen === "json" || chosen === "jsonl") {
    await printAnswer(trace, answer, chosen === "json" ? 2 : undefined, io);
  } else {
    await printChains(trace, answer, format, io);
  }
}

/** Reads in full the texts that the chains quote, so that no quote is shown which its text does not have. */
function checkQuoted({ opened, graph }: CaseGraph, trace: Trace, { result }: ChainAnswer): void {
  const links = result.chains.flatMap((chain) =>
    describeChain(trace, chain).steps.map(({ link }) => link),
  );
  const quotes = links.flatMap((link) => [...link.quotes, ...link.denials]);
  checkTexts(opened, graph, new Set(quotes.map((quote) => quote.document)));
}

async function printAnswer(
  trace: Trace,
  { from, to, result }: ChainAnswer,
  indent: number | undefined,
  io: Io,
): Promise<void> {
  const output = new Output(io.stdout);
  await output.write(
    `${jsonData(answerChains(trace, from, to, result, noChainText(from, to, result)), indent)}\n`,
  );
  await output.flush();
}

async function printChains(
  trace: Trace,
  { from, to, result }: ChainAnswer,
  format: FormatName | undefined,
  io: Io,
): Promise<void> {
  const described = {
    ...result,
    chains: result.chains.map((chain) => describeChain(trace, chain)),
    bands: bandsOfChains(trace, result.chains),
  };
  const none = result.chains.length === 0 ? `${noChainText(from, to, result)}\n` : null;
  const isTable = chosenFormat(format, io) === "table";
  if (!isTable && none !== null) io.stderr.write(none);
  if (!isTable && none === null && result.kind !== "linked") {
    io.stderr.write(`${chainsHeading(from, to, described)}\n`);
  }
  const report = {
    text: (layout: Parameters<typeof chainsText>[3]) =>
      none ?? chainsText(from, to, described, layout),
    columns: CHAIN_COLUMNS,
    rows: chainRows(described),
  };
  await printReport(report, format, io);
}

/**
 * Answers many pairs on one case, a line of JSON each, in their order. A pair that cannot be answered
 * has its error in its line.
 * @throws RedthreadError `USAGE`, `INPUT_UNREADABLE`, and what opening a case throws.
 */
export async function runPairs(
  from: string | undefined,
  { case: name, pairs, format, ...question }: Options & { readonly pairs: string },
  io: Io,
): Promise<void> {
  if (from !== undefined) {
    throw new RedthreadError(
      "USAGE",
      `With \`--pairs\` the names stand in the file; \`${visibleText(from)}\` is one too many.`,
    );
  }
  if (format !== undefined && format !== "jsonl") {
    throw new RedthreadError(
      "USAGE",
      `\`--pairs\` answers in jsonl, a line a pair; \`--format ${format}\` does not fit.`,
    );
  }
  const { graph, schema } = await openCaseGraph(name, io, "all");
  const trace = createTrace(graph, schema);
  const output = new Output(io.stdout);
  const lines = await readPairs(pairs === "-" ? io.stdin : pathFrom(io, pairs), pairs);
  for (const line of lines) {
    await output.write(`${jsonData(answerLine(trace, line, question))}\n`);
  }
  await output.flush();
}
