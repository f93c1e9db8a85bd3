import type { PatternGraph } from "../plan/pattern-graph.js";
import { Estimate, type Growth } from "./estimate.js";
import type { Pace } from "./pace.js";
import {
  afterMove,
  type Move,
  possibleMoves,
  readyPredicates,
  type SearchState,
  startSearch,
} from "./pattern-search.js";
import { Sample } from "./sample.js";
import type { Statistics } from "./statistics.js";

/** Orders of equal sets of moves that are carried along; large patterns get fewer, so that planning stays fast. */
const MOST_KEPT = 48;
const KEPT_TIMES_SIZE = 480;
/** What a row costs that is handed on, beside what was looked at to find it. */
const COST_OF_ROW = 0.2;

/** The best way found to do some of the moves. */
interface Order {
  readonly state: SearchState;
  /** Moves in turn, the last one first. */
  readonly moves: MoveList | null;
  readonly rows: number;
  readonly cost: number;
}
interface MoveList {
  readonly move: Move;
  readonly before: MoveList | null;
}

/**
 * The order in which a pattern is searched: dynamic programming over what is bound, from each possible
 * start along the relationships. Nothing is searched apart from what is bound as long as a
 * relationship leads on, unless an index or a value finds it.
 */
export function chooseOrder(
  pattern: PatternGraph,
  statistics: Statistics,
  pace: Pace,
): readonly Move[] {
  const start = startSearch(pattern);
  const estimate = new Estimate(pattern, start.waiting, new Sample(statistics));
  const state = { ...start, waiting: readyPredicates(start.waiting, start.bound).waiting };
  const size = pattern.nodes.length + pattern.relationships.length;
  const kept = Math.max(1, Math.min(MOST_KEPT, Math.floor(KEPT_TIMES_SIZE / Math.max(1, size))));
  let layer: readonly Order[] = [{ state, moves: null, rows: 1, cost: 0 }];
  let best: Order | null = null;
  while (layer.length > 0) {
    const next = new Map<string, Order>();
    for (const order of layer) {
      const moves = sensibleMoves(pattern, order.state, estimate);
      if (moves.length === 0 && (best === null || order.cost < best.cost)) {
        best = order;
      }
      for (const move of moves) {
        pace.stepWithoutPause();
        keepBetter(next, extended(order, move, estimate.growthOf(move, order.state.bound)));
      }
    }
    const limit = best?.cost ?? Number.POSITIVE_INFINITY;
    layer = [...next.values()]
      .filter(({ cost }) => cost < limit)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, kept);
  }
  return inTurn(best?.moves ?? null);
}

function extended(order: Order, move: Move, { work, rows }: Growth): Order {
  const moved = afterMove(order.state, move);
  const found = order.rows * rows;
  return {
    state: moved,
    moves: { move, before: order.moves },
    rows: found,
    cost: order.cost + order.rows * work + found * COST_OF_ROW,
  };
}

/** Whatever has been done in whichever order, what is left is the same: the cheapest way is enough. */
function keepBetter(orders: Map<string, Order>, order: Order): void {
  const { bound, relationships, shortest } = order.state;
  const key = [
    ...[...bound].sort(),
    ...relationships.map(({ name, from, to }) => `${from} ${name} ${to}`),
    shortest.length,
  ].join("\n");
  const known = orders.get(key);
  if (known === undefined || order.cost < known.cost) {
    orders.set(key, order);
  }
}

function sensibleMoves(
  pattern: PatternGraph,
  state: SearchState,
  estimate: Estimate,
): readonly Move[] {
  const moves = possibleMoves(pattern, state);
  const leadsOn = moves.some(({ kind }) => kind === "expand" || kind === "take");
  return leadsOn
    ? moves.filter(
        (move) =>
          move.kind !== "scan" &&
          (move.kind !== "node" || estimate.isLookedUp(move.node.name, state.bound)),
      )
    : moves;
}

function inTurn(last: MoveList | null): readonly Move[] {
  const moves: Move[] = [];
  for (let at = last; at !== null; at = at.before) {
    moves.push(at.move);
  }
  return moves.reverse();
}
