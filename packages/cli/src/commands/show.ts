import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

interface ShowOptions {
  readonly case: string;
  readonly quotes: number;
  readonly format?: FormatName;
}

export const addShowCommand: AddCommand = (program, io) => {
  program
    .command("show")
    .description("tell all that is known of one entity, with the sentences that say so")
    .argument("<entity>", "its name, an alias, or its id")
    .addOption(caseOption())
    .option("--quotes <n>", "quotes shown a link in the table format", wholeNumber, 2)
    .addOption(formatOption())
    .action(async (wanted: string, { case: name, quotes, format }: ShowOptions) => {
      const [
        { openCaseGraph },
        { checkTexts },
        { findOne },
        { createTrace, describeEntity },
        text,
        printed,
      ] = await Promise.all([
        import("../open-graph.js"),
        import("../case/check-texts.js"),
        import("../find-one.js"),
        import("@redthread/core/trace"),
        import("../report/dossier-text.js"),
        import("../print-report.js"),
      ]);
      const { opened, graph, schema } = await openCaseGraph(name, io);
      const trace = createTrace(graph, schema);
      const dossier = describeEntity(trace, findOne(trace, wanted).node);
      const links = dossier.links.flatMap(({ link }) => [...link.quotes, ...link.denials]);
      checkTexts(opened, graph, new Set([...dossier.quotes, ...links].map((one) => one.document)));
      const report = {
        text: (layout: Parameters<typeof text.dossierText>[2]) =>
          text.dossierText(dossier, quotes, layout),
        columns: text.DOSSIER_COLUMNS,
        rows: text.dossierRows(dossier),
      };
      await printed.printReport(report, format, io);
    });
};
