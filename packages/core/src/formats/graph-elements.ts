// A graph as the formats see it: nodes, then links, each with an id of its own, in the order of
// those ids, so that the same graph gives the same bytes whatever order it was built in.
import { RedthreadError } from "../errors/redthread-error.js";
import { nodeElementId, relationshipElementId } from "../graph/element-id.js";
import type { GraphReader } from "../graph/graph-reader.js";
import { PropertyGraph } from "../graph/property-graph.js";
import type { PropertyValue } from "../graph/property-value.js";
import { compareText } from "../text/compare.js";
import { fitForXml } from "./xml-text.js";

export type Property = readonly [key: string, value: PropertyValue];

export interface NodeElement {
  readonly id: string;
  readonly labels: readonly string[];
  /** Sorted by key; without the property `id` where it is the element's id. */
  readonly properties: readonly Property[];
}

export interface LinkElement {
  readonly id: string;
  readonly type: string;
  /** Id of the node it leaves. */
  readonly start: string;
  readonly end: string;
  readonly properties: readonly Property[];
}

export interface GraphElements {
  readonly nodes: readonly NodeElement[];
  readonly links: readonly LinkElement[];
}

/**
 * All elements of a graph. An id that several share is kept by the first; the others get their slot
 * behind it. Ids hold nothing that a file of text cannot: where one did, it stays as the property.
 */
export function elementsOf(graph: GraphReader): GraphElements {
  const nodes = inOrder(
    (visit) => graph.forEachNode(null, visit),
    (node) => nodeElementId(graph, node),
  );
  const links = inOrder(
    (visit) => graph.forEachRelationship(null, visit),
    (link) => relationshipElementId(graph, link),
  );
  const ids = new Map(nodes.map(({ slot, id }) => [slot, id]));
  return {
    nodes: nodes.map(({ slot, id }) => ({
      id,
      labels: graph.labelsOf(slot),
      properties: sortedProperties(id, graph.nodePropertyKeys(slot), (key) =>
        graph.nodeProperty(slot, key),
      ),
    })),
    links: links.map(({ slot, id }) => ({
      id,
      type: graph.typeOf(slot),
      start: ids.get(graph.startOf(slot)) ?? "",
      end: ids.get(graph.endOf(slot)) ?? "",
      properties: sortedProperties(id, graph.relationshipPropertyKeys(slot), (key) =>
        graph.relationshipProperty(slot, key),
      ),
    })),
  };
}

function inOrder(
  walk: (visit: (slot: number) => boolean) => void,
  idOf: (slot: number) => string,
): readonly { readonly slot: number; readonly id: string }[] {
  const taken = new Set<string>();
  const found: { slot: number; id: string }[] = [];
  walk((slot) => {
    const own = fitForXml(idOf(slot));
    let id = own;
    for (let more = slot; taken.has(id); more += 1) id = `${own}#${more}`;
    taken.add(id);
    found.push({ slot, id });
    return true;
  });
  return found.sort((a, b) => compareText(a.id, b.id));
}

function sortedProperties(
  id: string,
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): readonly Property[] {
  const found: Property[] = [];
  for (const key of [...keys].sort()) {
    const value = read(key);
    if (value !== undefined && !(key === "id" && value === id)) found.push([key, value]);
  }
  return found;
}

/**
 * The graph of some elements. An element without a property `id` gets its own id as one.
 * @throws RedthreadError `GRAPH_INVALID` for two nodes of one id, or a link to a node that is not there.
 */
export function graphOfElements({ nodes, links }: GraphElements): PropertyGraph {
  const graph = new PropertyGraph();
  const slots = new Map<string, number>();
  for (const { id, labels, properties } of nodes) {
    if (slots.has(id)) throw unusable(`two nodes have the id \`${id}\``);
    slots.set(id, graph.createNode(labels, withId(id, properties)));
  }
  const slotOf = (id: string): number => {
    const slot = slots.get(id);
    if (slot === undefined) throw unusable(`a link refers to \`${id}\`, which is no node`);
    return slot;
  };
  for (const { id, type, start, end, properties } of links) {
    graph.createRelationship(type, slotOf(start), slotOf(end), withId(id, properties));
  }
  return graph;
}

const withId = (id: string, properties: readonly Property[]): readonly Property[] =>
  properties.some(([key]) => key === "id") ? properties : [["id", id], ...properties];

/** A file that does not hold what its format promises. */
export function unusable(what: string, cause?: unknown): RedthreadError {
  return new RedthreadError(
    "GRAPH_INVALID",
    `This file cannot be read as a graph: ${what}. Write it again with the program that made it, or name its format with \`--format\`.`,
    cause === undefined ? undefined : { cause },
  );
}
