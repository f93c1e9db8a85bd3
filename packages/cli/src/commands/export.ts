import { RedthreadError } from "@redthread/core/errors";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";

interface ExportOptions {
  readonly case: string;
  readonly chain?: readonly string[];
  readonly title?: string;
}

export const addExportCommand: AddCommand = (program, io) => {
  program
    .command("export")
    .description("write the case as one file that needs nothing else to be read")
    .argument("<file>", "report.html, or picture.svg; the ending says what is written")
    .addOption(caseOption())
    .option("--chain <ends...>", "the two ends of the chain to draw first: --chain Iraq Lebanon")
    .option("--title <text>", "the title of the report")
    .action((file: string, options: ExportOptions) => runExport(file, options, io));
};

async function runExport(file: string, options: ExportOptions, io: Io): Promise<void> {
  const chain = chainEnds(options.chain);
  const { exportCase } = await import("../export/export-case.js");
  await exportCase(file, { ...options, chain }, io);
}

function chainEnds(
  ends: readonly string[] | undefined,
): { readonly from: string; readonly to: string } | null {
  if (ends === undefined) return null;
  const [from, to, ...others] = ends;
  if (from !== undefined && to !== undefined && others.length === 0) return { from, to };
  throw new RedthreadError(
    "USAGE",
    `\`--chain\` takes two names and got ${ends.length}. Write the file's name before it, and quote names with spaces.`,
  );
}
