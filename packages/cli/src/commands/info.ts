import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";

interface InfoOptions {
  readonly case: string;
  readonly formats?: boolean;
  readonly coverage?: boolean;
  readonly format?: FormatName;
}

export const addInfoCommand: AddCommand = (program, io) => {
  program
    .command("info")
    .description("count what a case holds, and list what it leaves open")
    .addOption(caseOption())
    .option("--formats", "list the formats that are read and written instead, with their endings")
    .option("--coverage", "list instead how much of each file was read, and why the rest was not")
    .addOption(formatOption())
    .action((options: InfoOptions) => {
      if (options.formats === true) return printFormats(options, io);
      return options.coverage === true ? printCoverage(options, io) : printCase(options, io);
    });
};

async function printCoverage({ case: name, format }: InfoOptions, io: Io): Promise<void> {
  const [{ openCase }, { pathFrom }, { readCoverage }, text, { printReport }] = await Promise.all([
    import("../case/read-case.js"),
    import("../case-option.js"),
    import("../case/read-coverage.js"),
    import("../report/coverage-text.js"),
    import("../print-report.js"),
  ]);
  const files = readCoverage(openCase(pathFrom(io, name), name));
  const report = {
    text: (layout: Parameters<typeof text.coverageText>[2]) =>
      text.coverageText(name, files, layout),
    columns: text.COVERAGE_COLUMNS,
    rows: text.coverageRows(files),
  };
  await printReport(report, format, io);
}

async function printCase({ case: name, format }: InfoOptions, io: Io): Promise<void> {
  const [{ openCaseGraph }, { summarizeCase }, { readJudgedLines }, text, { printReport }] =
    await Promise.all([
      import("../open-graph.js"),
      import("@redthread/core/trace"),
      import("../case/judged-lines.js"),
      import("../report/case-summary-text.js"),
      import("../print-report.js"),
    ]);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const told = {
    summary: summarizeCase(graph, schema),
    manifest: opened.manifest,
    judged: readJudgedLines(opened),
  };
  const report = {
    text: (layout: Parameters<typeof text.caseSummaryText>[2]) =>
      text.caseSummaryText(name, told, layout),
    columns: text.SUMMARY_COLUMNS,
    rows: text.summaryRows(told),
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
