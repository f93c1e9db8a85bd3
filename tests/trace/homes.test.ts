import { PropertyGraph, type PropertyValue } from "@redthread/core/graph";
import { createTraceGraph, type TraceGraph } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";

const { schema } = smallPack();
type Properties = Readonly<Record<string, PropertyValue>>;

/** A case from its nodes, as `Label:name`, and its links, as `name TYPE name`. */
function caseOf(nodes: Readonly<Record<string, Properties>>, links: readonly string[]): TraceGraph {
  const graph = new PropertyGraph();
  const slots = new Map<string, number>();
  for (const [key, properties] of Object.entries(nodes)) {
    const [label = "", name = ""] = key.split(":");
    const labels = label === "Official" ? ["Official", "Person"] : [label];
    slots.set(name, graph.createNode(labels, Object.entries({ id: name, name, ...properties })));
  }
  for (const link of links) {
    const [from = "", type = "", to = ""] = link.split(" ");
    graph.createRelationship(type, slots.get(from) ?? 0, slots.get(to) ?? 0, []);
  }
  return createTraceGraph(graph, schema);
}

const STATES = {
  "Country:Iraq": { iso2: "IQ" },
  "Country:Syria": { iso2: "sy" },
  "Country:Nowhere": {},
};

const statesOf = (graph: TraceGraph, name: string): readonly string[] =>
  graph.nodes.find(({ id }) => id === name)?.states ?? [];

describe("the states of a thing", () => {
  it.each<[string, Readonly<Record<string, Properties>>, readonly string[], readonly string[]]>([
    ["of a body its own", { "Agency:X": {} }, ["X AGENCY_OF Iraq"], ["iq"]],
    ["of a body what is told of it", { "Agency:X": { country: "sy" } }, [], ["sy"]],
    ["of a state without a code its id", { "Agency:X": {} }, ["X AGENCY_OF Nowhere"], ["Nowhere"]],
    [
      "of a unit those of its ministry",
      { "Agency:X": {}, "Agency:Y": {} },
      ["X PART_OF Y", "Y AGENCY_OF Iraq"],
      ["iq"],
    ],
    [
      "of an official his body's and nothing else",
      { "Official:X": { country: "iq" }, "Agency:Y": {} },
      ["X HOLDS_POSITION Y", "Y AGENCY_OF Syria"],
      ["sy"],
    ],
    [
      "of an official of two bodies both",
      { "Official:X": {}, "Agency:Y": {}, "Agency:Z": {} },
      ["X HOLDS_POSITION Y", "Y AGENCY_OF Syria", "X HOLDS_POSITION Z", "Z AGENCY_OF Iraq"],
      ["iq", "sy"],
    ],
    [
      "of an official of a body without a state what is told of him",
      { "Official:X": { country: "iq" }, "Agency:Y": {} },
      ["X HOLDS_POSITION Y"],
      ["iq"],
    ],
    [
      "of a group where it works most first",
      { "Network:X": {}, "Place:P": {}, "Place:Q": {} },
      [
        "X OPERATES_IN P",
        "P LOCATED_IN Syria",
        "X OPERATES_IN Q",
        "Q LOCATED_IN Syria",
        "X OPERATES_IN Iraq",
      ],
      ["sy", "iq"],
    ],
    [
      "of two bodies that are part of each other none",
      { "Agency:X": {}, "Agency:Y": {} },
      ["X PART_OF Y", "Y PART_OF X"],
      [],
    ],
    [
      "of bodies in a circle that of the one that has it",
      { "Agency:X": {}, "Agency:Y": {}, "Agency:Z": { country: "sy" } },
      ["X PART_OF Y", "Y PART_OF Z", "Z PART_OF X"],
      ["sy"],
    ],
    ["of goods none, wherever they pass", { "Drug:X": {} }, ["X PRODUCED_IN Iraq"], []],
    ["of a route none", { "Route:X": {} }, ["X FROM Iraq"], []],
  ])("are %s", (_, nodes, links, expected) => {
    expect(statesOf(caseOf({ ...STATES, ...nodes }, links), "X")).toEqual(expected);
  });

  it("do not depend on the order in which a case is read", () => {
    const nodes = {
      ...STATES,
      "Network:X": {},
      "Network:Y": {},
      "Agency:A": {},
      "Operation:O": {},
    };
    const links = [
      "X PART_OF Y",
      "Y PART_OF X",
      "Y OPERATES_IN Iraq",
      "O TARGETED X",
      "O TOOK_PLACE_IN Syria",
    ];
    const turned = Object.fromEntries(Object.entries(nodes).reverse());
    expect(caseOf(turned, [...links].reverse()).nodes).toEqual(caseOf(nodes, links).nodes);
  });

  it("are found in a tangle of bodies that are all part of one another", () => {
    const names = Array.from({ length: 60 }, (_, index) => `B${index}`);
    const nodes = Object.fromEntries(names.map((name) => [`Agency:${name}`, {}]));
    const links = names.flatMap((from) => names.map((to) => `${from} PART_OF ${to}`));
    const tangle = caseOf({ ...STATES, ...nodes }, [...links, "B7 AGENCY_OF Iraq"]);
    expect(statesOf(tangle, "B7")).toEqual(["iq"]);
    expect(statesOf(tangle, "B8")).toEqual(["iq"]);
  });
});

describe("where a picture sets what has no state", () => {
  it("is near what it touches, which makes no border", () => {
    const graph = caseOf({ ...STATES, "Drug:X": {}, "Agency:A": {}, "Operation:O": {} }, [
      "X PRODUCED_IN Syria",
      "O SEIZED X",
      "A CONDUCTED O",
      "A AGENCY_OF Iraq",
    ]);
    const goods = graph.nodes.find(({ id }) => id === "X");
    expect(goods).toMatchObject({ states: [], near: ["sy"], passes: false });
    expect(graph.links.filter(({ type }) => type === "SEIZED")).toMatchObject([{ crosses: [] }]);
  });
});

describe("the border a link lies on", () => {
  it.each([
    ["two states", "A COOPERATED_WITH B", ["iq", "sy"]],
    ["one state", "A COOPERATED_WITH C", []],
    ["an unknown state", "A COOPERATED_WITH D", []],
    ["where its start stands", "E AGENCY_OF Syria", []],
  ])("between %s: %s", (_, link, expected) => {
    const bodies = {
      "Agency:A": {},
      "Agency:B": {},
      "Agency:C": {},
      "Agency:D": {},
      "Agency:E": {},
    };
    const graph = caseOf({ ...STATES, ...bodies }, [
      "A AGENCY_OF Iraq",
      "B AGENCY_OF Syria",
      "C AGENCY_OF Iraq",
      "E AGENCY_OF Iraq",
      link,
    ]);
    const [from, type, to] = link.split(" ");
    const found = graph.links.find(({ id }) => id === `${from} ${type} ${to}`);
    expect(found?.crosses).toEqual(expected);
  });
});
