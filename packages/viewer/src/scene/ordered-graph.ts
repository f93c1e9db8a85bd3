import type { GraphReader } from "@redthread/core/graph";
import { KINDS } from "../theme/kinds.js";
import { readText } from "./property-reading.js";

/** Labels that are no thing of the picture: reports have their own list, a route is told by its legs. */
const ASIDE = new Set(["Document", "Route"]);

/** The graph's slots in canonical order: sorted by id, so that no order of input shows. */
export interface OrderedGraph {
  readonly graph: GraphReader;
  /** Slots of documents, sorted by date, then id. */
  readonly documents: readonly number[];
  readonly documentIds: readonly string[];
  /** Slots of things, sorted by id. */
  readonly nodes: readonly number[];
  readonly ids: readonly string[];
  /** Index in `nodes` by slot. */
  readonly nodeAt: ReadonlyMap<number, number>;
  /** Relationships between things, sorted by ends, type and quotes. */
  readonly edges: readonly number[];
}

/** Sorts what the graph holds into the order in which everything of the scene is numbered. */
export function orderGraph(graph: GraphReader): OrderedGraph {
  const found: { slot: number; id: string }[] = [];
  const reports: { slot: number; id: string; key: string }[] = [];
  graph.forEachNode(null, (slot) => {
    const id = idOf(graph, slot);
    const date = readText(graph.nodeProperty(slot, "date")) ?? "9999";
    if (graph.hasLabel(slot, "Document")) reports.push({ slot, id, key: `${date} ${id}` });
    else if (!graph.labelsOf(slot).some((label) => ASIDE.has(label))) found.push({ slot, id });
    return true;
  });
  found.sort((a, b) => compare(a.id, b.id));
  reports.sort((a, b) => compare(a.key, b.key));
  const nodeAt = new Map(found.map(({ slot }, index) => [slot, index]));
  return {
    graph,
    documents: reports.map(({ slot }) => slot),
    documentIds: reports.map(({ id }) => id),
    nodes: found.map(({ slot }) => slot),
    ids: found.map(({ id }) => id),
    nodeAt,
    edges: sortedEdges(graph, nodeAt),
  };
}

/** The kind of a node: the first of the legend that it carries, else its first label by code unit. */
export function kindOf(graph: GraphReader, slot: number): string {
  const labels = graph.labelsOf(slot);
  const known = KINDS.find(({ kind }) => labels.includes(kind));
  return known?.kind ?? [...labels].sort(compare)[0] ?? "Thing";
}

/** Order by code unit. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function idOf(graph: GraphReader, slot: number): string {
  const id = readText(graph.nodeProperty(slot, "id"));
  if (id !== null) return id;
  const name = readText(graph.nodeProperty(slot, "name")) ?? "";
  return `${[...graph.labelsOf(slot)].sort(compare).join("+")}:${name}:${slot}`;
}

function sortedEdges(graph: GraphReader, nodeAt: ReadonlyMap<number, number>): readonly number[] {
  const keyed: { slot: number; from: number; to: number; key: string }[] = [];
  graph.forEachRelationship(null, (slot) => {
    const from = nodeAt.get(graph.startOf(slot));
    const to = nodeAt.get(graph.endOf(slot));
    if (from === undefined || to === undefined) return true;
    const id = readText(graph.relationshipProperty(slot, "id")) ?? "";
    const spans = graph.relationshipProperty(slot, "spans");
    const key = `${graph.typeOf(slot)} ${id} ${JSON.stringify(spans ?? "")}`;
    keyed.push({ slot, from, to, key });
    return true;
  });
  keyed.sort((a, b) => a.from - b.from || a.to - b.to || compare(a.key, b.key) || a.slot - b.slot);
  return keyed.map(({ slot }) => slot);
}
