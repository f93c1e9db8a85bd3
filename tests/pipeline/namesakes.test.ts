import { buildCase } from "@redthread/core/build";
import type { Judgement, PairJudgement } from "@redthread/core/model";
import { createTrace, describeEntity, findEntities, findEntity } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { chainsBetween } from "../support/trace-case.js";

const REPORTS: Readonly<Record<string, string>> = {
  "court.txt":
    "Court notes, 3 March 2025\n\nA court in Basra sentenced Karim Nasr, a 47-year-old shipping clerk, to ten years in prison for smuggling opium from Iran. Karim Nasr worked for the Glass Harbour network, the judge said.\n",
  "notice.txt":
    "Staff notice, 6 March 2025\n\nCaptain Karim Nasr, 29, spokesman of the Egyptian Border Guard, said on Wednesday that officers seized 80 kilograms of hashish in Suez.\n",
  "item.txt":
    "Short item, 9 March 2025\n\nKarim Nasr was seen in Aqaba last week, a resident said.\n",
};

const pack = narcoticsPack();
const inputs = Object.entries(REPORTS).map(([path, text]) => ({
  path,
  bytes: new TextEncoder().encode(text),
}));
const build = (judgements: readonly Judgement[] = []) => buildCase(inputs, { pack, judgements });

describe("three reports that name a Karim Nasr", () => {
  const { graph, resolution } = build();
  const trace = createTrace(graph, pack.schema);
  const men = findEntities(trace, "Karim Nasr");

  it("give three people with a report each", () => {
    expect(men.map((man) => describeEntity(trace, man.node).sources.length)).toEqual([1, 1, 1]);
    expect(() => findEntity(trace, "Karim Nasr")).toThrow("names 3 entities");
  });

  it("give no chain from the network to the agency, and say what was searched", () => {
    const found = chainsBetween(trace, "Glass Harbour network", "Egyptian Border Guard");
    expect(found.chains).toEqual([]);
    expect(found.searchedTypes).toContain("HOLDS_POSITION");
  });

  it("leave every pair to a person, with what only one report tells", () => {
    const reviews = resolution.decisions.filter((decision) => decision.outcome === "review");
    expect(reviews).toHaveLength(3);
    const reasons = reviews.flatMap((review) => review.reasons).join("; ");
    expect(reasons).toContain("spokesman");
  });

  it("obey a judgement, and let go of it when it is taken back", () => {
    const [a, b] = ["court.txt", "item.txt"].map((path) => {
      const id = build().documents.find((one) => one.paths.includes(path))?.document.id ?? "";
      return men.find((man) => describeEntity(trace, man.node).sources[0]?.document.id === id)?.id;
    });
    const same: PairJudgement = {
      verdict: "same",
      a: a ?? "",
      b: b ?? "",
      by: "archivist",
      at: "2026-03-09",
      why: "the resident knew him from court",
    };
    const namesakes = (judgements: readonly Judgement[]) =>
      findEntities(createTrace(build(judgements).graph, pack.schema), "Karim Nasr");
    expect(namesakes([same])).toHaveLength(2);
    const takenBack = namesakes([same, { ...same, verdict: "different" }]);
    expect(takenBack.map((man) => man.id)).toEqual(men.map((man) => man.id));
  });
});
