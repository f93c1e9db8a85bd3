import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { ConflictsOptions } from "../conflicts/run-conflicts.js";
import { formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

export const addConflictsCommand: AddCommand = (program, io) => {
  program
    .command("conflicts")
    .description(
      "list what reports tell differently of one thing, side by side with their sentences",
    )
    .addOption(caseOption())
    .option("--limit <n>", "conflicts shown in the table format", wholeNumber, 20)
    .addOption(formatOption())
    .addHelpText("after", RULE)
    .action(async (options: ConflictsOptions) => {
      const { runConflicts } = await import("../conflicts/run-conflicts.js");
      await runConflicts(options, io);
    });
};

const RULE = `
Conflicts come first. \`bound and exact\`, \`approximate\`, \`different definition\` and \`different period\` can
all be true; what a later report corrects or withdraws is marked so and weighs nothing. That nothing is
told differently is an answer: the exit code is 0.`;
