import type { AddCommand } from "../add-command.js";
import { pathFrom } from "../case-option.js";
import { READABLE_FORMATS } from "../import/graph-file.js";
import type { Io } from "../io.js";
import { counted } from "../terminal/counted.js";
import { visibleLines, visibleText } from "../terminal/visible-text.js";

interface ImportOptions {
  readonly out: string;
  readonly format?: string;
}

export const addImportCommand: AddCommand = (program, io) => {
  program
    .command("import")
    .description("make a case of a graph that another program wrote")
    .argument("<file>", "the file, or a folder with nodes.csv and relationships.csv")
    .option("-o, --out <folder>", "where the case goes; an existing case is replaced whole", "case")
    .option("--format <name>", "what the file is, where its name does not say")
    .addHelpText("after", () => RULE + formatList())
    .action((file: string, options: ImportOptions) => runImport(file, options, io));
};

const RULE = `
The file stays in the case as its evidence, word for word; \`rebuild\` and \`verify\` derive the graph from it
again. To ask it something without a case: redthread query <file> <query>.

Formats:
`;

function formatList(): string {
  return READABLE_FORMATS.map(({ name, what }) => `  ${name.padEnd(10)}  ${what}`).join("\n");
}

async function runImport(file: string, { out, format }: ImportOptions, io: Io): Promise<void> {
  const [{ readGraphFile }, { importInto }, { caseTarget }, { lockCase }] = await Promise.all([
    import("../import/graph-file.js"),
    import("../import/import-case.js"),
    import("../case/write-case.js"),
    import("../case/case-lock.js"),
  ]);
  const read = await readGraphFile(pathFrom(io, file), file, format);
  const lock = lockCase(caseTarget(pathFrom(io, out), out), out);
  try {
    importInto(lock, read);
  } finally {
    lock.release();
  }
  const { graph, notes } = read;
  io.stderr.write(
    `Case \`${visibleText(out)}\` from \`${visibleText(file)}\` (${read.format}): ${counted(graph.nodeCount, "node")}, ${counted(graph.relationshipCount, "relationship")}.\n`,
  );
  for (const note of notes) io.stderr.write(`  ${visibleLines(note)}\n`);
}
