import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { GapsOptions } from "../gaps/run-gaps.js";
import { gather } from "../gather.js";
import { formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

export const addGapsCommand: AddCommand = (program, io) => {
  program
    .command("gaps")
    .description("list what a case leaves open: what to ask next, and what most depends on it")
    .addOption(caseOption())
    .option("--only <kind>", "one kind of gap; may be given again", gather)
    .option("--limit <n>", "gaps of each kind shown in the table format", wholeNumber, 10)
    .option("--quotes <n>", "quotes shown a link in the table format", wholeNumber, 1)
    .addOption(formatOption())
    .addHelpText("after", KINDS)
    .action(async (options: GapsOptions) => {
      const { runGaps } = await import("../gaps/run-gaps.js");
      await runGaps(options, io);
    });
};

const KINDS = `
Kinds: single-source, links that one origin alone tells and that alone tie things to the rest; unnamed,
groups without a name; undated-post, posts of which no report says when; may-be-one, pairs that wait
for a person; stateless, those who act and whom no report sets in a state.`;
