import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../scene/scene.js";
import { type LabelWish, placeLabels, touches } from "./place-labels.js";

const room = {
  frame: { x: 0, y: 0, width: 400, height: 300 },
  fontSize: 12,
  subSize: 11,
  obstacles: [{ x: 180, y: 130, width: 60, height: 14 }],
  lines: [],
};

const wish: fc.Arbitrary<LabelWish> = fc.record({
  x: fc.integer({ min: 10, max: 390 }),
  y: fc.integer({ min: 10, max: 290 }),
  size: fc.integer({ min: 3, max: 9 }),
  text: fc.constantFrom(
    "Vigo",
    "Harbour Police of Lisbon",
    "Port Authority of the Northern Quays",
    "2 Mar",
  ),
  sub: fc.constantFrom(null, "9 arrested · 2,100 kg"),
  bold: fc.boolean(),
  priority: fc.integer({ min: 0, max: 9 }),
  wanted: fc.boolean(),
});

/** Boxes around all nodes but the one of a label and those that stand in its very place. */
function otherDiscs(wishes: readonly LabelWish[], own: number): readonly Box[] {
  const { x: ownX, y: ownY } = wishes[own] ?? { x: Number.NaN, y: Number.NaN };
  return wishes
    .filter(({ x, y }, at) => at !== own && !(x === ownX && y === ownY))
    .map(({ x, y, size }) => ({ x: x - size, y: y - size, width: 2 * size, height: 2 * size }));
}

describe("placeLabels", () => {
  it("never lets a label touch another, a node, an obstacle or the frame", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const places = placeLabels(wishes, room);
        const boxes = places.flatMap((place, at) => (place ? [{ at, box: place.box }] : []));
        for (const { at, box } of boxes) {
          const others = boxes.filter((other) => other.at !== at).map((other) => other.box);
          const forbidden = [...others, ...room.obstacles, ...otherDiscs(wishes, at)];
          expect(forbidden.filter((other) => touches(box, other, 0))).toEqual([]);
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("places a lone label to the right of its node", () => {
    const lone = {
      x: 100,
      y: 100,
      size: 6,
      text: "Vigo",
      sub: null,
      bold: false,
      priority: 0,
      wanted: true,
    };
    const [place] = placeLabels([lone], room);
    expect(place?.anchor).toBe("start");
    expect(place?.x).toBeGreaterThan(106);
  });

  it("lets the one of higher priority choose first", () => {
    const base = { y: 100, size: 5, text: "Ghent", sub: null, bold: false, wanted: true };
    const frame = { x: 30, y: 92, width: 90, height: 16 };
    const wishes = [
      { ...base, x: 40, priority: 1 },
      { ...base, x: 110, priority: 2 },
    ];
    const places = placeLabels(wishes, { ...room, frame });
    expect(places.map((place) => place !== null)).toEqual([false, true]);
  });

  it("breaks a long name into two lines", () => {
    const long = {
      x: 200,
      y: 60,
      size: 6,
      text: "General Directorate for Narcotics Control",
      sub: null,
      bold: false,
      priority: 0,
      wanted: true,
    };
    expect(placeLabels([long], room)[0]?.lines).toEqual([
      "General Directorate",
      "for Narcotics Control",
    ]);
  });
});
