import { RedthreadError } from "@redthread/core/errors";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { chosenFormat, type FormatName, formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

interface PathOptions {
  readonly case: string;
  readonly limit: number;
  readonly maxHops: number;
  readonly format?: FormatName;
}

export const addPathCommand: AddCommand = (program, io, outcome) => {
  program
    .command("path")
    .description("find chains between two entities, with the sentence behind every hop")
    .argument("<from>", "a name, an alias, or an id")
    .argument("<to>", "a name, an alias, or an id")
    .addOption(caseOption())
    .option("--limit <n>", "chains to show", wholeNumber, 3)
    .option("--max-hops <n>", "hops a chain may have", wholeNumber, 6)
    .addOption(formatOption())
    .addHelpText("after", EXIT_RULE)
    .action(async (from: string, to: string, options: PathOptions) => {
      outcome.code = await runPath(from, to, options, io);
    });
};

const EXIT_RULE = `
Ends with 1 where no chain of evidence joins the two; reports that name both are then shown as such.`;

async function runPath(
  fromName: string,
  toName: string,
  { case: name, limit, maxHops, format }: PathOptions,
  io: Io,
): Promise<ExitCode> {
  const [
    { openCaseGraph },
    { checkTexts },
    { findOne },
    { createTrace, describeChain, findChains },
    text,
    { printReport },
  ] = await Promise.all([
    import("../open-graph.js"),
    import("../case/check-texts.js"),
    import("../find-one.js"),
    import("@redthread/core/trace"),
    import("../report/chains-text.js"),
    import("../print-report.js"),
  ]);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const from = findOne(graph, fromName);
  const to = findOne(graph, toName);
  if (from.node === to.node) {
    throw new RedthreadError(
      "USAGE",
      `\`${fromName}\` and \`${toName}\` both mean \`${from.id}\`. Name two different entities, or use \`show\`.`,
    );
  }
  const trace = createTrace(graph, schema);
  const indexOf = (slot: number): number => trace.nodeAt.get(slot) ?? -1;
  const found = findChains(trace.graph, indexOf(from.node), indexOf(to.node), { limit, maxHops });
  const result = { ...found, chains: found.chains.map((chain) => describeChain(trace, chain)) };
  const links = result.chains.flatMap((chain) => chain.steps.map((step) => step.link));
  const quotes = links.flatMap((link) => [...link.quotes, ...link.denials]);
  checkTexts(opened, graph, new Set(quotes.map((quote) => quote.document)));
  const isEmpty = result.chains.length === 0;
  const isJoined = !isEmpty && result.kind !== "same-report";
  const none = isEmpty ? text.noChainText(from, to, result) : "";
  if (!isJoined && chosenFormat(format, io) !== "table") {
    io.stderr.write(isEmpty ? none : `${text.chainsHeading(from, to, result)}\n`);
  }
  const report = {
    text: (layout: Parameters<typeof text.chainsText>[3]) =>
      isEmpty ? none : text.chainsText(from, to, result, layout),
    columns: text.CHAIN_COLUMNS,
    rows: text.chainRows(result),
  };
  await printReport(report, format, io);
  return isJoined ? EXIT.done : EXIT.failed;
}
