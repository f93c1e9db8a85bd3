import { InvalidArgumentError } from "commander";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { CiteOptions } from "../cite/run-cite.js";

const STYLES = ["text", "markdown", "bibtex", "csl"] as const;

export const addCiteCommand: AddCommand = (program, io) => {
  program
    .command("cite")
    .description("cite the links between two entities: footnotes, BibTeX or CSL JSON")
    .argument("<from>", "a name, an alias, or an id")
    .argument("<to>", "a name, an alias, or an id")
    .addOption(caseOption())
    .option("--style <name>", STYLES.join(", "), readStyle, "text" as const)
    .option("--type <type>", "only links of this relationship type")
    .action(async (from: string, to: string, options: CiteOptions) => {
      const { runCite } = await import("../cite/run-cite.js");
      await runCite(from, to, options, io);
    });
};

function readStyle(text: string): (typeof STYLES)[number] {
  const found = STYLES.find((name) => name === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It is one of ${STYLES.join(", ")}.`);
}
