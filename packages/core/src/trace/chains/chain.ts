import type { TraceGraph } from "../graph/trace-graph.js";
import { strengthOf } from "./arc-table.js";
import { type Crossing, crossingsOf } from "./chain-borders.js";
import { type DateWindow, isWithin } from "./date-window.js";
import { type ChainVerdict, judgeChain } from "./judge-chain.js";

/** One hop of a chain. */
export interface ChainHop {
  /** Index of its link. */
  readonly link: number;
  /** True where the link points the way the chain goes. */
  readonly forward: boolean;
}

/** A chain of evidence as plain data; its stops and links are indexes of the trace graph. */
export interface Chain {
  /** One more than hops; none twice. */
  readonly stops: readonly number[];
  readonly hops: readonly ChainHop[];
  /** A border, or null, for each hop. */
  readonly crossings: readonly (Crossing | null)[];
  /** Number of borders crossed. */
  readonly borders: number;
  /** Index of the hop with the least confidence, the fewest sources of equals, the first of equals. */
  readonly weakest: number;
  /** Hops that no report tells together with the hop before. */
  readonly changes: number;
  readonly verdict: ChainVerdict;
  /** Hops that no report dates, where a time was asked for: they may not hold then. */
  readonly undated: readonly number[];
}

/** The chain along some arcs from a start. */
export function createChain(
  graph: TraceGraph,
  start: number,
  arcs: readonly number[],
  during?: DateWindow,
): Chain {
  const hops = arcs.map((arc) => ({ link: arc >> 1, forward: (arc & 1) === 0 }));
  const links = hops.flatMap(({ link }) => graph.links[link] ?? []);
  const ends = hops.map(({ forward }, at) => (forward ? links[at]?.to : links[at]?.from) ?? start);
  const stops = [start, ...ends];
  const crossings = crossingsOf(graph, stops);
  const strengths = links.map(strengthOf);
  return {
    stops,
    hops,
    crossings,
    borders: crossings.filter((crossing) => crossing !== null).length,
    weakest: Math.max(0, strengths.indexOf(Math.min(...strengths))),
    changes: links.filter((link, at) => {
      const before = links[at - 1];
      return before !== undefined && !link.documents.some((one) => before.documents.includes(one));
    }).length,
    verdict: judgeChain(links),
    undated:
      during === undefined
        ? []
        : links.flatMap((link, at) => (isWithin(link, during) === "undated" ? [at] : [])),
  };
}
