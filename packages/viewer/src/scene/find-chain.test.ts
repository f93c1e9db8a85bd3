import { describe, expect, it } from "vitest";
import { type ChainGraph, findChain } from "./find-chain.js";
import type { Doubt } from "./scene.js";

const KINDS = ["Agency", "Operation", "Drug", "Country", "Agency", "Network"];

/** Six things: an agency, its operation, a drug, a state, another agency, a network. */
function graph(
  edges: readonly (readonly [from: number, to: number, doubt?: Doubt])[],
  reports: readonly number[] = [],
): ChainGraph {
  return {
    nodes: KINDS.map((kind, at) => ({
      kind,
      grounds: kind === "Country" ? [] : [at % 2],
      isGround: kind === "Country" ? 2 : null,
    })),
    edges: edges.map(([from, to, doubt = "asserted"], at) => ({
      from,
      to,
      doubt,
      type: "CONDUCTED",
      confidence: 1,
      sources: 2,
      evidence: [at + 1],
    })),
    evidence: edges.map((_, at) => ({ document: reports[at] ?? 0 })),
  };
}

describe("findChain", () => {
  it("gives stops and hops from the first to the last, with directions", () => {
    const chain = findChain(
      graph([
        [0, 1],
        [2, 1],
        [2, 3],
      ]),
      0,
      3,
    );
    expect(chain?.stops).toEqual([0, 1, 2, 3]);
    expect(chain?.hops).toEqual([
      { edge: 0, forward: true },
      { edge: 1, forward: false },
      { edge: 2, forward: true },
    ]);
  });

  it("never passes through a state", () => {
    expect(
      findChain(
        graph([
          [0, 3],
          [4, 3],
        ]),
        0,
        4,
      ),
    ).toBeNull();
  });

  it("never uses what somebody denies", () => {
    expect(findChain(graph([[0, 1, "denied"]]), 0, 1)).toBeNull();
  });

  it("goes a step further to stay in one report", () => {
    const edges = [
      [0, 1],
      [1, 5],
      [0, 4],
      [4, 5],
    ] as const;
    expect(findChain(graph(edges, [0, 9, 1, 1]), 0, 5)?.stops).toEqual([0, 4, 5]);
  });

  it("counts the fewest borders the stops can cross", () => {
    expect(
      findChain(
        graph([
          [0, 1],
          [1, 2],
          [2, 3],
        ]),
        0,
        3,
      )?.borders,
    ).toBe(3);
  });

  it("joins nothing to itself", () => {
    expect(findChain(graph([[0, 1]]), 0, 0)).toBeNull();
  });
});
