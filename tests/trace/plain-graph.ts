import type { TraceGraph, TraceGraphLink, TraceGraphNode } from "@redthread/core/trace";

type Ends = `${string} ${string}`;

/**
 * A trace graph from its links, as `start end` with what is not usual of each, and from what is not
 * usual of its nodes; ids are names. Links are told in the order given.
 */
export function plainGraph(
  links: readonly (readonly [Ends, Partial<TraceGraphLink>])[],
  nodes: Readonly<Record<string, Partial<TraceGraphNode>>> = {},
): TraceGraph {
  const ids = [...new Set(links.flatMap(([ends]) => ends.split(" ")))].sort();
  const at = (id: string | undefined): number => ids.indexOf(id ?? "");
  const documents = [...new Set(links.flatMap(([, { documents: told = [0] }]) => told))].sort();
  return {
    documents: documents.map((number) => `doc:${number}`),
    nodes: ids.map((id) => ({
      id,
      name: id,
      aliases: [],
      knownAs: [],
      kind: "Person",
      labels: ["Person"],
      states: [],
      near: [],
      passes: true,
      acts: true,
      isState: null,
      isPublisher: false,
      ...nodes[id],
    })),
    links: links.map(([ends, own], index) => {
      const [from, to] = ends.split(" ");
      const id = `link:${String(index).padStart(3, "0")}`;
      return {
        id,
        type: "MET",
        from: at(from),
        to: at(to),
        confidence: 0.9,
        modality: "asserted",
        sources: 1,
        documents: [0],
        crosses: [],
        walk: true,
        standing: false,
        inferred: false,
        machines: [],
        deniedBy: [],
        since: null,
        until: null,
        asOf: null,
        fact: id,
        ...own,
      };
    }),
  };
}
