import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { EXIT } from "../exit-codes.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { verificationText } from "../report/verification-text.js";

interface VerifyOptions {
  readonly case: string;
  readonly pack?: string;
  readonly format?: FormatName;
}

export const addVerifyCommand: AddCommand = (program, io, outcome) => {
  program
    .command("verify")
    .description(
      "check that a case is as it was built, quotes stand, and the graph follows from them",
    )
    .addOption(caseOption())
    .option(
      "--pack <name|folder>",
      "the domain pack the case was built with, where it lies elsewhere",
    )
    .addOption(formatOption())
    .addHelpText("after", RULE)
    .action(async ({ case: name, pack, format }: VerifyOptions) => {
      const [{ verifyFolder }, { printRows }] = await Promise.all([
        import("../verify-folder.js"),
        import("../report/formats.js"),
      ]);
      const found = await verifyFolder(name, pack, io);
      const { problems } = found;
      if (problems.length > 0) {
        const rows = problems.map(({ kind, document, id, reason }) => [kind, document, id, reason]);
        await printRows(io, ["problem", "document", "id", "reason"], rows, { format });
        outcome.code = EXIT.evidence;
      }
      io.stderr.write(verificationText(name, found));
    });
};

const RULE = `
Every file is held against the manifest, every quote against its text, and every derived file against
what this program reads in the stored texts with judgements, external claims and pack, which takes as
long as a first build. Nothing is written.`;
