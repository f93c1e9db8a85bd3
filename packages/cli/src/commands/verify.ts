import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { EXIT } from "../exit-codes.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { verificationText } from "../report/verification-text.js";

interface VerifyOptions {
  readonly case: string;
  readonly format?: FormatName;
}

export const addVerifyCommand: AddCommand = (program, io, outcome) => {
  program
    .command("verify")
    .description("check that documents and their files are unchanged and quotes are where they say")
    .addOption(caseOption())
    .addOption(formatOption())
    .action(async ({ case: name, format }: VerifyOptions) => {
      const [{ verifyFolder }, { printRows }] = await Promise.all([
        import("../verify-folder.js"),
        import("../report/formats.js"),
      ]);
      const found = verifyFolder(name, io);
      const { problems } = found;
      if (problems.length > 0) {
        const rows = problems.map(({ kind, document, id, reason }) => [kind, document, id, reason]);
        await printRows(io, ["problem", "document", "id", "reason"], rows, { format });
        outcome.code = EXIT.evidence;
      }
      io.stderr.write(verificationText(name, found));
    });
};
