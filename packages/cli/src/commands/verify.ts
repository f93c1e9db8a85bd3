import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { EXIT } from "../exit-codes.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { counted } from "../terminal/counted.js";

interface VerifyOptions {
  readonly case: string;
  readonly format?: FormatName;
}

export const addVerifyCommand: AddCommand = (program, io, outcome) => {
  program
    .command("verify")
    .description("check that every document is unchanged and every quote is where it says")
    .addOption(caseOption())
    .addOption(formatOption())
    .action(async ({ case: name, format }: VerifyOptions) => {
      const [{ verifyFolder }, { printRows }] = await Promise.all([
        import("../verify-folder.js"),
        import("../report/formats.js"),
      ]);
      const { documents, quotes, problems } = verifyFolder(name, io);
      if (problems.length > 0) {
        const rows = problems.map(({ kind, document, id, reason }) => [kind, document, id, reason]);
        await printRows(io, ["problem", "document", "id", "reason"], rows, { format });
        outcome.code = EXIT.evidence;
      }
      const found =
        problems.length === 0
          ? "every document is unchanged and every quote stands where it says"
          : `${counted(problems.length, "problem")}: build the case again from its reports, or restore the files named above`;
      io.stderr.write(
        `Checked ${counted(documents, "document")} and ${counted(quotes, "quote")}: ${found}.\n`,
      );
    });
};
