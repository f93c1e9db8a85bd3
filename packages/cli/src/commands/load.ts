import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";
import { counted } from "../terminal/counted.js";

interface LoadOptions {
  readonly case: string;
  readonly to?: string;
  readonly format?: FormatName;
}

export const addLoadCommand: AddCommand = (program, io) => {
  program
    .command("load")
    .description("load a case into Neo4j; a second load creates nothing")
    .addOption(caseOption())
    .option("--to <uri>", "the server, such as bolt://localhost:7687; NEO4J_URI unless given")
    .addOption(formatOption())
    .addHelpText("after", LOGIN)
    .action((options: LoadOptions) => runLoad(options, io));
};

const LOGIN = `
The login is read from NEO4J_USERNAME and NEO4J_PASSWORD, the database from NEO4J_DATABASE. Properties
of a node or relationship become exactly those of the case; nothing else in the database is touched.`;

async function runLoad({ case: name, to, format }: LoadOptions, io: Io): Promise<void> {
  const [{ openCaseGraph }, { connectNeo4j }, progress, { printRows }] = await Promise.all([
    import("../open-graph.js"),
    import("../neo4j-connection.js"),
    import("../progress-bar.js"),
    import("../report/formats.js"),
  ]);
  const { graph } = await openCaseGraph(name, io, "all");
  const store = await connectNeo4j(to, "write", io);
  const bar = await progress.createProgressBar(io);
  try {
    const changes = await store.load(graph, (state) => progress.showLoad(bar, state));
    bar.stop();
    const { nodesCreated, relationshipsCreated, propertiesSet } = changes;
    io.stderr.write(
      `Loaded ${counted(graph.nodeCount, "node")} and ${counted(graph.relationshipCount, "relationship")}; created ${counted(nodesCreated, "node")} and ${counted(relationshipsCreated, "relationship")}.\n`,
    );
    await printRows(
      io,
      ["nodes", "relationships", "nodesCreated", "relationshipsCreated", "propertiesSet"],
      [
        [
          graph.nodeCount,
          graph.relationshipCount,
          nodesCreated,
          relationshipsCreated,
          propertiesSet,
        ],
      ],
      { format },
    );
  } finally {
    bar.stop();
    await store.close();
  }
}
