import type { AddCommand } from "../add-command.js";
import { caseOption, pathFrom } from "../case-option.js";
import { withoutExtractorOption } from "../extractor-option.js";
import type { Io } from "../io.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";

interface RebuildOptions {
  readonly case: string;
  readonly pack?: string;
  readonly withoutExtractor: readonly string[];
}

export const addRebuildCommand: AddCommand = (program, io) => {
  program
    .command("rebuild")
    .description("make a case again out of its own texts, without the reports")
    .addOption(caseOption())
    .option("--pack <name|folder>", "the domain pack to read with instead of the case's own")
    .addOption(withoutExtractorOption())
    .addHelpText("after", RULE)
    .action((options: RebuildOptions) => runRebuild(options, io));
};

const RULE = `
The graph follows from the stored texts, people's judgements, \`claims.external.jsonl\`, the stored answers
of extractors, which are not asked again, and the pack. A rebuild brings back what was deleted or damaged
of graph, claims, candidates and extractions, and follows judgements that were made since.`;

async function runRebuild(
  { case: name, pack, withoutExtractor }: RebuildOptions,
  io: Io,
): Promise<void> {
  const [{ openCase }, { caseTarget }, { lockCase }, { rebuildInto }, { buildSummaryText }] =
    await Promise.all([
      import("../case/read-case.js"),
      import("../case/write-case.js"),
      import("../case/case-lock.js"),
      import("../build-into.js"),
      import("../report/build-summary-text.js"),
    ]);
  const path = pathFrom(io, name);
  const { imported } = openCase(path, name).manifest;
  const lock = lockCase(caseTarget(path, name), name);
  try {
    if (imported !== undefined) {
      const { assertPlain, reimportInto } = await import("../import/import-case.js");
      assertPlain(imported, pack);
      const graph = await reimportInto(lock, imported);
      io.stderr.write(
        `Case \`${visibleText(name)}\`: ${counted(graph.nodeCount, "node")}, ${counted(graph.relationshipCount, "relationship")}.\n`,
      );
      return;
    }
    const result = await rebuildInto(
      lock,
      { without: withoutExtractor, ...(pack === undefined ? {} : { pack }) },
      io,
    );
    const nothing = { inputs: [], skipped: [], failed: [] };
    io.stderr.write(buildSummaryText(name, result, nothing));
  } finally {
    lock.release();
  }
}
