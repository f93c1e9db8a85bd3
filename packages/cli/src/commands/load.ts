import { basename } from "node:path";
import type { PropertyGraph } from "@redthread/core/graph";
import type { LoadChanges } from "@redthread/core/stores";
import type { AddCommand } from "../add-command.js";
import { recordOf } from "../case/manifest.js";
import { caseOption, pathFrom } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { counted } from "../terminal/counted.js";

interface LoadOptions {
  readonly case: string;
  readonly to?: string;
  readonly as?: string;
  readonly replace?: boolean;
  readonly format?: FormatName;
}

export const addLoadCommand: AddCommand = (program, io) => {
  program
    .command("load")
    .description("make a Neo4j database hold a case; a second load writes nothing")
    .addOption(caseOption())
    .option("--to <uri>", "the server, such as bolt://localhost:7687; NEO4J_URI unless given")
    .option("--as <name>", "the name that the case has there; the name of its folder unless given")
    .option("--replace", "take the place of another case of that name")
    .addOption(formatOption())
    .addHelpText("after", LOGIN)
    .action((options: LoadOptions) => runLoad(options, io));
};

const LOGIN = `
The login is read from NEO4J_USERNAME and NEO4J_PASSWORD, the database from NEO4J_DATABASE. What differs
is added, changed and removed until the database holds the case as it is; a load that was cut is finished
by running it again. The case is marked with its name, so that several share a database; nothing else in
the database is touched.`;

const COLUMNS = [
  "nodes",
  "relationships",
  "nodesCreated",
  "relationshipsCreated",
  "nodesRemoved",
  "relationshipsRemoved",
  "propertiesSet",
] as const;

async function runLoad(options: LoadOptions, io: Io): Promise<void> {
  const [{ openCaseGraph }, { connectNeo4j }, progress, { printRows }] = await Promise.all([
    import("../open-graph.js"),
    import("../neo4j-connection.js"),
    import("../progress-bar.js"),
    import("../report/formats.js"),
  ]);
  const { graph, opened } = await openCaseGraph(options.case, io, "all");
  const name = options.as ?? basename(pathFrom(io, options.case));
  const build = recordOf(opened.manifest, "graph.jsonl")?.sha256;
  const store = await connectNeo4j(options.to, "write", io);
  const bar = await progress.createProgressBar(io);
  try {
    const changes = await store.load(graph, {
      name,
      anchor: "Document",
      ...(build === undefined ? {} : { revision: build }),
      ...(options.replace === true ? { replace: true } : {}),
      onProgress: (state) => progress.showLoad(bar, state),
    });
    bar.stop();
    io.stderr.write(loadedText(name, graph, changes));
    const { nodesCreated, relationshipsCreated, propertiesSet } = changes;
    const { nodesDeleted, relationshipsDeleted, nodesLeft } = changes;
    const removed = [nodesDeleted + nodesLeft, relationshipsDeleted];
    const row = [graph.nodeCount, graph.relationshipCount, nodesCreated, relationshipsCreated];
    await printRows(io, [...COLUMNS], [[...row, ...removed, propertiesSet]], {
      format: options.format,
    });
  } finally {
    bar.stop();
    await store.close();
  }
}

/** What was done, for the person at the terminal. */
function loadedText(
  name: string,
  { nodeCount, relationshipCount }: PropertyGraph,
  changes: LoadChanges,
): string {
  const of = (nodes: number, relationships: number): string =>
    `${counted(nodes, "node")} and ${counted(relationships, "relationship")}`;
  const { nodesCreated, relationshipsCreated, nodesDeleted, nodesLeft } = changes;
  const left =
    nodesLeft === 0
      ? ""
      : ` ${counted(nodesLeft, "node")} that the case lost stayed, no longer its own, because other data is linked to them.`;
  return (
    `The database holds \`${name}\` as it is: ${of(nodeCount, relationshipCount)}. ` +
    `Created ${of(nodesCreated, relationshipsCreated)}; removed ${of(nodesDeleted, changes.relationshipsDeleted)}.${left}\n`
  );
}
