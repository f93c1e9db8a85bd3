import { InvalidArgumentError } from "commander";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { gather } from "../gather.js";
import type { ChainQuestion } from "../path/answer-pair.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { wholeNumber } from "../whole-number.js";

interface PathOptions extends ChainQuestion {
  readonly case: string;
  readonly pairs?: string;
  readonly format?: FormatName;
}

/** The options as they are written: `--ground` asks for common ground. */
type GivenOptions = PathOptions & Partial<Readonly<Record<"ground", boolean>>>;

export const addPathCommand: AddCommand = (program, io) => {
  program
    .command("path")
    .description("find chains between two entities, with the sentence behind every hop")
    .argument("[from]", "a name, an alias, or an id")
    .argument("[to]", "a name, an alias, or an id")
    .addOption(caseOption())
    .option("--limit <n>", "chains to show", wholeNumber, 3)
    .option("--max <n>", "hops a chain may have", wholeNumber, 6)
    .option("--types <list>", "only these relationship types, parted by commas", list)
    .option("--not <what>", "leave out an entity or a type; may be given again", gather)
    .option("--via <entity>", "only chains that pass it; may be given again", gather)
    .option("--at <date>", "only what held or happened then: a day, month or year")
    .option("--between <dates>", "the same for a span, such as 2025-12/2026-02")
    .option("--min-confidence <n>", "only links at least so sure, from 0 to 1", share)
    .option("--modality <list>", "only links put so: asserted, attempted, planned, alleged", list)
    .option("--cross-border", "only chains that cross a border")
    .option("--ground", "where no chain of links is found, show what both have in common")
    .option(
      "--pairs <path>",
      "answer a pair a line, `from<TAB>to`, with a line of JSON; - is stdin",
    )
    .addOption(formatOption())
    .addHelpText("after", RULES)
    .action(async (from: string | undefined, to: string | undefined, given: GivenOptions) => {
      const { ground, ...rest } = given;
      const options = { ...rest, ...(ground === undefined ? {} : { commonGround: ground }) };
      const { runPairs, runPath } = await import("../path/run-path.js");
      if (options.pairs !== undefined)
        await runPairs(from, { ...options, pairs: options.pairs }, io);
      else await runPath(from, to, options, io);
    });
};

const RULES = `
The chain whose weakest link is of the highest band comes first (confirmed, likely, candidate); then the
one with fewer changes from report to report, the shorter one, the surer one. States, goods, publishers, wide places and reports are
no links. What no report dates is kept with \`--at\` and \`--between\`, and marked.
That no chain is found is an answer: the exit code is 0.`;

const list = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(",").flatMap((part) => part.trim() || []),
];

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError("It is a number from 0 to 1.");
}
