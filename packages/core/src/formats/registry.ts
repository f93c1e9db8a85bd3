import type { GraphFormat } from "./graph-format.js";

/** Every form of a graph as text; a new one is a file of its own and an entry here. */
export const GRAPH_FORMATS: readonly GraphFormat[] = [
  {
    name: "jsonl",
    endings: [".jsonl"],
    what: "JSON lines, as apoc.export.json writes them",
    loses: "the types of days and times, which become text",
    write: async () => (await import("./jsonl.js")).writeJsonl,
    read: async () => (await import("./jsonl.js")).readJsonl,
  },
  {
    name: "csv",
    endings: null,
    holds: ["nodes.csv", "relationships.csv"],
    what: "a folder of two CSV tables",
    loses: null,
    writeFolder: async () => (await import("./csv.js")).writeCsv,
    read: async () => (await import("./read-csv.js")).readCsvSet,
  },
  {
    name: "gexf",
    endings: [".gexf"],
    what: "GEXF, for Gephi",
    loses: "control characters, which XML cannot hold",
    write: async () => (await import("./gexf.js")).writeGexf,
    read: async () => (await import("./read-gexf.js")).readGexf,
  },
  {
    name: "graphml",
    endings: [".graphml"],
    what: "GraphML, for yEd, igraph and networkx",
    loses: "control characters, which XML cannot hold",
    write: async () => (await import("./graphml.js")).writeGraphml,
    read: async () => (await import("./read-graphml.js")).readGraphml,
  },
  {
    name: "graphology",
    endings: [".json"],
    what: "graphology's JSON",
    loses: null,
    write: async () => (await import("./graphology.js")).writeGraphology,
    read: async () => (await import("./read-graphology.js")).readGraphology,
  },
  {
    name: "cypher",
    endings: [".cypher"],
    what: "a Cypher script that makes the graph",
    loses: "backslashes and control characters in names of labels, types and properties",
    write: async () => (await import("./cypher-script.js")).writeCypher,
    read: null,
  },
];
