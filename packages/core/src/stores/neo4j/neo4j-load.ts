/**
 * Loading a graph into Neo4j: constraints first, nodes by label set, then relationships by type and
 * labels of their ends, each in UNWIND batches that MERGE on `id`. Every batch is a transaction of
 * its own that may be repeated, so an interrupted load is finished by running it again.
 */
import { RedthreadError } from "../../errors/redthread-error.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import type { ChangeCounts } from "../../graph/graph-writer.js";
import type { PropertyValue } from "../../graph/property-value.js";
import type { LoadProgress } from "../graph-store.js";
import { quoteName, uniqueIdStatement } from "./neo4j-schema.js";
import type { DriverTypes } from "./neo4j-temporals.js";
import { type DriverValue, mapToDriver, toDriverValue } from "./neo4j-values.js";

/** Rows of one transaction. Larger batches are little faster and cost the server gigabytes of heap. */
const BATCH_ROWS = 2_000;
/** Characters of text in one transaction; rows with many quotes fill a batch before their number does. */
const BATCH_CHARACTERS = 4_000_000;

/** Runs one statement in a transaction of its own, again if the server asks for it. */
export type RunStatement = (
  statement: string,
  parameters: Readonly<Record<string, DriverValue>>,
) => Promise<ChangeCounts>;

interface Loading {
  readonly graph: GraphReader;
  readonly types: DriverTypes;
  readonly run: RunStatement;
  readonly report: (done: number, what: string) => void;
}

/** Merges the graph on the `id` of its elements; properties of an element become exactly those given. */
export async function loadGraph(
  graph: GraphReader,
  types: DriverTypes,
  run: RunStatement,
  onProgress: (progress: LoadProgress) => void,
): Promise<ChangeCounts> {
  const total = graph.nodeCount + graph.relationshipCount;
  const report = (done: number, what: string) => onProgress({ done, total, what });
  const changes = noChanges();
  const loading = { graph, types, run, report };
  for (const label of graph.labels()) {
    if (graph.countWithLabel(label) > 0)
      addChanges(changes, await run(uniqueIdStatement(label), {}));
  }
  const done = await loadNodes(loading, changes);
  await loadRelationships(loading, changes, done);
  return changes;
}

async function loadNodes(loading: Loading, changes: ChangeCounts): Promise<number> {
  const { graph, types, run, report } = loading;
  const groups = groupBy(
    (visit) => graph.forEachNode(null, visit),
    (node) => graph.labelsOf(node),
  );
  let done = 0;
  for (const { key: labels, members } of groups) {
    const statement = nodeStatement(labels);
    const read = (node: number) => {
      const row = new Map(
        entriesOf(graph.nodePropertyKeys(node), (k) => graph.nodeProperty(node, k)),
      );
      return {
        row: { id: idOf(row, types, "node", labels), properties: mapToDriver(types, row) },
        size: sizeOf(row),
      };
    };
    for (const rows of batches(members, read)) {
      addChanges(changes, await run(statement, { rows }));
      done += rows.length;
      report(done, "nodes");
    }
  }
  return done;
}

async function loadRelationships(
  loading: Loading,
  changes: ChangeCounts,
  nodesDone: number,
): Promise<void> {
  const { graph, types, run, report } = loading;
  const primary = (node: number) => graph.labelsOf(node)[0] ?? "";
  const groups = groupBy(
    (visit) => graph.forEachRelationship(null, visit),
    (r) => [graph.typeOf(r), primary(graph.startOf(r)), primary(graph.endOf(r))],
  );
  const nodeId = (node: number) => toDriverValue(types, graph.nodeProperty(node, "id") ?? null);
  let done = nodesDone;
  for (const { key, members } of groups) {
    const [type = "", startLabel = "", endLabel = ""] = key;
    const statement = relationshipStatement(type, startLabel, endLabel);
    const read = (r: number) => {
      const row = new Map(
        entriesOf(graph.relationshipPropertyKeys(r), (k) => graph.relationshipProperty(r, k)),
      );
      const ends = { start: nodeId(graph.startOf(r)), end: nodeId(graph.endOf(r)) };
      const id = idOf(row, types, "relationship", [type]);
      return { row: { ...ends, id, properties: mapToDriver(types, row) }, size: sizeOf(row) };
    };
    for (const rows of batches(members, read)) {
      addChanges(changes, await run(statement, { rows }));
      done += rows.length;
      report(done, "relationships");
    }
  }
}

/**
 * Merges on the first label, which carries the constraint and stays the same when a later build adds
 * another label to the node.
 */
function nodeStatement(labels: readonly string[]): string {
  const [primary, ...others] = labels;
  const head = primary === undefined ? "n" : `n:${quoteName(primary)}`;
  const more =
    others.length === 0 ? "" : `n${others.map((label) => `:${quoteName(label)}`).join("")}, `;
  return `UNWIND $rows AS row MERGE (${head} {id: row.id}) SET ${more}n = row.properties`;
}

function relationshipStatement(type: string, startLabel: string, endLabel: string): string {
  const end = (name: string, label: string, key: string) =>
    `MATCH (${name}${label === "" ? "" : `:${quoteName(label)}`} {id: row.${key}})`;
  return (
    `UNWIND $rows AS row ${end("a", startLabel, "start")} ${end("b", endLabel, "end")} ` +
    `MERGE (a)-[r:${quoteName(type)} {id: row.id}]->(b) SET r = row.properties`
  );
}

interface Group {
  readonly key: readonly string[];
  readonly members: number[];
}

function groupBy(
  forEach: (visit: (slot: number) => undefined) => void,
  keyOf: (slot: number) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  forEach((slot) => {
    const key = keyOf(slot);
    const text = key.join("\u0000");
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { key, members: [slot] });
    else group.members.push(slot);
    return undefined;
  });
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

interface SizedRow {
  readonly row: DriverValue;
  readonly size: number;
}

function* batches(
  members: readonly number[],
  read: (slot: number) => SizedRow,
): Generator<readonly DriverValue[]> {
  let rows: DriverValue[] = [];
  let characters = 0;
  for (const slot of members) {
    const { row, size } = read(slot);
    rows.push(row);
    characters += size;
    if (rows.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
      yield rows;
      rows = [];
      characters = 0;
    }
  }
  if (rows.length > 0) yield rows;
}

function* entriesOf(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): Generator<readonly [string, PropertyValue]> {
  for (const key of keys) {
    const value = read(key);
    if (value !== undefined) yield [key, value];
  }
}

function sizeOf(row: ReadonlyMap<string, PropertyValue>): number {
  let size = 0;
  for (const value of row.values()) {
    if (typeof value === "string") size += value.length;
    else if (Array.isArray(value)) {
      for (const item of value) size += typeof item === "string" ? item.length : 8;
    } else size += 8;
  }
  return size;
}

function idOf(
  row: ReadonlyMap<string, PropertyValue>,
  types: DriverTypes,
  what: "node" | "relationship",
  names: readonly string[],
): DriverValue {
  const id = row.get("id");
  if (id !== undefined) return toDriverValue(types, id);
  throw new RedthreadError(
    "GRAPH_INVALID",
    `A ${what} of \`${names.join(":")}\` has no \`id\`, so a second load would double it. Give every element an \`id\`.`,
  );
}

/** A count of nothing, to add to. */
export function noChanges(): ChangeCounts {
  return {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    labelsAdded: 0,
    labelsRemoved: 0,
    propertiesSet: 0,
  };
}

function addChanges(sum: ChangeCounts, more: ChangeCounts): void {
  sum.nodesCreated += more.nodesCreated;
  sum.nodesDeleted += more.nodesDeleted;
  sum.relationshipsCreated += more.relationshipsCreated;
  sum.relationshipsDeleted += more.relationshipsDeleted;
  sum.labelsAdded += more.labelsAdded;
  sum.labelsRemoved += more.labelsRemoved;
  sum.propertiesSet += more.propertiesSet;
}
