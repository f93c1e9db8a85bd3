import type { PropertyGraph } from "@redthread/core/graph";
import { canonicalText } from "./expected-value.js";
import { fromCypherValue } from "./from-cypher-value.js";

/** What the TCK counts side effects by. */
export interface GraphState {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** One entry a property: owner, key and value. */
  readonly properties: ReadonlySet<string>;
}

/** Everything in the graph, as sets that can be compared with a later state. */
export function graphState(graph: PropertyGraph): GraphState {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  const properties = new Set<string>();
  const addProperty = (owner: string, key: string, value: Parameters<typeof fromCypherValue>[0]) =>
    properties.add(`${owner} ${key} ${canonicalText(fromCypherValue(value), false)}`);
  graph.forEachNode(null, (node) => {
    nodes.add(String(node));
    for (const key of graph.nodePropertyKeys(node)) {
      addProperty(`node ${node}`, key, graph.nodeProperty(node, key) ?? null);
    }
    return true;
  });
  graph.forEachRelationship(null, (relationship) => {
    relationships.add(String(relationship));
    for (const key of graph.relationshipPropertyKeys(relationship)) {
      const value = graph.relationshipProperty(relationship, key) ?? null;
      addProperty(`relationship ${relationship}`, key, value);
    }
    return true;
  });
  return { nodes, relationships, labels: new Set(graph.labels()), properties };
}

const COUNTED = ["nodes", "relationships", "labels", "properties"] as const;

/** `+nodes`, `-properties` and so on with how many; those that are 0 are left out. */
export function sideEffects(before: GraphState, after: GraphState): ReadonlyMap<string, number> {
  const effects = new Map<string, number>();
  for (const what of COUNTED) {
    const added = [...after[what]].filter((item) => !before[what].has(item)).length;
    const removed = [...before[what]].filter((item) => !after[what].has(item)).length;
    if (added > 0) {
      effects.set(`+${what}`, added);
    }
    if (removed > 0) {
      effects.set(`-${what}`, removed);
    }
  }
  return effects;
}
