import type { Body, Tie } from "./body.js";
import { doCross, endsOf, passesOver } from "./tie-lines.js";

/**
 * How hard the picture is to read: crossings and bodies under ties weigh most, then length.
 * Lower is better.
 */
export function tangle(bodies: readonly Body[], ties: readonly Tie[]): number {
  let cost = 0;
  for (let at = 0; at < ties.length; at += 1) {
    const tie = ties[at];
    if (tie === undefined) continue;
    cost += tieCost(bodies, tie);
    for (let next = at + 1; next < ties.length; next += 1) {
      const other = ties[next];
      if (other !== undefined && doCross(bodies, tie, other)) cost += CROSSING;
    }
  }
  return cost;
}

const CROSSING = 60;
const COVERED = 90;
/** Nearest that a tie passes by a body. */
const AIR = 5;

/** Pictures come to rest after three to five rounds; the limit is for those that nobody has seen. */
const MOST_ROUNDS = 12;

/**
 * Lets bodies of one ground change places wherever that makes the picture easier to read, until no
 * change of two helps. O(rounds × pairs on one ground × ties).
 */
export function untangle(bodies: readonly Body[], ties: readonly Tie[]): void {
  const tiesOf = bodies.map((_, at) => ties.filter(({ a, b }) => a === at || b === at));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let better = false;
    for (let a = 0; a < bodies.length; a += 1) {
      for (let b = a + 1; b < bodies.length; b += 1) {
        if (maySwap(bodies[a], bodies[b]) && trySwap(bodies, ties, tiesOf, a, b)) better = true;
      }
    }
    if (!better) return;
  }
}

function maySwap(a: Body | undefined, b: Body | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.grounds.join() === b.grounds.join();
}

function trySwap(
  bodies: readonly Body[],
  ties: readonly Tie[],
  tiesOf: readonly (readonly Tie[])[],
  a: number,
  b: number,
): boolean {
  const own = [...new Set([...(tiesOf[a] ?? []), ...(tiesOf[b] ?? [])])];
  if (own.length === 0) return false;
  const before = localCost(bodies, ties, own, a, b);
  exchange(bodies, a, b);
  if (localCost(bodies, ties, own, a, b) < before - 1e-6) return true;
  exchange(bodies, a, b);
  return false;
}

function exchange(bodies: readonly Body[], a: number, b: number): void {
  const one = bodies[a];
  const two = bodies[b];
  if (one === undefined || two === undefined) return;
  const { x, y } = one;
  one.x = two.x;
  one.y = two.y;
  two.x = x;
  two.y = y;
}

function localCost(
  bodies: readonly Body[],
  ties: readonly Tie[],
  own: readonly Tie[],
  a: number,
  b: number,
): number {
  const passing = ties.filter((tie) => !own.includes(tie));
  let cost = 0;
  own.forEach((tie, at) => {
    cost += tieCost(bodies, tie);
    // A crossing of two own ties would else be met from both.
    cost += countCrossings(bodies, tie, [...own.slice(at + 1), ...passing]) * CROSSING;
  });
  for (const tie of passing) {
    for (const at of [a, b]) if (covers(bodies, tie, at)) cost += COVERED;
  }
  return cost;
}

function countCrossings(bodies: readonly Body[], tie: Tie, others: readonly Tie[]): number {
  let count = 0;
  for (const other of others) if (doCross(bodies, tie, other)) count += 1;
  return count;
}

function tieCost(bodies: readonly Body[], tie: Tie): number {
  const [from, to] = endsOf(bodies, tie);
  let cost = Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2) * 0.6;
  for (let at = 0; at < bodies.length; at += 1) if (covers(bodies, tie, at)) cost += COVERED;
  return cost;
}

const covers = (bodies: readonly Body[], tie: Tie, at: number): boolean =>
  at !== tie.a && at !== tie.b && passesOver(bodies, tie, at, AIR);
