import { InvalidArgumentError, Option } from "commander";
import type { AddCommand } from "../add-command.js";
import type { ExplainOptions } from "../explain/run-explain.js";

export const addExplainCommand: AddCommand = (program, io) => {
  program
    .command("explain")
    .description(
      "show what is read in one report and why: names, clauses, links, what was rejected",
    )
    .argument("<file>", "the report")
    .option("--pack <name|folder>", "the domain pack to read with; the first one unless told")
    .option("--sentence <n>", "only this sentence, counted from 1", oneBased)
    .option("--no-syntax", "leave out names, noun groups, clauses and words of doubt")
    .option("--why <names...>", 'why two names are linked, or are not: --why "A" "B"')
    .option("--html <file>", "write one page instead, which needs nothing else to be read")
    .addOption(
      new Option(
        "-f, --format <name>",
        "text or json; text on a terminal, json in a pipe unless told",
      ).choices(["text", "json"]),
    )
    .addHelpText("after", RULES)
    .action(async (file: string, options: ExplainOptions) => {
      const { runExplain } = await import("../explain/run-explain.js");
      await runExplain(file, options, io);
    });
};

const RULES = `
No case is read or written. That two names are not linked is an answer: the exit code is 0. What was
rejected is told by the very rules that rejected it.`;

function oneBased(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It is a whole number from 1.");
}
