import { RedthreadError } from "@redthread/core/errors";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import { EXPORTERS } from "../export/registry.js";
import type { Io } from "../io.js";

interface ExportOptions {
  readonly case: string;
  readonly chain?: readonly string[];
  readonly title?: string;
  readonly handling: string;
  readonly format?: string;
}

export const addExportCommand: AddCommand = (program, io) => {
  program
    .command("export")
    .description("write the case as a report, a picture, or a file that other programs read")
    .argument("<file>", "report.html, graph.gexf and the like; the ending says what is written")
    .addOption(caseOption())
    .option("--chain <ends...>", "the two ends of the chain to draw first: --chain Iraq Lebanon")
    .option("--title <text>", "the title of the report")
    .option(
      "--handling <code>",
      "the strictest code of sources.yaml whose reports the file may hold",
      "TLP:GREEN",
    )
    .option("--format <name>", "what to write, whatever the ending says")
    .addHelpText("after", RULE)
    .addHelpText("after", formatList)
    .action((file: string, options: ExportOptions) => runExport(file, options, io));
};

const RULE = `
Reports that \`sources.yaml\` of the case closes to readers of the code are left out as if nobody had read
them, with every name, figure and link that only they tell. Reports without a code are let out.`;

/** Each format with its endings; a folder's name ends as one likes. */
function formatList(): string {
  const width = Math.max(...EXPORTERS.map(({ name }) => name.length));
  const lines = EXPORTERS.map(({ name, endings, what }) => {
    const ends = endings === null ? "a folder" : endings.join(", ");
    return `  ${name.padEnd(width)}  ${what} (${ends})`;
  });
  return `\nFormats:\n${lines.join("\n")}`;
}

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
