import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBridges } from "./find-bridges.js";

describe("bridges of a graph", () => {
  it.each([
    [
      "a chain of four",
      4,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
    ],
    [
      "a triangle with a tail",
      4,
      [
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
      ],
      [[3, 1]],
    ],
    [
      "two links between the same ends",
      3,
      [
        [0, 1],
        [1, 0],
        [1, 2],
      ],
      [[2, 1]],
    ],
    [
      "two parts that nothing joins",
      5,
      [
        [0, 1],
        [2, 3],
        [3, 4],
      ],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    ],
    [
      "a loop",
      2,
      [
        [0, 0],
        [0, 1],
      ],
      [[1, 1]],
    ],
  ] as const)("finds those of %s", (_, nodes, links, wanted) => {
    expect(findBridges(nodes, links).map(({ link, holds }) => [link, holds])).toEqual(wanted);
  });

  it("finds exactly the links without which a part falls off, with the size of the smaller one", () => {
    const graphs = fc.integer({ min: 1, max: 9 }).chain((nodes) => {
      const end = fc.integer({ min: 0, max: nodes - 1 });
      return fc.record({
        nodes: fc.constant(nodes),
        links: fc.array(fc.tuple(end, end), { maxLength: 14 }),
      });
    });
    fc.assert(
      fc.property(graphs, ({ nodes, links }) => {
        const slow = links.flatMap(([from, to], link) => {
          const rest = links.filter((_, at) => at !== link);
          const part = reach(nodes, rest, from);
          if (part.has(to)) return [];
          return [{ link, holds: Math.min(part.size, reach(nodes, rest, to).size) }];
        });
        expect(findBridges(nodes, links)).toEqual(slow);
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it("walks a chain of a hundred thousand", () => {
    const links = Array.from({ length: 99_999 }, (_, at) => [at, at + 1] as const);
    expect(findBridges(100_000, links)[49_999]).toEqual({ link: 49_999, holds: 50_000 });
  });
});

function reach(
  nodes: number,
  links: readonly (readonly [number, number])[],
  from: number,
): ReadonlySet<number> {
  const seen = new Set([from]);
  for (let round = 0; round < nodes; round += 1)
    for (const [a, b] of links) {
      if (seen.has(a)) seen.add(b);
      if (seen.has(b)) seen.add(a);
    }
  return seen;
}
