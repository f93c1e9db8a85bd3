/** What has to change for a database to hold a graph as it is: nothing that is right is written again. */
import type { GraphReader } from "../../graph/graph-reader.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { storedEqual } from "../../graph/stored-equality.js";
import { compareText } from "../../text/compare.js";
import type { Overlap } from "../case-names.js";
import { idKey } from "../element-ids.js";
import type { PresentNode, PresentRelationship, StoredProperties } from "./present-case.js";

/** A node that is there with other labels or properties. */
interface NodeChange {
  readonly node: number;
  /** Labels of the graph that it lacks, sorted. */
  readonly add: readonly string[];
  /** Labels that it has and the graph has not, sorted. */
  readonly remove: readonly string[];
}

export interface NodePlan {
  /** Slots of the graph that the database lacks, in the graph's order. */
  readonly missing: readonly number[];
  readonly changed: readonly NodeChange[];
  /** Element ids of nodes that the graph lacks. */
  readonly stale: readonly string[];
  readonly all: Overlap;
  /** Those that carry the anchor's label. */
  readonly anchors: Overlap;
  /** The build that the database says it holds, or null. */
  readonly revision: string | null;
}

export interface RelationshipPlan {
  readonly missing: readonly number[];
  readonly changed: readonly { readonly relationship: number; readonly elementId: string }[];
  readonly stale: readonly string[];
}

/** What has to happen to the nodes. O(nodes here and there). */
export async function planNodes(
  graph: GraphReader,
  slots: ReadonlyMap<string, number>,
  present: AsyncIterable<PresentNode>,
  anchor: string | null = null,
): Promise<NodePlan> {
  const changed: NodeChange[] = [];
  const stale: string[] = [];
  const seen = new Set<number>();
  const anchors = { here: anchor === null ? 0 : graph.countWithLabel(anchor), there: 0, common: 0 };
  let build: string | null = null;
  for await (const found of present) {
    build ??= found.revision;
    const isAnchor = anchor !== null && found.labels.includes(anchor);
    if (isAnchor) anchors.there += 1;
    const node = found.id === undefined ? undefined : slots.get(idKey(found.id));
    if (node === undefined) {
      stale.push(found.elementId);
      continue;
    }
    seen.add(node);
    if (isAnchor) anchors.common += 1;
    const change = compareNode(graph, node, found);
    if (change !== null) changed.push(change);
  }
  const missing = [...slots.values()].filter((node) => !seen.has(node));
  const all = { here: slots.size, there: seen.size + stale.length, common: seen.size };
  return { missing, changed, stale, all, anchors, revision: build };
}

/** What has to happen to the relationships; one that leads elsewhere now is another one. */
export async function planRelationships(
  graph: GraphReader,
  slots: ReadonlyMap<string, number>,
  present: AsyncIterable<PresentRelationship>,
): Promise<RelationshipPlan> {
  const changed: { relationship: number; elementId: string }[] = [];
  const stale: string[] = [];
  const seen = new Set<number>();
  for await (const found of present) {
    const r = found.id === undefined ? undefined : slots.get(idKey(found.id));
    if (r === undefined || seen.has(r) || !leadsAlike(graph, r, found)) {
      stale.push(found.elementId);
      continue;
    }
    seen.add(r);
    const read = (key: string) => graph.relationshipProperty(r, key);
    if (!sameProperties(graph.relationshipPropertyKeys(r), read, found.properties))
      changed.push({ relationship: r, elementId: found.elementId });
  }
  return { missing: [...slots.values()].filter((r) => !seen.has(r)), changed, stale };
}

function compareNode(graph: GraphReader, node: number, found: PresentNode): NodeChange | null {
  const wanted = graph.labelsOf(node);
  const add = wanted.filter((label) => !found.labels.includes(label)).sort(compareText);
  const remove = found.labels.filter((label) => !wanted.includes(label));
  const read = (key: string) => graph.nodeProperty(node, key);
  const isSame =
    add.length + remove.length === 0 &&
    sameProperties(graph.nodePropertyKeys(node), read, found.properties);
  return isSame ? null : { node, add, remove };
}

function leadsAlike(graph: GraphReader, r: number, found: PresentRelationship): boolean {
  const isEnd = (node: number, id: PropertyValue | undefined): boolean =>
    id !== undefined && idKey(graph.nodeProperty(node, "id") ?? "") === idKey(id);
  return (
    graph.typeOf(r) === found.type &&
    isEnd(graph.startOf(r), found.start) &&
    isEnd(graph.endOf(r), found.end)
  );
}

function sameProperties(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
  found: StoredProperties,
): boolean {
  let wanted = 0;
  for (const key of keys) {
    const value = read(key);
    if (value === undefined) continue;
    wanted += 1;
    const other = found.get(key);
    if (other === undefined || !storedEqual(value, other)) return false;
  }
  return wanted === found.size;
}
