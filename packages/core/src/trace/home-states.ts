import type { GraphReader } from "../graph/graph-reader.js";
import { compareText, readText } from "./trace-node.js";

/** The state a node belongs to. */
export interface HomeState {
  /** Slot of the Country node. */
  readonly node: number;
  readonly id: string;
  readonly name: string;
}

/** Ways from a node to its state, in the order they are tried; the first that leads anywhere counts. */
const WAYS: readonly (readonly string[])[] = [
  ["AGENCY_OF"],
  ["LOCATED_IN"],
  ["HOLDS_POSITION"],
  ["TOOK_PLACE_IN"],
  ["OPERATES_IN"],
  ["PRODUCED_IN"],
  ["FROM", "TO"],
  ["SMUGGLED_FROM", "SMUGGLED_TO"],
  ["PART_OF"],
  ["AFFILIATED_WITH", "LEADS"],
];

/** Steps from a person over a body's unit to its state. */
const DEPTH = 3;

/**
 * The states a node belongs to, sorted by id: of a body its own, of a place where it lies, of an
 * official that of the body, of an action where it took place, of a network where it operates; of
 * several where the first way that leads to a state leads to several. Empty where reports say none.
 */
export function homeStates(graph: GraphReader, node: number): readonly HomeState[] {
  const found = new Map<number, HomeState>();
  for (const state of climb(graph, node, DEPTH, new Set())) {
    const id = readText(graph.nodeProperty(state, "id")) ?? "";
    const name = readText(graph.nodeProperty(state, "name")) ?? id;
    found.set(state, { node: state, id, name });
  }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}

/** Home states of every node that is no document, by slot; states are their own home. */
export function allHomeStates(graph: GraphReader): ReadonlyMap<number, readonly HomeState[]> {
  const homes = new Map<number, readonly HomeState[]>();
  graph.forEachNode(null, (node) => {
    if (!graph.hasLabel(node, "Document")) homes.set(node, homeStates(graph, node));
    return true;
  });
  return homes;
}

function climb(
  graph: GraphReader,
  node: number,
  depth: number,
  above: ReadonlySet<number>,
): ReadonlySet<number> {
  if (graph.hasLabel(node, "Country")) return new Set([node]);
  const recorded = stateOfProperty(graph, node);
  if (recorded !== null) return new Set([recorded]);
  if (depth === 0) return new Set();
  const path = new Set(above).add(node);
  for (const types of WAYS) {
    const states = new Set<number>();
    graph.expand(node, "out", types, (_relationship, next) => {
      if (path.has(next)) return true;
      for (const state of climb(graph, next, depth - 1, path)) states.add(state);
      return true;
    });
    if (states.size > 0) return states;
  }
  return new Set();
}

/** The Country node of the `country` property of a body, place or official. */
function stateOfProperty(graph: GraphReader, node: number): number | null {
  const code = readText(graph.nodeProperty(node, "country"));
  if (code === null || graph.hasLabel(node, "Network")) return null;
  return (
    graph.findNodes("Country", "id", `country:${code}`)[0] ??
    graph.findNodes("Country", "iso2", code)[0] ??
    null
  );
}
