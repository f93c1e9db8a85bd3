import type { PatternGraph } from "../plan/pattern-graph.js";
import { countedOrder, endsOf } from "./counted-order.js";
import { Estimate, type Growth } from "./estimate.js";
import type { Order } from "./order.js";
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

/**
 * The order in which a pattern is searched: dynamic programming over what is bound, from each possible
 * start along the relationships. Nothing is searched apart from what is bound as long as a
 * relationship leads on, unless an index or a value finds it. `read`: the names of the pattern that are
 * read when only numbers of rows are wanted; null when all rows are.
 */
export function chooseOrder(
  pattern: PatternGraph,
  statistics: Statistics,
  pace: Pace,
  read: ReadonlySet<string> | null,
): readonly Move[] {
  const start = startSearch(pattern);
  const estimate = new Estimate(pattern, start.waiting, new Sample(statistics));
  const state = { ...start, waiting: readyPredicates(start.waiting, start.bound).waiting };
  const size = pattern.nodes.length + pattern.relationships.length;
  const kept = Math.max(1, Math.min(MOST_KEPT, Math.floor(KEPT_TIMES_SIZE / Math.max(1, size))));
  let layer: readonly Order[] = [{ state, last: null, rows: 1, cost: 0 }];
  let best: Order | null = null;
  while (layer.length > 0) {
    const next = new Orders(read !== null);
    for (const order of layer) {
      const moves = sensibleMoves(pattern, order.state, estimate);
      if (moves.length === 0 && (best === null || order.cost < best.cost)) {
        best = order;
      }
      for (const move of moves) {
        // Each move is tried against the whole pattern.
        pace.stepWithoutPause(size);
        next.keepBetter(orderAfter(order, move, estimate, read));
      }
    }
    layer = next.cheapest(kept, best?.cost ?? Number.POSITIVE_INFINITY);
  }
  return best === null ? [] : inTurn(best);
}

function orderAfter(
  order: Order,
  move: Move,
  estimate: Estimate,
  read: ReadonlySet<string> | null,
): Order {
  const growth = estimate.growthOf(move, order.state.bound);
  const counted = read === null ? null : countedOrder(order, move, growth, estimate, read);
  return counted ?? extended(order, move, growth);
}

function extended(order: Order, move: Move, { work, rows }: Growth): Order {
  const moved = afterMove(order.state, move);
  const found = order.rows * rows;
  return {
    state: moved,
    last: { move, before: order },
    rows: found,
    cost: order.cost + order.rows * work + found * COST_OF_ROW,
  };
}

/** Whatever has been done in whichever order, what is left is the same: the cheapest way is enough. */
class Orders {
  readonly #byState = new Map<string, Order>();
  readonly #counts: boolean;

  /** `counts`: two relationships may be taken together, so that it matters where the last one led. */
  constructor(counts: boolean) {
    this.#counts = counts;
  }

  keepBetter(order: Order): void {
    const { bound, relationships, shortest, searches } = order.state;
    const key = [
      ...[...bound].sort(),
      ...relationships.map(({ name, from, to }) => `${from} ${name} ${to}`),
      shortest.length,
      searches.length,
      this.#counts ? lastReached(order) : "",
    ].join("\n");
    const known = this.#byState.get(key);
    if (known === undefined || order.cost < known.cost) {
      this.#byState.set(key, order);
    }
  }

  cheapest(count: number, limit: number): readonly Order[] {
    return [...this.#byState.values()]
      .filter(({ cost }) => cost < limit)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, count);
  }
}

function lastReached({ last }: Order): string {
  return last?.move.kind === "expand" && !last.move.into ? endsOf(last.move).to : "";
}

/** Moves that lead from what is bound to something else. */
const LEADING: ReadonlySet<Move["kind"]> = new Set(["expand", "take", "search"]);

function sensibleMoves(
  pattern: PatternGraph,
  state: SearchState,
  estimate: Estimate,
): readonly Move[] {
  const moves = possibleMoves(pattern, state);
  const leadsOn = moves.some(({ kind }) => LEADING.has(kind));
  return leadsOn
    ? moves.filter(
        (move) =>
          move.kind !== "scan" &&
          (move.kind !== "node" || estimate.isLookedUp(move.node.name, state.bound)),
      )
    : moves;
}

function inTurn(order: Order): readonly Move[] {
  const moves: Move[] = [];
  for (let at = order; at.last !== null; at = at.last.before) {
    moves.push(at.last.move);
  }
  return moves.reverse();
}
