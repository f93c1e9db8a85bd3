// Chains of evidence between two entities, best first. A partial chain waits in a heap under the
// least number of hops it can end with (hops so far plus distance to the goal) and its weakest link
// so far; both bounds only get worse, so complete chains leave the heap in final order (A* over
// simple paths). Where only hubs join the two, the search is repeated with hubs, then with reports.
import type { GraphReader } from "../graph/graph-reader.js";
import { ChainHeap, type PartialChain } from "./chain-heap.js";
import { type ChainStep, describeChain, type EvidenceChain } from "./describe-chain.js";
import { readNumber, readText } from "./trace-node.js";

/**
 * What a chain may lead over: `linked` over links that say something of both ends; `common-ground`
 * also over a state or drug that both merely have in common; `same-report` over a report that names
 * both.
 */
export type ChainKind = "linked" | "common-ground" | "same-report";

export interface ChainOptions {
  /** Chains to return; 3 when absent. */
  readonly limit?: number;
  /** Most hops of a chain; 6 when absent. */
  readonly maxHops?: number;
}

/** Chains of one kind, and what was looked through for them. */
export interface ChainResult {
  /** Fewest hops first, then the strongest weakest link. */
  readonly chains: readonly EvidenceChain[];
  /** Kind of all chains; the widest kind tried when there are none. */
  readonly kind: ChainKind;
  /** Relationship types that were followed, sorted. */
  readonly searchedTypes: readonly string[];
  readonly maxHops: number;
  /** True where the search was stopped before every chain of the kind was seen. */
  readonly isCut: boolean;
}

const LIMIT = 3;
const MAX_HOPS = 6;
/** PartialChain chains looked at before a search stops: about a second. */
const MAX_STEPS = 400_000;

/** Relations in which a state is ground under someone's feet and no actor. */
const TERRITORIAL = new Set([
  "AGENCY_OF",
  "LOCATED_IN",
  "OPERATES_IN",
  "TOOK_PLACE_IN",
  "PRODUCED_IN",
  "SMUGGLED_FROM",
  "SMUGGLED_VIA",
  "SMUGGLED_TO",
  "FROM",
  "VIA",
  "TO",
  "HOLDS_POSITION",
]);

/** The best chains of evidence between two nodes; both ends are slots. */
export function findChains(
  graph: GraphReader,
  from: number,
  to: number,
  options: ChainOptions = {},
): ChainResult {
  const limit = Math.max(1, options.limit ?? LIMIT);
  const maxHops = Math.max(1, options.maxHops ?? MAX_HOPS);
  const kinds: readonly ChainKind[] = ["linked", "common-ground", "same-report"];
  let isCut = false;
  for (const kind of kinds) {
    const search = searchChains(graph, from, to, { kind, limit, maxHops });
    isCut ||= search.isCut;
    if (search.paths.length > 0 || kind === "same-report") {
      const chains = search.paths.map((path) => describeChain(graph, from, path));
      return { chains, kind, searchedTypes: searchedTypes(graph, kind), maxHops, isCut };
    }
  }
  throw new TypeError("the last kind of chain always answers");
}

const searchedTypes = (graph: GraphReader, kind: ChainKind): readonly string[] =>
  graph.relationshipTypes().filter((type) => kind === "same-report" || type !== "MENTIONED_IN");

interface Search {
  readonly kind: ChainKind;
  readonly limit: number;
  readonly maxHops: number;
}

function searchChains(
  graph: GraphReader,
  from: number,
  to: number,
  search: Search,
): { readonly paths: readonly (readonly ChainStep[])[]; readonly isCut: boolean } {
  const distance = distancesTo(graph, to, search);
  const paths: (readonly ChainStep[])[] = [];
  if (from === to || distance.get(from) === undefined) return { paths, isCut: false };
  const waiting = new ChainHeap(distance);
  waiting.push({ node: from, step: null, before: null, hops: 0, weakest: 1, key: "" });
  let steps = 0;
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    if (best.node === to) {
      if (isDistinct(paths, best)) paths.push(stepsOf(best));
      if (paths.length >= search.limit) break;
      continue;
    }
    steps += 1;
    if (steps > MAX_STEPS) return { paths, isCut: true };
    extend(graph, best, distance, search, (next) => waiting.push(next));
  }
  return { paths, isCut: false };
}

/** Parallel relationships give chains over the same nodes; the strongest of them is enough. */
function isDistinct(paths: readonly (readonly ChainStep[])[], found: PartialChain): boolean {
  const nodes = stepsOf(found).map((step) => step.to);
  return !paths.some(
    (path) => path.length === nodes.length && path.every((step, index) => step.to === nodes[index]),
  );
}

function stepsOf(end: PartialChain): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (let at: PartialChain | null = end; at?.step != null; at = at.before) steps.unshift(at.step);
  return steps;
}

function extend(
  graph: GraphReader,
  best: PartialChain,
  distance: ReadonlyMap<number, number>,
  search: Search,
  push: (next: PartialChain) => void,
): void {
  const visited = new Set<number>();
  for (let at: PartialChain | null = best; at !== null; at = at.before) visited.add(at.node);
  graph.expand(best.node, "both", null, (relationship, neighbour) => {
    const left = distance.get(neighbour);
    if (left === undefined || visited.has(neighbour)) return true;
    if (best.hops + 1 + left > search.maxHops) return true;
    if (!mayFollow(graph, best, relationship, search.kind)) return true;
    const confidence = readNumber(graph.relationshipProperty(relationship, "confidence")) ?? 0;
    const id = readText(graph.relationshipProperty(relationship, "id")) ?? String(relationship);
    push({
      node: neighbour,
      step: { relationship, from: best.node, to: neighbour },
      before: best,
      hops: best.hops + 1,
      weakest: Math.min(best.weakest, confidence),
      key: `${best.key} ${id}`,
    });
    return true;
  });
}

/** Whether a chain may go on over a relationship, given the step that led to the node. */
function mayFollow(
  graph: GraphReader,
  at: PartialChain,
  relationship: number,
  kind: ChainKind,
): boolean {
  const type = graph.typeOf(relationship);
  if (type === "MENTIONED_IN") return kind === "same-report";
  if (at.step === null || kind !== "linked") return true;
  if (graph.hasLabel(at.node, "Drug")) return false;
  const isState = graph.hasLabel(at.node, "Country");
  return !isState || !TERRITORIAL.has(type) || !TERRITORIAL.has(graph.typeOf(at.step.relationship));
}

/** Hops to the goal for every node within reach, over all relationships of the kind. */
function distancesTo(graph: GraphReader, to: number, search: Search): ReadonlyMap<number, number> {
  const distance = new Map([[to, 0]]);
  let edge = [to];
  for (let hops = 1; hops <= search.maxHops && edge.length > 0; hops += 1) {
    const next: number[] = [];
    for (const node of edge) {
      graph.expand(node, "both", null, (relationship, neighbour) => {
        const isReport = graph.typeOf(relationship) === "MENTIONED_IN";
        if (distance.has(neighbour) || (isReport && search.kind !== "same-report")) return true;
        distance.set(neighbour, hops);
        next.push(neighbour);
        return true;
      });
    }
    edge = next;
  }
  return distance;
}
