import { RedthreadError } from "@redthread/core/errors";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import type { AddCommand } from "../program.js";
import { chosenFormat, type FormatName, formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

interface PathOptions {
  readonly case: string;
  readonly limit: number;
  readonly maxHops: number;
  readonly format?: FormatName;
}

export const addPathCommand: AddCommand = (program, io) => {
  program
    .command("path")
    .description("find chains between two entities, with the sentence behind every hop")
    .argument("<from>", "a name, an alias, or an id")
    .argument("<to>", "a name, an alias, or an id")
    .addOption(caseOption())
    .option("--limit <n>", "chains to show", wholeNumber, 3)
    .option("--max-hops <n>", "hops a chain may have", wholeNumber, 6)
    .addOption(formatOption())
    .action((from: string, to: string, options: PathOptions) => runPath(from, to, options, io));
};

async function runPath(
  fromName: string,
  toName: string,
  { case: name, limit, maxHops, format }: PathOptions,
  io: Io,
): Promise<void> {
  const [{ openCaseGraph }, { findOne }, { findChains }, text, { printReport }] = await Promise.all(
    [
      import("../open-graph.js"),
      import("../find-one.js"),
      import("@redthread/core/trace"),
      import("../report/chains-text.js"),
      import("../print-report.js"),
    ],
  );
  const { graph } = await openCaseGraph(name, io);
  const from = findOne(graph, fromName);
  const to = findOne(graph, toName);
  if (from.node === to.node) {
    throw new RedthreadError(
      "USAGE",
      `\`${fromName}\` and \`${toName}\` both mean \`${from.id}\`. Name two different entities, or use \`show\`.`,
    );
  }
  const result = findChains(graph, from.node, to.node, { limit, maxHops });
  const isEmpty = result.chains.length === 0;
  const none = isEmpty ? text.noChainText(from, to, result) : "";
  if (isEmpty && chosenFormat(format, io) !== "table") io.stderr.write(none);
  const report = {
    text: (layout: Parameters<typeof text.chainsText>[3]) =>
      isEmpty ? none : text.chainsText(from, to, result, layout),
    columns: text.CHAIN_COLUMNS,
    rows: text.chainRows(result),
  };
  await printReport(report, format, io);
}
