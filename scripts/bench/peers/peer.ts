// What is asked of each engine in a comparison, and how it is opened. The peers are no dependency: they are
// installed in a folder of their own, which `--peers` names.
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CypherValue, createEngine } from "@redthread/core/cypher";
import type { CaseGraph } from "../../../benches/case-graph.js";
import { writeKuzuFiles } from "./kuzu-files.js";
import type { PeerParameter, PeerShape } from "./peer-shapes.js";

type Answer = readonly (readonly unknown[])[];

/** An engine with the graph loaded. */
export interface Peer {
  readonly ask: (shape: PeerShape) => Answer | Promise<Answer>;
}

/** Package of each peer; null is Redthread itself. */
export const PEERS: Readonly<Record<string, string | null>> = {
  redthread: null,
  kuzu: "kuzu",
  ladybug: "@ladybugdb/core",
  grafeo: "@grafeo-db/js",
};

export async function openPeer(name: string, folder: string, filled: CaseGraph): Promise<Peer> {
  const packageName = PEERS[name];
  if (packageName === null || packageName === undefined) return openRedthread(filled);
  const loaded: unknown = createRequire(join(folder, "package.json"))(packageName);
  // The peers' own types are not installed with the project.
  return name === "grafeo"
    ? await openGrafeo(loaded as GrafeoPackage, filled)
    : openKuzu(loaded as KuzuPackage, filled);
}

function openRedthread({ graph }: CaseGraph): Peer {
  const engine = createEngine({ graph });
  return {
    ask: ({ query, parameters }) => engine.run(query, ownParameters(parameters)).rows,
  };
}

function ownParameters(
  parameters: Readonly<Record<string, PeerParameter>>,
): ReadonlyMap<string, CypherValue> {
  const own = (value: PeerParameter): CypherValue =>
    typeof value === "object" ? value.map((row) => new Map(Object.entries(row))) : value;
  return new Map(Object.entries(parameters).map(([name, value]) => [name, own(value)]));
}

interface KuzuResult {
  readonly getAllSync: () => readonly Readonly<Record<string, unknown>>[];
  readonly close: () => void;
}
interface KuzuConnection {
  readonly querySync: (statement: string) => KuzuResult;
  readonly prepareSync: (statement: string) => unknown;
  readonly executeSync: (statement: unknown, parameters: unknown) => KuzuResult;
}
interface KuzuPackage {
  readonly Database: new (path: string) => unknown;
  readonly Connection: new (database: unknown) => KuzuConnection;
}

function openKuzu({ Database, Connection }: KuzuPackage, filled: CaseGraph): Peer {
  const folder = mkdtempSync(join(tmpdir(), "redthread-peer-"));
  const connection = new Connection(new Database(join(folder, "database")));
  for (const statement of writeKuzuFiles(filled, join(folder, "files"))) {
    connection.querySync(statement);
  }
  const prepared = new Map<string, unknown>();
  return {
    ask: ({ query, kuzu, parameters }) => {
      const text = kuzu ?? query;
      const statement = prepared.get(text) ?? connection.prepareSync(text);
      prepared.set(text, statement);
      const result = connection.executeSync(statement, parameters);
      const rows = result.getAllSync().map((row) => Object.values(row));
      result.close();
      return rows;
    },
  };
}

interface GrafeoDatabase {
  readonly createNode: (labels: string[], properties: object) => { readonly id: number };
  readonly createEdge: (from: number, to: number, type: string, properties: object) => unknown;
  readonly executeCypher: (
    query: string,
    parameters: unknown,
  ) => Promise<{
    readonly columns: readonly string[];
    readonly toArray: () => readonly Readonly<Record<string, unknown>>[];
  }>;
}
interface GrafeoPackage {
  readonly GrafeoDB: { readonly create: () => GrafeoDatabase };
}

async function openGrafeo({ GrafeoDB }: GrafeoPackage, { graph }: CaseGraph): Promise<Peer> {
  const database = GrafeoDB.create();
  const ids = new Map<number, number>();
  graph.forEachNode(null, (node) => {
    const keys = graph.nodePropertyKeys(node);
    const properties = Object.fromEntries(keys.map((key) => [key, graph.nodeProperty(node, key)]));
    ids.set(node, database.createNode([...graph.labelsOf(node)], properties).id);
    return true;
  });
  graph.forEachRelationship(null, (relationship) => {
    const amount = graph.relationshipProperty(relationship, "amount");
    database.createEdge(
      ids.get(graph.startOf(relationship)) ?? 0,
      ids.get(graph.endOf(relationship)) ?? 0,
      graph.typeOf(relationship),
      amount === undefined ? {} : { amount },
    );
    return true;
  });
  for (const key of ["id", "name"]) {
    await database.executeCypher(`CREATE INDEX person_${key} FOR (p:Person) ON (p.${key})`, {});
  }
  return {
    ask: async ({ query, parameters }) => {
      const { columns, toArray } = await resultOf(database, query, parameters);
      return toArray().map((row) => columns.map((column) => row[column]));
    },
  };
}

async function resultOf(database: GrafeoDatabase, query: string, parameters: unknown) {
  const result = await database.executeCypher(query, parameters);
  return { columns: result.columns, toArray: () => result.toArray() };
}
