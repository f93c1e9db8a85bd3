import { Option } from "commander";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";

interface ReviewOptions {
  readonly case: string;
  readonly links?: boolean;
  readonly conflicts?: boolean;
  readonly by?: string;
  readonly format?: "jsonl";
  readonly answers?: string;
}

export const addReviewCommand: AddCommand = (program, io, outcome) => {
  program
    .command("review")
    .description("judge what a case leaves open, one question after the other")
    .addOption(caseOption())
    .addOption(new Option("--links", "judge doubtful links instead").conflicts("conflicts"))
    .option("--conflicts", "look at what reports disagree on instead")
    .option("--by <name>", "who judges; unless told, as git or the machine knows you")
    .addOption(
      new Option("--format <format>", "print the questions instead, a line each").choices([
        "jsonl",
      ]),
    )
    .option("--answers <file>", "take answers from a file of such lines; - is standard input")
    .addHelpText("after", RULE)
    .action(async ({ links, conflicts, ...options }: ReviewOptions) => {
      const { runReview } = await import("../review/run-review.js");
      const queue = links === true ? "links" : conflicts === true ? "conflicts" : "pairs";
      outcome.code = await runReview({ ...options, queue }, io);
    });
};

const RULE = `
What would change most in the graph comes first. Keys: s same, d different, u unsure, k skip, z undo,
q quit, ? help. Every answer is written at once to a file of yours in the folder \`judgements\` of the case,
so that a session that was cut off goes on where it stopped; \`redthread rebuild\` follows the answers.
docs/review.md is the guide.`;
