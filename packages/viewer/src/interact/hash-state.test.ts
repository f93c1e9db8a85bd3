import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHash, writeHash } from "./hash-state.js";
import { START, type ViewState } from "./view-state.js";

const ids = ["agency:quay", "drug:x&y", "place:#7", "country:pt"];
const scene = {
  nodes: ids.map((id) => ({ id })),
  lines: [{ a: 0, b: 1 }],
  edges: [{ id: "agency:quay TRAFFICS drug:x&y" }],
  kinds: ["Agency", "Drug", "Place"].map((kind) => ({ kind, drawn: 1, count: 1 })),
  overview: {
    regionNames: ["Upper coast", "Lower coast"],
    bands: [
      { flow: "route", grain: "region", from: 0, to: 1 },
      { flow: "network", grain: "state", from: 3, to: 0 },
    ],
  },
} as unknown as Parameters<typeof writeHash>[0];

const node = fc.nat(ids.length - 1);
const state: fc.Arbitrary<ViewState> = fc.record({
  unfolded: fc.nat({ max: 99 }),
  hidden: fc.subarray(["Agency", "Drug", "Place", "flow:route"]).map((kinds) => new Set(kinds)),
  months: fc.constantFrom(null, ["2024-01", "2024-03"] as const),
  selection: fc.oneof(
    fc.constant(null),
    node.map((at) => ({ kind: "node", node: at }) as const),
    fc.constant({ kind: "line", line: 0 } as const),
    fc.constant({ kind: "edge", edge: 0 } as const),
    fc.nat(1).map((band) => ({ kind: "band", band }) as const),
  ),
  focus: fc.option(node),
  chain: fc.option(fc.tuple(node, node)),
});

describe("the state in the address", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(state, (given) => {
        const hash = writeHash(scene, given);
        if (hash === "") expect(given).toEqual(START);
        else expect(readHash(scene, hash)).toEqual({ state: given, missing: [] });
      }),
    );
  });

  it("names what the page does not know and opens nothing else", () => {
    const read = readHash(scene, "#?at=agency%3Agone&hide=Tanker&months=2024-13.2024-14");
    expect(read).toEqual({ state: START, missing: ["agency:gone"] });
  });

  it.each(["", "#list", "#e12", "#%E0%A4%A", `#?at=${"x".repeat(5000)}`])(
    "leaves %.20s to the browser",
    (hash) => {
      expect(readHash(scene, hash)).toBeNull();
    },
  );
});
