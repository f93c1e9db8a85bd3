import type { TraceGraph, TraceGraphLink } from "../graph/trace-graph.js";

/**
 * Every link as two arcs, one each way: arc `2 × link` as it points, `2 × link + 1` against it. A
 * node and a report that tells a link at it are a pair, so that a search can ask what it costs to go
 * on from the node within the same report.
 */
export interface ArcTable {
  /** Start and end of each arc. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Arcs that leave each node. */
  readonly leaving: readonly (readonly number[])[];
  /** Pairs of an arc's start with each report that tells the arc. */
  readonly pairs: readonly (readonly number[])[];
  readonly pairCount: number;
  /** How strong each link is: see {@link strengthOf}. */
  readonly strength: Int32Array;
}

const MOST_SOURCES = 999;

/** What a difference of confidence is worth a longer chain; less lies within what measuring can tell. */
const STEPS = 20;

/**
 * How strong a link is, so that of two the greater number is the stronger one: its confidence in
 * twentieths, downwards, and between equals the number of its independent sources.
 */
export function strengthOf({ confidence, sources }: TraceGraphLink): number {
  const steps = Math.floor(Number(confidence.toFixed(2)) * STEPS + 1e-9);
  return steps * (MOST_SOURCES + 1) + Math.min(MOST_SOURCES, Math.max(0, Math.floor(sources)));
}

const indexes = new WeakMap<TraceGraph, ArcTable>();

/** The arcs of a trace graph; made once for each. */
export function arcTableOf(graph: TraceGraph): ArcTable {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const made = createArcTable(graph);
  indexes.set(graph, made);
  return made;
}

function createArcTable({ nodes, links }: TraceGraph): ArcTable {
  const from = new Int32Array(links.length * 2);
  const to = new Int32Array(links.length * 2);
  const strength = new Int32Array(links.length);
  const leaving: number[][] = nodes.map(() => []);
  links.forEach((link, at) => {
    const arc = at * 2;
    from[arc] = to[arc + 1] = link.from;
    to[arc] = from[arc + 1] = link.to;
    strength[at] = strengthOf(link);
    leaving[link.from]?.push(arc);
    leaving[link.to]?.push(arc + 1);
  });
  const numbers = new Map<string, number>();
  const pairs = Array.from(from, (node, arc) =>
    (links[arc >> 1]?.documents ?? []).map((document) => {
      const key = `${node} ${document}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
  return { from, to, leaving, pairs, pairCount: numbers.size, strength };
}
