// Chains of evidence between two nodes, best first. What a chain is worth is the band of its weakest
// link; the search therefore goes down the bands, each time over the links of that band or a higher
// one, and takes the chains found there in order of changes of story, hops, strength and ids (A*,
// guided by the cheapest walks). It always runs from the lesser id, so both ways give one chain.

import type { TraceGraph } from "../graph/trace-graph.js";
import { arcTableOf } from "./arc-table.js";
import { type Chain, createChain } from "./chain.js";
import type { ChainSearch } from "./chain-bounds.js";
import {
  type ChainKind,
  type ChainOptions,
  type ChainReach,
  chainReach,
  MOST_VIA,
} from "./chain-filter.js";
import { createStepCount, searchChains } from "./search-chains.js";

/** Chains of one kind, and what was looked through for them. */
export interface ChainResult {
  /** Best first: see {@link findChains}. */
  readonly chains: readonly Chain[];
  /** Kind of all chains; `linked` where there are none. */
  readonly kind: ChainKind;
  /** Relationship types that were followed, sorted. */
  readonly searchedTypes: readonly string[];
  readonly maxHops: number;
  /** True where common ground was asked for. */
  readonly isCommonGround: boolean;
  /** True where the search was stopped before every chain that could be better was seen. */
  readonly isCut: boolean;
}

const LIMIT = 3;
const MAX_HOPS = 6;
const KINDS: readonly ChainKind[] = ["linked", "common-ground", "same-report"];

/**
 * The best chains between two nodes, by index. The order is: band of the weakest link, fewest changes
 * of story (hops after another that no report tells both), fewest hops, strongest weakest link
 * (confidence in hundredths, then independent sources), then ids of stops and links. A chain meets no node and tells no fact
 * twice; of chains over the same stops, or of the same facts, the best is given. Unless `isCut`, this
 * is exact: no chain that was left out is better than one that was found. Common ground is only
 * looked for where it is asked for and no chain of links was found; there fewest hops come first.
 */
export function findChains(
  graph: TraceGraph,
  from: number,
  to: number,
  options: ChainOptions = {},
): ChainResult {
  const isCommonGround = options.commonGround === true;
  const kinds = isCommonGround ? KINDS : KINDS.slice(0, 1);
  const most = mostHops(options);
  let isCut = false;
  for (const kind of kinds) {
    // What two things have in common is told by the nearest of it, so its hops are tried one by one.
    for (let hops = kind === "linked" ? most : 1; hops <= most; hops += 1) {
      const found = findOfKind(graph, from, to, kind, { ...options, maxHops: hops });
      isCut ||= found.isCut;
      if (found.chains.length > 0) return { ...found, maxHops: most, kind, isCommonGround, isCut };
    }
  }
  return {
    chains: [],
    kind: "linked",
    searchedTypes: typesOf(graph, chainReach(graph, kinds.at(-1) ?? "linked", options)),
    maxHops: most,
    isCommonGround,
    isCut,
  };
}

const mostHops = ({ maxHops }: ChainOptions): number => Math.max(1, maxHops ?? MAX_HOPS);

function findOfKind(
  graph: TraceGraph,
  from: number,
  to: number,
  kind: ChainKind,
  options: ChainOptions,
): Omit<ChainResult, "kind" | "isCommonGround"> {
  const reach = chainReach(graph, kind, options);
  const maxHops = mostHops(options);
  const searchedTypes = typesOf(graph, reach);
  const isTurned = from > to;
  const search = toSearch(graph, isTurned ? [to, from] : [from, to], maxHops, options);
  const steps = createStepCount();
  const chains: Chain[] = [];
  if (from === to) return { chains, searchedTypes, maxHops, isCut: false };
  const limit = Math.max(1, options.limit ?? LIMIT);
  for (const arcs of searchChains(graph, search, reach, steps)) {
    const chain = createChain(graph, from, isTurned ? turned(arcs) : arcs, options.during);
    const isWanted = options.crossBorder !== true || chain.borders > 0;
    if (isWanted && chains.every((other) => !isSame(graph, chain, other))) chains.push(chain);
    if (chains.length >= limit) break;
  }
  return { chains, searchedTypes, maxHops, isCut: steps.isCut };
}

/** The arcs of a chain from its other end. */
const turned = (arcs: readonly number[]): readonly number[] =>
  [...arcs].reverse().map((arc) => arc ^ 1);

function toSearch(
  graph: TraceGraph,
  [start, goal]: readonly [number, number],
  maxHops: number,
  { via = [] }: ChainOptions,
): ChainSearch {
  const wanted = [...new Set(via)].filter((node) => node !== start && node !== goal);
  const bits = new Map(wanted.slice(0, MOST_VIA).map((node, bit) => [node, 1 << bit]));
  return {
    index: arcTableOf(graph),
    start,
    goal,
    maxHops,
    viaBit: (node) => bits.get(node) ?? 0,
    allVia: (1 << bits.size) - 1,
  };
}

/** True where two chains meet the same stops or tell the same facts. */
function isSame(graph: TraceGraph, a: Chain, b: Chain): boolean {
  const facts = ({ hops }: Chain): string =>
    hops.map(({ link }) => graph.links[link]?.fact ?? "").join("\n");
  return a.stops.join() === b.stops.join() || facts(a) === facts(b);
}

function typesOf({ links }: TraceGraph, { mayFollow }: ChainReach): readonly string[] {
  return [...new Set(links.filter((_, at) => mayFollow[at]).map((link) => link.type))].sort();
}
