import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { formatOption } from "../report/format-option.js";
import type { ShowOptions } from "../show/run-show.js";
import { wholeNumber } from "../whole-number.js";

export const addShowCommand: AddCommand = (program, io) => {
  program
    .command("show")
    .description(
      "tell all that is known of one entity, with the sentences that say so and why it is one",
    )
    .argument("<entity>", "its name, an alias, or its id")
    .addOption(caseOption())
    .option(
      "--quotes <n>",
      "quotes shown a link, and merges a reason, in the table format",
      wholeNumber,
      2,
    )
    .addOption(formatOption())
    .action(async (wanted: string, options: ShowOptions) => {
      const { runShow } = await import("../show/run-show.js");
      await runShow(wanted, options, io);
    });
};
