import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { gather } from "../gather.js";
import { formatOption } from "../report/format-option.js";
import type { WhoCrossesOptions } from "../who-crosses/run-who-crosses.js";
import { wholeNumber } from "../whole-number.js";

export const addWhoCrossesCommand: AddCommand = (program, io) => {
  program
    .command("who-crosses")
    .description("list who is active in two states or more, with the links that say so")
    .argument("[states...]", "only who is active in all of these, by name, alias or id")
    .addOption(caseOption())
    .option("--type <label>", "only entities of this type; may be given again", gather)
    .option("--candidates", "count links of the lowest band too")
    .option("--limit <n>", "how many are shown in the table format", wholeNumber, 10)
    .option("--quotes <n>", "quotes shown a link in the table format", wholeNumber, 1)
    .addOption(formatOption())
    .action(async (states: readonly string[], options: WhoCrossesOptions) => {
      const { runWhoCrosses } = await import("../who-crosses/run-who-crosses.js");
      await runWhoCrosses(states, options, io);
    });
};
