import { CONFIDENCE_BANDS, confidenceBand } from "../../model/confidence.js";
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
const HUNDREDTH = MOST_SOURCES + 1;
const STEP = 1_000 * HUNDREDTH;

/**
 * How strong a link is, so that of two the greater number is the stronger one: its band, in it the
 * confidence in hundredths as printed, and between equals the number of its independent sources.
 */
export function strengthOf({ confidence, sources }: TraceGraphLink): number {
  const band = CONFIDENCE_BANDS.indexOf(confidenceBand(confidence));
  const hundredths = Math.round(Number(confidence.toFixed(2)) * 100);
  return (
    (CONFIDENCE_BANDS.length - 1 - band) * STEP +
    hundredths * HUNDREDTH +
    Math.min(MOST_SOURCES, Math.max(0, Math.floor(sources)))
  );
}

/**
 * The part of a strength that ranks chains before all else: its band. What stands behind a band was
 * counted; a hundredth more or less was not, and turns with every measurement.
 */
export const bandOf = (strength: number): number => Math.floor(strength / STEP);

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
