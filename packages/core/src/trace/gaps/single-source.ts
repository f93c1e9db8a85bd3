import type { ChainReach } from "../chains/chain-filter.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTraceLink } from "../read/trace-link.js";
import { findBridges } from "./find-bridges.js";
import type { Gap } from "./gap.js";

/**
 * Links that one origin alone tells and that hold something: all that lies behind them is tied to the
 * rest of the case by nothing else. The one that holds most comes first.
 */
export function singleSource(trace: Trace, { mayFollow, mayPass }: ChainReach): readonly Gap[] {
  const { nodes, links } = trace.graph;
  // What lets no chain pass ties nothing together: each of its links leads to an end of its own.
  let ends = nodes.length;
  const end = (node: number): number => (mayPass[node] === true ? node : ends++);
  const followed = links.flatMap((link, at) => (mayFollow[at] === true ? [{ link, at }] : []));
  const joined = followed.map(({ link }) => [end(link.from), end(link.to)] as const);
  return findBridges(ends, joined, nodes.length).flatMap(({ link: index, holds }) => {
    const found = followed[index];
    if (found === undefined || found.link.sources > 1 || holds < 2) return [];
    const link = readTraceLink(trace.reader, trace.linkSlots[found.at] ?? -1);
    const words = `One origin alone says it; without it ${holds} things lose every tie to the rest.`;
    return [{ kind: "single-source", nodes: [link.start, link.end], link, weight: holds, words }];
  });
}
