import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { formatOption } from "../report/format-option.js";
import type { SourcesOptions } from "../sources/run-sources.js";
import { wholeNumber } from "../whole-number.js";

export const addSourcesCommand: AddCommand = (program, io) => {
  program
    .command("sources")
    .description("list the independent origins behind reports, or behind the links of two things")
    .argument("[a]", "a name, an alias, or an id; all reports are listed without")
    .argument("[b]", "the other end of the links")
    .addOption(caseOption())
    .option("--limit <n>", "origins shown in the table format", wholeNumber, 40)
    .addOption(formatOption())
    .addHelpText("after", RULE)
    .action(async (a: string | undefined, b: string | undefined, options: SourcesOptions) => {
      const { runSources } = await import("../sources/run-sources.js");
      await runSources(a, b, options, io);
    });
};

const RULE = `
Reports that copy one item, also in other words, credit one agency, cite one paper or give one body's
statement are one origin. Reports whose publisher is not known never count as two by themselves. Each
reason is listed with its words and the sentence that shows it; denials stand apart.`;
