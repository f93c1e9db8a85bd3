import type { AddCommand } from "../add-command.js";
import type { DiffOptions } from "../diff/run-diff.js";
import { formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

export const addDiffCommand: AddCommand = (program, io) => {
  program
    .command("diff")
    .description("tell what a newer case added, confirmed, contradicted, merged, split and lost")
    .argument("<older>", "folder of the older case")
    .argument("<newer>", "folder of the newer case")
    .option("--limit <n>", "changes of each kind shown in the table format", wholeNumber, 20)
    .addOption(formatOption())
    .action(async (older: string, newer: string, options: DiffOptions) => {
      const { runDiff } = await import("../diff/run-diff.js");
      await runDiff(older, newer, options, io);
    });
};
