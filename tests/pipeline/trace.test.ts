import type { PropertyGraph } from "@redthread/core/graph";
import { describeEntity, findEntity, nameStates, summarizeCase } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";
import { chainsBetween, traceOf } from "../support/trace-case.js";
import { InventedCase } from "./invented-case.js";

const FIRST =
  "The lorry carried amber from Norland through Midland and Eastmark to Southland. Norland Customs shared a tip with Southland Police. " +
  "Southland Police raided Cape Mill and took the amber. The Lantern ring sold the amber, a witness claimed.";
const SECOND = "Inspector Ada Brill speaks for Norland Customs. Southland Police raided Cape Mill.";

/** Amber goes from Norland to Southland; customs tip police; a ring may have sold it. */
const amber = (): PropertyGraph =>
  new InventedCase()
    .report("doc:first", FIRST, "Road Review", "2026-04-02")
    .report("doc:second", SECOND, "Cape Courier", "2026-04-05")
    .entity("country:nl", "Country", "Norland", { iso2: "nl" })
    .entity("country:ml", "Country", "Midland", { iso2: "ml" })
    .entity("country:em", "Country", "Eastmark", { iso2: "em" })
    .entity("country:sl", "Country", "Southland", { iso2: "sl" })
    .entity("agency:customs", "Agency", "Norland Customs")
    .entity("agency:police", "Agency", "Southland Police")
    .entity("person:brill", "Official", "Ada Brill")
    .entity("place:mill", "Place", "Cape Mill", { country: "sl" })
    .entity("drug:amber", "Drug", "amber")
    .entity("network:lantern", "Network", "Lantern ring")
    .entity("operation:raid", "Operation", "raided")
    .entity("route:amber", "Route", "lorry")
    .entity("person:stranger", "Person", "witness")
    .relate("doc:first", "agency:customs", "AGENCY_OF", "country:nl", { quote: "Norland Customs" })
    .relate("doc:first", "agency:police", "AGENCY_OF", "country:sl", { quote: "Southland Police" })
    .relate("doc:second", "person:brill", "HOLDS_POSITION", "agency:customs", {
      quote: "Inspector Ada Brill speaks for Norland Customs.",
      confidence: 0.9,
      qualifiers: { title: "inspector" },
    })
    .relate("doc:first", "agency:customs", "COOPERATED_WITH", "agency:police", {
      quote: "Norland Customs shared a tip with Southland Police.",
      confidence: 0.7,
    })
    .relate("doc:first", "agency:police", "CONDUCTED", "operation:raid", {
      quote: "Southland Police raided",
    })
    .relate("doc:second", "agency:police", "CONDUCTED", "operation:raid", {
      quote: "Southland Police raided",
    })
    .relate("doc:first", "operation:raid", "TOOK_PLACE_IN", "place:mill", {
      quote: "raided Cape Mill",
    })
    .relate("doc:first", "operation:raid", "SEIZED", "drug:amber", { quote: "took the amber" })
    .relate("doc:first", "network:lantern", "TRAFFICS", "drug:amber", {
      quote: "The Lantern ring sold the amber",
      modality: "alleged",
      confidence: 0.5,
    })
    .relate("doc:first", "route:amber", "OF", "drug:amber", { quote: "carried amber" })
    .relate("doc:first", "route:amber", "FROM", "country:nl", { quote: FIRST.slice(0, 79) })
    .relate("doc:first", "route:amber", "VIA", "country:em", { quote: FIRST.slice(0, 79) })
    .relate("doc:first", "route:amber", "VIA", "country:ml", { quote: FIRST.slice(0, 79) })
    .relate("doc:first", "route:amber", "TO", "country:sl", { quote: FIRST.slice(0, 79) })
    .build();

const between = (graph: PropertyGraph, from: string, to: string, request = {}) =>
  chainsBetween(traceOf(graph), from, to, request);

describe("findChains", () => {
  it("follows an official over two agencies of two states and names border and weakest link", () => {
    const { chains, kind } = between(amber(), "Ada Brill", "Cape Mill");
    expect(kind).toBe("linked");
    const [chain] = chains;
    expect(chain?.nodes.map((one) => one.name)).toEqual([
      "Ada Brill",
      "Norland Customs",
      "Southland Police",
      "raided",
      "Cape Mill",
    ]);
    expect(chain?.steps.map((step) => step.crossing)).toEqual([
      null,
      { from: ["Norland"], to: ["Southland"] },
      null,
      null,
    ]);
    expect(chain?.borders).toBe(1);
    expect(chain?.weakestInWords).toBe(
      "The weakest link is Norland Customs COOPERATED_WITH Southland Police: candidate (0.59), one source.",
    );
    expect(chain?.steps.every((step) => step.link.quotes.length > 0)).toBe(true);
  });

  it("tells every state a route leads through, in the order of the quote", () => {
    const { chains } = between(amber(), "Norland", "Southland");
    const route = chains.find((chain) => chain.routes.length > 0);
    expect(route?.routes[0]?.stops.map((stop) => stop.place.name)).toEqual([
      "Norland",
      "Midland",
      "Eastmark",
      "Southland",
    ]);
  });

  it("counts the hops that cross a border, the hop off a route for those passed on it", () => {
    const { chains } = between(amber(), "Norland", "Southland");
    const route = chains.find((chain) => chain.routes.length > 0);
    expect(route?.steps.map((step) => step.crossing)).toEqual([
      null,
      { from: ["Norland"], to: ["Southland"] },
    ]);
    expect(route?.borders).toBe(1);
  });

  it("crosses the border inside a group that is at home in both states", () => {
    const text =
      "Norland Customs raided the Lantern ring. The Lantern ring works in Norland and Southland. Southland Police raided the Lantern ring.";
    const [, homes = "", raid = ""] = text.split(/(?<=\.) /);
    const graph = new InventedCase()
      .report("doc:ring", text)
      .entity("country:nl", "Country", "Norland", { iso2: "nl" })
      .entity("country:sl", "Country", "Southland", { iso2: "sl" })
      .entity("agency:customs", "Agency", "Norland Customs", { country: "nl" })
      .entity("agency:police", "Agency", "Southland Police", { country: "sl" })
      .entity("network:lantern", "Network", "Lantern ring")
      .entity("operation:north", "Operation", "raid in the north")
      .entity("operation:south", "Operation", "raid in the south")
      .relate("doc:ring", "network:lantern", "OPERATES_IN", "country:nl", { quote: homes })
      .relate("doc:ring", "network:lantern", "OPERATES_IN", "country:sl", { quote: homes })
      .relate("doc:ring", "agency:customs", "CONDUCTED", "operation:north", {
        quote: "Norland Customs raided the Lantern ring.",
      })
      .relate("doc:ring", "operation:north", "TARGETED", "network:lantern", {
        quote: "Norland Customs raided the Lantern ring.",
      })
      .relate("doc:ring", "agency:police", "CONDUCTED", "operation:south", { quote: raid })
      .relate("doc:ring", "operation:south", "TARGETED", "network:lantern", { quote: raid })
      .build();
    const [chain] = between(graph, "Norland Customs", "Southland Police").chains;
    expect(chain?.nodes.map((one) => one.name)).toContain("Lantern ring");
    expect(chain?.steps.flatMap((step) => step.crossing ?? [])).toEqual([
      { from: ["Norland"], to: ["Southland"] },
    ]);
  });

  it("joins over a common drug only when asked to, and says that it is no link", () => {
    expect(between(amber(), "Lantern ring", "Southland Police").chains).toEqual([]);
    const { chains, kind } = between(amber(), "Lantern ring", "Southland Police", {
      commonGround: true,
    });
    expect(kind).toBe("common-ground");
    expect(chains[0]?.weakestInWords).toContain("candidate (0.42), one source, alleged");
  });

  it("joins over a report when that is all there is", () => {
    const { kind } = between(amber(), "witness", "Cape Mill", { commonGround: true });
    expect(kind).toBe("same-report");
  });

  it("says what was searched when there is no chain", () => {
    const graph = new InventedCase()
      .report("doc:one", "Ada Brill came.")
      .report("doc:two", "Bo Krill left.")
      .entity("person:ada", "Person", "Ada Brill")
      .entity("person:bo", "Person", "Bo Krill")
      .build();
    expect(between(graph, "Ada Brill", "Bo Krill", { commonGround: true })).toEqual({
      chains: [],
      kind: "linked",
      searchedTypes: ["MENTIONED_IN"],
      maxHops: 6,
      isCommonGround: true,
      isCut: false,
    });
  });
});

describe("findEntity", () => {
  it.each([
    ["agency:police", "Southland Police"],
    ["SOUTHLAND  police", "Southland Police"],
    ["norland", "Norland"],
  ])("finds %s", (wanted, name) => {
    expect(findEntity(traceOf(amber()), wanted).name).toBe(name);
  });

  it("asks back when a name is mistyped", () => {
    expect(() => findEntity(traceOf(amber()), "Southland Polise")).toThrow(
      "No entity is named `Southland Polise`. Did you mean `Southland Police`?",
    );
  });

  it("takes a name that only another desk would spell so", () => {
    expect(findEntity(traceOf(amber()), "Suthland Police").name).toBe("Southland Police");
  });

  it("names what holds the words that were asked for", () => {
    expect(() => findEntity(traceOf(amber()), "Police")).toThrow(
      "Did you mean `Southland Police`?",
    );
  });

  it("lists the ids to choose from when two bear the name", () => {
    const graph = new InventedCase()
      .report("doc:one", "Omar Haddad came.")
      .entity("person:omar-haddad:1", "Person", "Omar Haddad")
      .entity("person:omar-haddad:2", "Official", "Omar Haddad")
      .build();
    expect(() => findEntity(traceOf(graph), "Omar Haddad")).toThrow(
      "`Omar Haddad` names 2 entities: `person:omar-haddad:1` (Person Omar Haddad), `person:omar-haddad:2` (Official Omar Haddad).",
    );
  });
});

describe("the states of a thing", () => {
  it.each([
    ["Ada Brill", ["Norland"]],
    ["Cape Mill", ["Southland"]],
    ["operation:raid", ["Southland"]],
    ["route:amber", []],
    ["drug:amber", []],
    ["Norland", ["Norland"]],
    ["Lantern ring", []],
  ])("of %s are %s", (name, states) => {
    const trace = traceOf(amber());
    const index = trace.nodeAt.get(findEntity(trace, name).node) ?? -1;
    const codes = trace.graph.nodes[index]?.states ?? [];
    expect(nameStates(trace.graph, codes).map((state) => state.name)).toEqual(states);
  });
});

describe("describeEntity", () => {
  it("gathers links, sentences, sources and the days a thing was seen", () => {
    const trace = traceOf(amber());
    const dossier = describeEntity(trace, findEntity(trace, "Southland Police").node);
    expect(dossier).toMatchObject({ firstSeen: "2026-04-02", lastSeen: "2026-04-05" });
    expect(
      dossier.links.map(({ link, direction, other }) => [link.type, direction, other.name]),
    ).toEqual([
      ["AGENCY_OF", "out", "Southland"],
      ["CONDUCTED", "out", "raided"],
      ["COOPERATED_WITH", "in", "Norland Customs"],
    ]);
    expect(dossier.sources.map((source) => source.publisher)).toEqual([
      "Road Review",
      "Cape Courier",
    ]);
  });

  it("lists the stops of a route", () => {
    const trace = traceOf(amber());
    const { stops } = describeEntity(trace, findEntity(trace, "route:amber").node);
    expect(stops.map((stop) => stop.leg)).toEqual(["from", "via", "via", "to"]);
  });
});

describe("summarizeCase", () => {
  it("counts what is there and lists open questions", () => {
    const review = {
      a: "person:a",
      b: "person:b",
      outcome: "review" as const,
      score: 0.8,
      reasons: [],
    };
    const summary = summarizeCase(amber(), smallPack().schema, [
      review,
      { ...review, outcome: "apart" },
    ]);
    expect(summary).toMatchObject({
      documents: 2,
      publishers: [
        { name: "Cape Courier", count: 1 },
        { name: "Road Review", count: 1 },
      ],
      reported: { first: "2026-04-02", last: "2026-04-05" },
      reviews: [review],
    });
  });
});
