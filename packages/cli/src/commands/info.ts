import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { type FormatName, formatOption } from "../report/format-option.js";

interface InfoOptions {
  readonly case: string;
  readonly format?: FormatName;
}

export const addInfoCommand: AddCommand = (program, io) => {
  program
    .command("info")
    .description("count what a case holds, and list what it leaves open")
    .addOption(caseOption())
    .addOption(formatOption())
    .action(async ({ case: name, format }: InfoOptions) => {
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
    });
};
