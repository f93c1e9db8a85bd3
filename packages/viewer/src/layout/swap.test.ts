import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body, Tie } from "./body.js";
import { cellOf } from "./convex-cell.js";
import { tangle, untangle } from "./swap.js";

const FRAME = cellOf([
  { x: 0, y: 0 },
  { x: 400, y: 0 },
  { x: 400, y: 400 },
  { x: 0, y: 400 },
]);

/** A disc on one of two grounds; two numbers below a hundred are its place. */
const bodyAt = (node: number, x: number, y: number, ground: number): Body => ({
  node,
  x: x * 4,
  y: y * 4,
  radius: 6,
  halfWidth: 20,
  halfHeight: 14,
  elbow: 30,
  degree: 1,
  home: FRAME,
  track: null,
  grounds: [ground],
});

const place = fc.record({
  x: fc.integer({ min: 0, max: 99 }),
  y: fc.integer({ min: 0, max: 99 }),
  ground: fc.integer({ min: 0, max: 1 }),
});

const picture = fc.array(place, { minLength: 8, maxLength: 14 }).chain((places) => {
  const end = fc.integer({ min: 0, max: places.length - 1 });
  const ends = fc.tuple(end, end).filter(([a, b]) => a !== b);
  return fc.array(ends, { minLength: 8, maxLength: 20 }).map((pairs) => ({
    bodies: places.map(({ x, y, ground }, at) => bodyAt(at, x, y, ground)),
    ties: pairs.map(([a, b]): Tie => ({ a, b, anchor: null, weight: 1 })),
  }));
});

/** How much easier the picture gets by the best change of places of two things on one ground. */
function bestChange(bodies: readonly Body[], ties: readonly Tie[]): number {
  const now = tangle(bodies, ties);
  const costs = bodies.flatMap((one, a) =>
    bodies.slice(a + 1).flatMap((two, next) => {
      if (one.grounds[0] !== two.grounds[0]) return [];
      const changed = bodies.map((body) => ({ ...body }));
      const b = a + 1 + next;
      changed[a] = { ...one, x: two.x, y: two.y };
      changed[b] = { ...two, x: one.x, y: one.y };
      return [now - tangle(changed, ties)];
    }),
  );
  return Math.max(0, ...costs);
}

describe("things that change places", () => {
  it("end where no change of two on one ground makes the picture easier to read", () => {
    fc.assert(
      fc.property(picture, ({ bodies, ties }) => {
        untangle(bodies, ties);
        expect(bestChange(bodies, ties)).toBeLessThan(1e-3);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("never make it harder, and take no place that was not there", () => {
    fc.assert(
      fc.property(picture, ({ bodies, ties }) => {
        const places = () =>
          bodies.map(({ x, y, grounds }) => `${grounds.join()} ${x},${y}`).sort();
        const [before, cost] = [places(), tangle(bodies, ties)];
        untangle(bodies, ties);
        expect(places()).toEqual(before);
        expect(tangle(bodies, ties)).toBeLessThanOrEqual(cost + 1e-3);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
