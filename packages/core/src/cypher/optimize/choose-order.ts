import type { PatternGraph } from "../plan/pattern-graph.js";
import { type Growth, growthOf } from "./estimate.js";
import type { Pace } from "./pace.js";
import {
  afterMove,
  type Move,
  possibleMoves,
  readyPredicates,
  type SearchState,
  startSearch,
} from "./pattern-search.js";
import type { Statistics } from "./statistics.js";

/** Above this many nodes only one start is tried, so that planning stays fast. */
const MAX_STARTS = 12;

interface Order {
  readonly moves: readonly Move[];
  readonly cost: number;
}

/**
 * The order in which a pattern is searched: for every possible first move the rest greedily by rank,
 * and of these the one with the least work in all. O(starts × moves²).
 */
export function chooseOrder(
  pattern: PatternGraph,
  statistics: Statistics,
  pace: Pace,
): readonly Move[] {
  pace.stepWithoutPause();
  const start = startSearch(pattern);
  const state = { ...start, waiting: readyPredicates(start.waiting, start.bound).waiting };
  const firsts = byRank(possibleMoves(pattern, state), state, pattern, statistics);
  const tried = firsts.slice(0, pattern.nodes.length > MAX_STARTS ? 1 : firsts.length);
  let best: Order | null = null;
  for (const { move, growth } of tried) {
    const order = completeOrder(move, growth, state, pattern, statistics, best?.cost ?? Infinity);
    if (order !== null && (best === null || order.cost < best.cost)) {
      best = order;
    }
  }
  return best?.moves ?? [];
}

/** Null as soon as the order is worse than the limit. */
function completeOrder(
  first: Move,
  firstGrowth: Growth,
  start: SearchState,
  pattern: PatternGraph,
  statistics: Statistics,
  limit: number,
): Order | null {
  const moves: Move[] = [];
  let state = start;
  let rows = 1;
  let cost = 0;
  let next: RankedMove | undefined = {
    move: first,
    growth: firstGrowth,
  };
  while (next !== undefined) {
    moves.push(next.move);
    cost += rows * next.growth.work;
    rows *= next.growth.rows;
    if (cost >= limit) {
      return null;
    }
    const moved = afterMove(state, next.move);
    state = { ...moved, waiting: readyPredicates(moved.waiting, moved.bound).waiting };
    [next] = byRank(possibleMoves(pattern, state), state, pattern, statistics);
  }
  return { moves, cost };
}

interface RankedMove {
  readonly move: Move;
  readonly growth: Growth;
}

/** Moves that take rows away for little work first: (rows - 1) / work, as for joins in a row. */
function byRank(
  moves: readonly Move[],
  state: SearchState,
  pattern: PatternGraph,
  statistics: Statistics,
): readonly RankedMove[] {
  const rank = ({ growth: { rows, work } }: RankedMove) => (rows - 1) / Math.max(work, 1);
  return moves
    .map((move) => ({ move, growth: growthOf(move, state, pattern, statistics) }))
    .sort((a, b) => rank(a) - rank(b));
}
