import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";

interface InfoOptions {
  readonly case: string;
  readonly formats?: boolean;
  readonly format?: FormatName;
}

export const addInfoCommand: AddCommand = (program, io) => {
  program
    .command("info")
    .description("count what a case holds, and list what it leaves open")
    .addOption(caseOption())
    .option("--formats", "list the formats that are read and written instead, with their endings")
    .addOption(formatOption())
    .action((options: InfoOptions) =>
      options.formats === true ? printFormats(options, io) : printCase(options, io),
    );
};

async function printCase({ case: name, format }: InfoOptions, io: Io): Promise<void> {
  const [{ openCaseGraph }, { summarizeCase }, text, { printReport }] = await Promise.all([
    import("../open-graph.js"),
    import("@redthread/core/trace"),
    import("../report/case-summary-text.js"),
    import("../print-report.js"),
  ]);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const summary = summarizeCase(graph, schema);
  const report = {
    text: (layout: Parameters<typeof text.caseSummaryText>[3]) =>
      text.caseSummaryText(name, summary, opened.manifest, layout),
    columns: text.SUMMARY_COLUMNS,
    rows: text.summaryRows(summary, opened.manifest),
  };
  await printReport(report, format, io);
}

async function printFormats({ format }: InfoOptions, io: Io): Promise<void> {
  const [{ FORMAT_COLUMNS, formatRows }, { printRows }] = await Promise.all([
    import("../known-formats.js"),
    import("../report/formats.js"),
  ]);
  await printRows(io, FORMAT_COLUMNS, formatRows(), { format });
}
