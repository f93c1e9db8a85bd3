import { type ChainOptions, findChains, type TraceGraph } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { plainGraph } from "./plain-graph.js";

const at = (graph: TraceGraph, name: string): number =>
  graph.nodes.findIndex(({ id }) => id === name);

/** The stops between two nodes on each chain, or the word for what they have in common. */
function between(
  graph: TraceGraph,
  from: string,
  to: string,
  options: ChainOptions = {},
): readonly string[] {
  const { chains } = findChains(graph, at(graph, from), at(graph, to), options);
  return chains.map(({ stops }) => stops.map((stop) => graph.nodes[stop]?.name ?? "").join(""));
}

describe("which chain comes first", () => {
  it.each<[string, Parameters<typeof plainGraph>[0], string]>([
    [
      "the one whose weakest link is of a higher band, however long",
      [
        ["a z", { confidence: 0.59 }],
        ["a b", { confidence: 0.61 }],
        ["b c", {}],
        ["c z", {}],
      ],
      "abcz",
    ],
    [
      "the shorter one where the bands are the same, however much surer the longer one is",
      [
        ["a z", { confidence: 0.61 }],
        ["a b", { confidence: 0.84 }],
        ["b z", { confidence: 0.84 }],
      ],
      "az",
    ],
    [
      "of equally long ones that whose weakest link is stronger",
      [
        ["a b", { confidence: 0.61 }],
        ["b z", {}],
        ["a c", { confidence: 0.62 }],
        ["c z", {}],
      ],
      "acz",
    ],
    [
      "of equally long ones equal where print rounds to equal, so that the lesser ids win",
      [
        ["a c", { confidence: 0.704 }],
        ["c z", {}],
        ["a b", { confidence: 0.701 }],
        ["b z", {}],
      ],
      "abz",
    ],
    [
      "of equally sure ones that whose weakest link has more sources",
      [
        ["a b", { confidence: 0.7 }],
        ["b z", {}],
        ["a c", { confidence: 0.7, sources: 2 }],
        ["c z", {}],
      ],
      "acz",
    ],
    [
      "the one told in one story",
      [
        ["a b", { documents: [0] }],
        ["b z", { documents: [1] }],
        ["a c", { documents: [2] }],
        ["c d", { documents: [2, 3] }],
        ["d z", { documents: [3] }],
      ],
      "acdz",
    ],
    [
      "the one of the lesser ids where nothing else tells",
      [
        ["a c", {}],
        ["c z", {}],
        ["a b", {}],
        ["b z", {}],
      ],
      "abz",
    ],
  ])("is %s", (_, links, first) => {
    expect(between(plainGraph(links), "a", "z")[0]).toBe(first);
  });
});

describe("what a chain leads over", () => {
  it.each<[string, Parameters<typeof plainGraph>, ChainOptions, readonly string[]]>([
    [
      "no publisher or goods",
      [
        [
          ["a b", {}],
          ["b z", {}],
        ],
        { b: { passes: false } },
      ],
      {},
      [],
    ],
    [
      "these where common ground is asked for",
      [
        [
          ["a b", {}],
          ["b z", {}],
        ],
        { b: { passes: false } },
      ],
      { commonGround: true },
      ["abz"],
    ],
    ["no link that says nothing", [[["a z", { walk: false }]]], {}, []],
    ["no denied link", [[["a z", { modality: "denied" }]]], { commonGround: true }, []],
    ["an alleged one", [[["a z", { modality: "alleged" }]]], {}, ["az"]],
    [
      "no fact twice",
      [
        [
          ["a b", { fact: "one" }],
          ["b z", { fact: "one" }],
        ],
      ],
      {},
      [],
    ],
    [
      "chains of the same facts once",
      [
        [
          ["a b", { fact: "one" }],
          ["b z", { fact: "two" }],
          ["a c", { fact: "one" }],
          ["c z", { fact: "two" }],
        ],
      ],
      {},
      ["abz"],
    ],
    [
      "wanted types only",
      [
        [
          ["a z", {}],
          ["a b", { type: "PAID" }],
          ["b z", { type: "PAID" }],
        ],
      ],
      { types: ["PAID"] },
      ["abz"],
    ],
    [
      "no type left out",
      [
        [
          ["a z", {}],
          ["a b", { type: "PAID" }],
          ["b z", { type: "PAID" }],
        ],
      ],
      { notTypes: ["MET"] },
      ["abz"],
    ],
    [
      "no kind left out",
      [
        [
          ["a b", {}],
          ["b z", {}],
        ],
        { b: { kind: "Network", labels: ["Network"] } },
      ],
      { notTypes: ["Network"] },
      [],
    ],
    [
      "no node left out",
      [
        [
          ["a b", {}],
          ["b z", {}],
          ["a z", { confidence: 0.5 }],
        ],
      ],
      { notNodes: [1] },
      ["az"],
    ],
    [
      "the stop that is asked for",
      [
        [
          ["a b", {}],
          ["b z", {}],
          ["a z", {}],
        ],
      ],
      { via: [1] },
      ["abz"],
    ],
    [
      "links sure enough, as printed",
      [[["a z", { confidence: 0.796 }]]],
      { minConfidence: 0.8 },
      ["az"],
    ],
    ["no link less sure", [[["a z", { confidence: 0.79 }]]], { minConfidence: 0.8 }, []],
    ["links put as asked", [[["a z", { modality: "planned" }]]], { modality: ["asserted"] }, []],
    [
      "so many hops at most",
      [
        [
          ["a b", {}],
          ["b z", {}],
        ],
      ],
      { maxHops: 1 },
      [],
    ],
    [
      "a border where one is asked for",
      [
        [
          ["a z", {}],
          ["a b", { confidence: 0.6 }],
          ["b z", { confidence: 0.6 }],
        ],
        { a: { states: ["iq"] }, b: { states: ["sy"] }, z: { states: ["iq"] } },
      ],
      { crossBorder: true },
      ["abz"],
    ],
  ])("is %s", (_, graph, options, expected) => {
    expect(between(plainGraph(...graph), "a", "z", options)).toEqual(expected);
  });
});

describe("a chain at a time", () => {
  const graph = plainGraph([
    ["a z", { since: "2008", until: "2012-05" }],
    ["a b", { since: "2020-03" }],
    ["b z", {}],
  ]);

  it.each([
    ["2010", "2010", ["az"]],
    ["2012-05-20", "2012-05-20", ["az"]],
    ["2012-06", "2019", []],
    ["2020", "2020", ["abz"]],
    ["2012-01", "2020-12", ["az", "abz"]],
  ])("from %s to %s leads over what held then", (from, to, expected) => {
    expect(between(graph, "a", "z", { during: { from, to } })).toEqual(expected);
  });

  it("keeps what no report dates, and says which hop that is", () => {
    const during = { from: "2021", to: "2021" };
    const { chains } = findChains(graph, 0, 2, { during });
    expect(chains.map(({ undated }) => undated)).toEqual([[1]]);
    expect(findChains(graph, 0, 2).chains[0]?.undated).toEqual([]);
  });
});

describe("the verdict on a chain", () => {
  it.each([
    ["sure", {}],
    ["doubtful", { modality: "alleged" }],
    ["doubtful", { deniedBy: ["Cape Courier"] }],
    ["doubtful", { inferred: true }],
    ["doubtful", { confidence: 0.5 }],
  ])("is %s for a link with %o", (verdict, link) => {
    expect(
      findChains(plainGraph([["a z", { confidence: 0.95, ...link }]]), 0, 1).chains,
    ).toMatchObject([{ verdict }]);
  });
});

describe("a search too large to finish", () => {
  it("stops and says so", () => {
    const names = Array.from({ length: 40 }, (_, index) => `n${String(index).padStart(2, "0")}`);
    const all = names.flatMap((from, index) =>
      names.slice(index + 1).map((to) => [`${from} ${to}`, {}] as const),
    );
    const nodes = Object.fromEntries(names.map((name) => [name, { states: ["iq"] }]));
    const graph = plainGraph(all, nodes);
    const { isCut, chains } = findChains(graph, 0, 1, { crossBorder: true });
    expect({ isCut, chains }).toEqual({ isCut: true, chains: [] });
  });
});
