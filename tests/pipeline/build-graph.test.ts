import { decodeClaims, encodeClaims, verifyCase } from "@redthread/core/build";
import { quoteEvidence } from "@redthread/core/model";
import { listDisagreements } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";
import { InventedCase, node, relationships } from "./invented-case.js";

const WIRE =
  "Harbour Police stopped the ferry Aurora at Pier Nine on Monday evening and found 120 crates of saffron behind the lifeboats. Three sailors were arrested.";
const COPY = `${WIRE} The paper added nothing.`;
const OWN =
  "Harbour Police say they took 140 crates of saffron. Four sailors were arrested, an officer told this paper.";

const harbour = () =>
  new InventedCase()
    .report("doc:wire", WIRE, "Coast Wire", "2026-02-02")
    .report("doc:copy", COPY, "Morning Tide", "2026-02-03")
    .report("doc:own", OWN, "Evening Tide", "2026-02-04")
    .entity("agency:harbour-police", "Agency", "Harbour Police")
    .entity("drug:saffron", "Drug", "saffron")
    .entity("operation:aurora", "Operation", "Aurora");

const exactly = (amount: number) => ({
  qualifiers: { amount, low: null, high: null, qualifier: "eq", unit: "packages" },
});

describe("relationships of a case", () => {
  it("count a wire item and its copy as one source and keep both quotes", () => {
    const quote = WIRE.slice(0, WIRE.indexOf(". ") + 1);
    const graph = harbour()
      .relate("doc:wire", "agency:harbour-police", "CONDUCTED", "operation:aurora", { quote })
      .relate("doc:copy", "agency:harbour-police", "CONDUCTED", "operation:aurora", { quote })
      .build();
    expect(relationships(graph, "CONDUCTED")).toMatchObject([
      {
        quotes: [quote, quote],
        spans: [`doc:wire:0-${quote.length}`, `doc:copy:0-${quote.length}`],
        documents: ["doc:copy", "doc:wire"],
        sources: 1,
        confidence: 0.672,
        confidenceRule: 0.8,
        confidenceWording: 1,
        confidenceSources: 0.84,
        modality: "asserted",
      },
    ]);
  });

  it("grow surer with each independent source", () => {
    const graph = harbour()
      .relate("doc:wire", "agency:harbour-police", "CONDUCTED", "operation:aurora", {
        quote: "Harbour Police stopped the ferry",
      })
      .relate("doc:own", "agency:harbour-police", "CONDUCTED", "operation:aurora", {
        quote: "Harbour Police say they took",
      })
      .build();
    expect(relationships(graph, "CONDUCTED")).toMatchObject([
      { sources: 2, confidence: 0.9354, confidenceRule: 0.96, confidenceSources: 0.9744 },
    ]);
  });

  it("tell one haul of two figures once, and keep both figures side by side", () => {
    const graph = harbour()
      .relate("doc:wire", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "120 crates of saffron",
        ...exactly(120),
      })
      .relate("doc:own", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "140 crates of saffron",
        ...exactly(140),
      })
      .build();
    expect(relationships(graph, "SEIZED")).toMatchObject([
      {
        amount: 120,
        conflict: true,
        quotes: ["120 crates of saffron", "140 crates of saffron"],
        told: ["120 packages", "140 packages"],
        toldBy: ["Coast Wire", "Evening Tide"],
        toldOn: ["2026-02-02", "2026-02-04"],
        toldStanding: ["shown", "told"],
        verdict: "conflict",
      },
    ]);
    expect(node(graph, "operation:aurora")["conflicts"]).toEqual([
      "seized saffron: 120 packages (Coast Wire) or 140 packages (Evening Tide)",
    ]);
  });

  it("let a bound join the exact figure it allows", () => {
    const graph = harbour()
      .relate("doc:wire", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "120 crates of saffron",
        ...exactly(120),
      })
      .relate("doc:own", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "140 crates of saffron",
        qualifiers: { amount: 100, low: 100, high: null, qualifier: "gte", unit: "packages" },
      })
      .build();
    expect(relationships(graph, "SEIZED")).toMatchObject([
      { amount: 120, qualifier: "eq", sources: 2 },
    ]);
  });

  it("carry what denies them, and do without a relation that is only denied", () => {
    const graph = harbour()
      .entity("person:rook", "Person", "officer")
      .entity("network:tide", "Network", "sailors")
      .relate("doc:own", "person:rook", "PROTECTS", "network:tide", {
        quote: "an officer told",
        modality: "denied",
      })
      .relate("doc:own", "person:rook", "ASSOCIATED_WITH", "network:tide", {
        quote: "an officer told this paper",
        modality: "alleged",
      })
      .relate("doc:own", "person:rook", "ASSOCIATED_WITH", "network:tide", {
        quote: "Four sailors were arrested",
        modality: "denied",
      })
      .build();
    expect(relationships(graph, "PROTECTS")).toEqual([]);
    expect(relationships(graph, "ASSOCIATED_WITH")).toMatchObject([
      {
        modality: "alleged",
        quotes: ["an officer told this paper"],
        deniedQuotes: ["Four sailors were arrested"],
        deniedBy: ["Evening Tide"],
        confidence: 0.4032,
        confidenceSources: 0.504,
      },
    ]);
  });

  it("are not made of what is only supposed", () => {
    const graph = harbour()
      .relate("doc:wire", "agency:harbour-police", "CONDUCTED", "operation:aurora", {
        quote: "Harbour Police stopped the ferry",
        modality: "hypothetical",
      })
      .build();
    expect(relationships(graph, "CONDUCTED")).toEqual([]);
  });

  it("derive a drug's plain legs from its routes", () => {
    const graph = harbour()
      .entity("place:pier-nine", "Place", "Pier Nine")
      .entity("route:ferry", "Route", "ferry")
      .relate("doc:wire", "route:ferry", "OF", "drug:saffron", {
        quote: "120 crates of saffron",
        confidence: 0.7,
      })
      .relate("doc:wire", "route:ferry", "VIA", "place:pier-nine", {
        quote: "at Pier Nine",
        modality: "attempted",
      })
      .build();
    expect(relationships(graph, "SMUGGLED_VIA")).toMatchObject([
      {
        start: "drug:saffron",
        end: "place:pier-nine",
        quotes: ["at Pier Nine"],
        modality: "attempted",
        confidence: 0.588,
      },
    ]);
  });

  it("are one for both directions of a symmetric type", () => {
    const graph = harbour()
      .entity("agency:customs", "Agency", "officer")
      .relate("doc:own", "agency:harbour-police", "COOPERATED_WITH", "agency:customs", {
        quote: "Harbour Police say",
      })
      .relate("doc:own", "agency:customs", "COOPERATED_WITH", "agency:harbour-police", {
        quote: "an officer told",
      })
      .build();
    expect(relationships(graph, "COOPERATED_WITH")).toHaveLength(1);
  });
});

describe("nodes of a case", () => {
  it("show the best supported figure, bounds over all of them, and the disagreement", () => {
    const graph = harbour()
      .tell("doc:wire", "operation:aurora", "arrested", 3, {
        quote: "Three sailors were arrested",
        qualifiers: { qualifier: "eq" },
      })
      .tell("doc:copy", "operation:aurora", "arrested", 3, {
        quote: "Three sailors were arrested",
        qualifiers: { qualifier: "eq" },
      })
      .tell("doc:own", "operation:aurora", "arrested", 4, {
        quote: "Four sailors were arrested",
        qualifiers: { qualifier: "eq" },
      })
      .build();
    expect(node(graph, "operation:aurora")).toMatchObject({
      arrested: 3,
      arrestedLow: 3,
      arrestedHigh: 4,
      arrestedQualifier: "eq",
      conflicts: ["arrested: 3 (Coast Wire, Morning Tide) or 4 (Evening Tide)"],
    });
  });

  it("are called by the kind that the pack names first", () => {
    const graph = harbour()
      .tell("doc:wire", "operation:aurora", "kind", "killing", { quote: "Three sailors" })
      .tell("doc:own", "operation:aurora", "kind", "sentencing", { quote: "Four sailors" })
      .tell("doc:copy", "operation:aurora", "kind", "revel", { quote: "Three sailors" })
      .build();
    expect(node(graph, "operation:aurora")).toMatchObject({
      kind: "sentencing",
      kinds: ["sentencing", "killing", "revel"],
    });
  });

  it("prefer the exact figure to a bound and call that no conflict", () => {
    const graph = harbour()
      .tell("doc:wire", "operation:aurora", "arrested", 3, {
        quote: "Three sailors",
        qualifiers: { low: 3, high: null, qualifier: "gte" },
      })
      .tell("doc:own", "operation:aurora", "arrested", 4, {
        quote: "Four sailors",
        qualifiers: { qualifier: "eq" },
      })
      .build();
    const aurora = node(graph, "operation:aurora");
    expect(aurora).toMatchObject({ arrested: 4, arrestedQualifier: "eq" });
    expect(aurora).not.toHaveProperty("conflicts");
  });

  it("mention every entity in its reports with the sentence that does", () => {
    const graph = harbour().build();
    expect(relationships(graph, "MENTIONED_IN")).toContainEqual(
      expect.objectContaining({
        start: "agency:harbour-police",
        end: "doc:own",
        quotes: ["Harbour Police say they took 140 crates of saffron."],
        mentions: 1,
      }),
    );
  });

  it("keep what a copy copies", () => {
    expect(node(harbour().build(), "doc:copy")).toMatchObject({ copyOf: "doc:wire" });
  });
});

describe("what a relationship says beside its ends", () => {
  const officer = () =>
    harbour()
      .entity("person:rook", "Person", "officer")
      .entity("network:tide", "Network", "sailors");

  it("keeps since and until when it held, the latest report first, and tells where reports differ", () => {
    const graph = harbour()
      .entity("official:rook", "Official", "officer")
      .entity("agency:pier", "Agency", "Pier Nine")
      .relate("doc:wire", "official:rook", "HOLDS_POSITION", "agency:pier", {
        quote: "Three sailors",
        qualifiers: { title: "warden", from: "2019", former: true },
      })
      .relate("doc:own", "official:rook", "HOLDS_POSITION", "agency:pier", {
        quote: "Four sailors",
        qualifiers: { title: "warden", from: "2021-05", asOf: "2026-02-04" },
      })
      .build();
    expect(relationships(graph, "HOLDS_POSITION")).toMatchObject([
      { title: "warden", from: "2021-05", former: true, asOf: "2026-02-04" },
    ]);
    expect(node(graph, "official:rook")["conflicts"]).toEqual([
      "holds a post in Pier Nine, from: 2019 (Coast Wire) or 2021-05 (Evening Tide)",
    ]);
  });

  it("calls a day and its year one date, and a later state of affairs no conflict", () => {
    const graph = officer()
      .relate("doc:wire", "person:rook", "LEADS", "network:tide", {
        quote: "Three sailors",
        qualifiers: { from: "2019-05", asOf: "2025" },
      })
      .relate("doc:own", "person:rook", "LEADS", "network:tide", {
        quote: "Four sailors",
        qualifiers: { from: "2019", asOf: "2026" },
      })
      .build();
    expect(relationships(graph, "LEADS")).toMatchObject([{ from: "2019", asOf: "2026" }]);
    expect(node(graph, "person:rook")).not.toHaveProperty("conflicts");
  });

  it("keeps the part that someone played in an action, and no date where the type has none", () => {
    const graph = officer()
      .relate("doc:own", "operation:aurora", "TARGETED", "person:rook", {
        quote: "an officer told",
        qualifiers: { role: "arrested", from: "2019" },
      })
      .build();
    const [link] = relationships(graph, "TARGETED");
    expect(link).toMatchObject({ role: "arrested" });
    expect(link).not.toHaveProperty("from");
  });
});

describe("building", () => {
  it("refuses a relation that the schema does not let its ends have", () => {
    const wrong = harbour().relate("doc:wire", "drug:saffron", "CONDUCTED", "operation:aurora", {
      quote: "120 crates of saffron",
    });
    expect(() => wrong.build()).toThrow(
      expect.objectContaining({
        code: "GRAPH_INVALID",
        message: expect.stringMatching(
          /^Claim `claim:.*` of rule `hand\.rule` joins Drug and Operation by CONDUCTED, which the schema does not allow\./,
        ),
      }),
    );
  });

  it("refuses a quote that does not stand in the text", () => {
    const tampered = harbour().relate(
      "doc:wire",
      "agency:harbour-police",
      "CONDUCTED",
      "operation:aurora",
      {
        quote: "Harbour Police stopped",
      },
    );
    const [claim] = tampered.claims;
    const stranger = { id: "doc:wire", text: "x".repeat(WIRE.length) };
    if (claim === undefined) throw new TypeError("no claim");
    const forged = quoteEvidence(stranger, 0, { start: 0, end: 22 });
    Object.assign(claim, { evidence: [forged] });
    expect(() => tampered.build()).toThrow("differs from the stored text");
  });
});

describe("claims on disk", () => {
  const told = harbour()
    .relate("doc:wire", "operation:aurora", "SEIZED", "drug:saffron", {
      quote: "120 crates of saffron",
      ...exactly(120),
    })
    .tell("doc:own", "operation:aurora", "arrested", 4, {
      quote: "Four sailors",
      attributedTo: "an officer",
    });
  const textOf = (id: string) => {
    const text = told.texts.get(id);
    return text === undefined ? undefined : { id, text };
  };

  it("come back as they were", () => {
    expect(decodeClaims(encodeClaims(told.claims), textOf)).toEqual(told.claims);
  });

  it.each([
    ["{", "Line 1 of the claims is no JSON object"],
    ['{"id":"claim:1"}', "Line 1 of the claims has no text `subject`"],
  ])("are refused as %s", (line, message) => {
    expect(() => decodeClaims(line, textOf)).toThrow(message);
  });

  it("are refused when the text has changed", () => {
    const changed = (id: string) => {
      const found = textOf(id);
      return found && { id, text: found.text.replace("120", "150") };
    };
    expect(() => decodeClaims(encodeClaims(told.claims), changed)).toThrow(
      "differs from the stored text",
    );
  });
});

describe("verifyCase", () => {
  it("names what changed: a text, a quote", () => {
    const told = harbour().relate(
      "doc:wire",
      "agency:harbour-police",
      "CONDUCTED",
      "operation:aurora",
      {
        quote: "Harbour Police stopped",
      },
    );
    const graph = told.build();
    const texts = new Map(told.texts).set("doc:own", "Someone else.");
    const { problems } = verifyCase({ graph, texts, claims: told.claims });
    expect(problems.map(({ kind, id }) => [kind, id])).toEqual([["document-changed", "doc:own"]]);
    expect(problems[0]?.reason).toMatch(
      /recorded was [0-9a-f]{64}; \d+ quotes? (is|are) not proved/,
    );
    texts.delete("doc:own");
    expect(verifyCase({ graph, texts, claims: told.claims }).problems).toEqual([
      {
        kind: "text-missing",
        id: "doc:own",
        reason: expect.stringMatching(
          /^its text is not stored; \d+ quotes? (is|are) not proved any more$/,
        ),
      },
    ]);
  });

  it("names the claim whose quote does not stand in a text as it was", () => {
    const told = harbour().relate(
      "doc:wire",
      "agency:harbour-police",
      "CONDUCTED",
      "operation:aurora",
      { quote: "Harbour Police stopped" },
    );
    const [claim] = told.claims;
    if (claim === undefined) throw new Error("no claim");
    const evidence = claim.evidence.map((one) => ({ ...one, quote: "Harbour Police sank" }));
    const claims = [{ ...claim, evidence }] as unknown as typeof told.claims;
    const { problems } = verifyCase({ graph: told.build(), texts: told.texts, claims });
    expect(problems.map(({ kind, id }) => [kind, id])).toEqual([["quote-misplaced", claim.id]]);
  });
});

describe("listDisagreements", () => {
  it("tells conflicts from bounds that agree, with who says what", () => {
    const told = harbour()
      .tell("doc:wire", "operation:aurora", "arrested", 3, {
        quote: "Three sailors",
        qualifiers: { qualifier: "eq" },
      })
      .tell("doc:own", "operation:aurora", "arrested", 4, {
        quote: "Four sailors",
        qualifiers: { qualifier: "eq" },
      })
      .relate("doc:wire", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "120 crates of saffron",
        ...exactly(120),
      })
      .relate("doc:own", "operation:aurora", "SEIZED", "drug:saffron", {
        quote: "140 crates of saffron",
        qualifiers: { amount: 100, low: 100, high: null, qualifier: "gte", unit: "packages" },
      });
    const found = listDisagreements(told.build(), smallPack().schema, told.claims);
    expect(
      found.map(({ what, verdict, values }) => [what, verdict, values.map((one) => one.value)]),
    ).toEqual([
      ["arrested", "conflict", ["3", "4"]],
      ["seized saffron", "bound and exact", ["120 packages"]],
    ]);
    expect(found[1]?.values[0]?.statements.map((one) => [one.figure, one.quote.publisher])).toEqual(
      [
        ["120 packages", "Coast Wire"],
        ["at least 100 packages", "Evening Tide"],
      ],
    );
  });
});
