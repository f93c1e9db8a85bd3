import type { PatternRelationship } from "../plan/pattern-graph.js";
import type { Estimate, Growth } from "./estimate.js";
import type { Order } from "./order.js";
import { afterMove, type Move, type SearchState } from "./pattern-search.js";

/** What looking at a relationship costs that makes no row of its own. */
const COST_OF_LOOK = 0.2;

type ExpandMove = Extract<Move, { readonly kind: "expand" }>;

/**
 * The order with one more relationship where only numbers of rows are wanted: one whose far end nobody
 * reads is counted and makes no rows, and two over a node that nobody reads make one row an end. Null
 * when the relationship has to be followed. `read`: the names that are read afterwards.
 */
export function countedOrder(
  order: Order,
  move: Move,
  growth: Growth,
  estimate: Estimate,
  read: ReadonlySet<string>,
): Order | null {
  if (
    (move.kind !== "expand" && move.kind !== "scan") ||
    !isUnread(move.relationship, estimate, read)
  ) {
    return null;
  }
  const state = afterMove(order.state, move);
  const isHidden = (name: string): boolean =>
    !read.has(name) && estimate.asksOnlyLabels(name) && !isNeeded(name, state);
  if (move.kind === "scan") {
    const { from, to } = move.relationship;
    const isCounted = [from, to].every((name) => isHidden(name) && !estimate.isAsked(name));
    return isCounted && from !== to
      ? { state, last: { move, before: order }, rows: order.rows, cost: order.cost + 1 }
      : null;
  }
  const { from, to } = endsOf(move);
  const twice = twiceOrder(order, move, growth, estimate, isHidden);
  if (twice !== null && move.into) {
    return { ...twice, state };
  }
  if (move.into || isHidden(to)) {
    const rows = order.rows * Math.min(1, growth.rows);
    const cost = order.cost + order.rows * (1 + COST_OF_LOOK);
    return { state, last: { move, before: order }, rows, cost };
  }
  return twice === null || from === to ? null : { ...twice, state };
}

/** The move taken together with the one before, when that led to a node which is done with now. */
function twiceOrder(
  order: Order,
  move: ExpandMove,
  growth: Growth,
  estimate: Estimate,
  isHidden: (name: string) => boolean,
): Omit<Order, "state"> | null {
  const first = order.last?.move;
  const before = order.last?.before;
  if (first?.kind !== "expand" || before === undefined || first.into) {
    return null;
  }
  const middle = endsOf(first).to;
  const { from, to } = endsOf(move);
  const leadsOn = from === middle || (move.into && to === middle);
  if (!leadsOn || !isHidden(middle) || first.relationship.length !== null) {
    return null;
  }
  const last = { move, before: order };
  const looks = order.rows * growth.work * COST_OF_LOOK;
  if (move.into) {
    const rows = Math.min(before.rows, order.rows * growth.rows);
    return { last, rows, cost: before.cost + before.rows * (1 + COST_OF_LOOK) + looks };
  }
  const rows = Math.min(order.rows * growth.rows, before.rows * estimate.countOf(to));
  return { last, rows, cost: before.cost + looks + rows * COST_OF_LOOK };
}

export function endsOf({ relationship, reversed }: ExpandMove): {
  readonly from: string;
  readonly to: string;
} {
  return reversed
    ? { from: relationship.to, to: relationship.from }
    : { from: relationship.from, to: relationship.to };
}

function isUnread(
  { name, length }: PatternRelationship,
  estimate: Estimate,
  read: ReadonlySet<string>,
): boolean {
  return length === null && !read.has(name) && !estimate.isAsked(name);
}

function isNeeded(name: string, { relationships, shortest, searches }: SearchState): boolean {
  return (
    [...relationships, ...searches].some(({ from, to }) => from === name || to === name) ||
    shortest.some(({ relationship: { from, to } }) => from === name || to === name)
  );
}
