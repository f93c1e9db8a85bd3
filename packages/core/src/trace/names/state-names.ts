import type { TraceGraph } from "../graph/trace-graph.js";

/** A state by its code, with the name the case has for it. */
export interface NamedState {
  readonly code: string;
  readonly name: string;
}

const known = new WeakMap<TraceGraph, ReadonlyMap<string, string>>();

/** The name of a state by its code; the code itself, in capitals, where the case has no such node. */
export function stateName(graph: TraceGraph, code: string): string {
  let names = known.get(graph);
  if (names === undefined) {
    names = new Map(
      graph.nodes.flatMap(({ isState, name }) => (isState === null ? [] : [[isState, name]])),
    );
    known.set(graph, names);
  }
  return names.get(code) ?? code.toUpperCase();
}

/** States by their codes, in the order given. */
export const nameStates = (graph: TraceGraph, codes: readonly string[]): readonly NamedState[] =>
  codes.map((code) => ({ code, name: stateName(graph, code) }));
