import { describe, expect, it } from "vitest";
import type { Body, Tie } from "./body.js";
import { cellOf } from "./convex-cell.js";
import { reseat } from "./reseat.js";
import { segmentsCross } from "./tie-lines.js";

const home = cellOf([
  { x: 0, y: 0 },
  { x: 400, y: 0 },
  { x: 400, y: 300 },
  { x: 0, y: 300 },
]);

const body = (node: number, x: number, y: number): Body => ({
  node,
  x,
  y,
  radius: 6,
  halfWidth: 40,
  halfHeight: 16,
  degree: 1,
  elbow: 0,
  home,
  track: null,
  grounds: [0],
});

const room = { obstacles: [{ x: 0, y: 0, width: 120, height: 30 }], margin: 12 };
const tie = (a: number, b: number): Tie => ({ a, b, anchor: null, weight: 1 });

describe("taking seats", () => {
  it("undoes a crossing", () => {
    const bodies = [body(0, 80, 80), body(1, 320, 220), body(2, 320, 80), body(3, 80, 220)];
    const [a, b, c, d] = bodies;
    if (!a || !b || !c || !d) throw new Error("four bodies are there");
    expect(segmentsCross(a, b, c, d)).toBe(true);
    reseat(bodies, [tie(0, 1), tie(2, 3)], room);
    expect(segmentsCross(a, b, c, d)).toBe(false);
  });

  it("takes things off each other, off a name and stays on the ground", () => {
    const bodies = Array.from({ length: 9 }, (_, at) => body(at, 60, 15));
    reseat(bodies, [], room);
    bodies.forEach((one, at) => {
      expect(one.x >= 12 && one.x <= 388 && one.y >= 12 && one.y <= 288).toBe(true);
      expect(one.x > 160 || one.y > 46).toBe(true);
      for (const two of bodies.slice(at + 1)) {
        expect(Math.abs(one.x - two.x) >= 80 || Math.abs(one.y - two.y) >= 32).toBe(true);
      }
    });
  });

  it("leaves alone what stands well", () => {
    const bodies = [body(0, 200, 100), body(1, 200, 200)];
    reseat(bodies, [], room);
    expect(bodies.map(({ x, y }) => [x, y])).toEqual([
      [200, 100],
      [200, 200],
    ]);
  });
});
