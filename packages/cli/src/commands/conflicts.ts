import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";

interface ConflictsOptions {
  readonly case: string;
  readonly format?: FormatName;
}

export const addConflictsCommand: AddCommand = (program, io) => {
  program
    .command("conflicts")
    .description(
      "list what reports tell differently of one thing, side by side with their sentences",
    )
    .addOption(caseOption())
    .addOption(formatOption())
    .addHelpText("after", RULE)
    .action((options: ConflictsOptions) => runConflicts(options, io));
};

const RULE = `
Conflicts come first. \`bound and exact\`, \`approximate\`, \`different definition\` and \`different period\` can
all be true; what a later report corrects or withdraws is marked so and weighs nothing. That nothing is
told differently is an answer: the exit code is 0.`;

async function runConflicts({ case: name, format }: ConflictsOptions, io: Io): Promise<void> {
  const [{ openCaseGraph }, { listDisagreements }, stored, text, { printReport }] =
    await Promise.all([
      import("../open-graph.js"),
      import("@redthread/core/trace"),
      import("../case/stored-claims.js"),
      import("../report/conflicts-text.js"),
      import("../print-report.js"),
    ]);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const documents = stored.readDocuments(opened);
  const claims = stored.readClaims(opened, documents);
  const speakerOf = text.createSpeakers(stored.readOrigins(opened));
  const found = listDisagreements(graph, schema, claims, speakerOf);
  const report = {
    text: (layout: Parameters<typeof text.conflictsText>[1]) => text.conflictsText(found, layout),
    columns: text.CONFLICT_COLUMNS,
    rows: text.conflictRows(found),
  };
  await printReport(report, format, io);
}
