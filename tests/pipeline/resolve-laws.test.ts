import type { Entity, Resolution } from "@redthread/core/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IRAQ, judge, Report, resolveReports, withOfficial } from "./invented-report.js";

describe("resolve", () => {
  const corpus = [
    withOfficial("r1", "Nasser al-Shammari", "Iraqi Ministry of Interior"),
    withOfficial("r2", "Nasser Al Shamari", "Interior Ministry"),
    withOfficial("r3", "Omar Haddad", "Border Guard"),
    new Report("r4").add("Person", "Omar Haddad", { country: "jo" }),
    new Report("r5").add("Network", "Red Dune network").add("Person", "Omar Haddad"),
    new Report("r6").add("Network", "Red Dune").add("Agency", "Border Guard Service", IRAQ),
    new Report("r7").add("Agency", "Ministry of Interior").add("Place", "Al-Qaim", IRAQ),
  ];
  const people = ["person:nasser-al-shammari", "person:nasser-al-shamari", "person:omar-haddad"];

  it("gives the same entities whatever the order of the reports", () => {
    const plain = resolveReports(corpus);
    fc.assert(
      fc.property(fc.shuffledSubarray(corpus, { minLength: corpus.length }), (shuffled) => {
        expect(resolveReports(shuffled)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps apart what any set of judgements says is different", () => {
    const judgement = fc.record({
      verdict: fc.constantFrom("same" as const, "different" as const, "unsure" as const),
      a: fc.constantFrom(...people),
      b: fc.constantFrom(...people),
    });
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 4 }), (drafts) => {
        const judgements = drafts
          .filter((draft) => draft.a !== draft.b)
          .map(({ verdict, a, b }) => judge(verdict, a, b));
        const resolution = resolveReports(corpus, judgements);
        for (const one of latest(judgements)) {
          const left = holders(resolution, one.a);
          const right = holders(resolution, one.b);
          if (one.verdict === "different")
            expect(left.filter((id) => right.includes(id))).toEqual([]);
        }
        const members = resolution.entities.flatMap((entity) => entity.members);
        expect(new Set(members).size).toBe(members.length);
      }),
      { numRuns: 200 },
    );
  });

  it("loses no claim", () => {
    const claims = corpus.flatMap((report) => report.extraction.claims.map((claim) => claim.id));
    expect(resolveReports(corpus).claims.map((claim) => claim.id)).toEqual(claims.sort());
  });
});

type Judged = ReturnType<typeof judge>;

function latest(judgements: readonly Judged[]): readonly Judged[] {
  const byPair = new Map(judgements.map((one) => [[one.a, one.b].sort().join(" "), one]));
  return [...byPair.values()];
}

const holders = (resolution: Resolution, id: string): readonly string[] =>
  resolution.entities.filter((entity) => idsOf(entity).includes(id)).map((entity) => entity.id);

const idsOf = (entity: Entity): readonly string[] => [
  entity.id,
  entity.id.replace(/:[0-9a-f]{8}$/, ""),
  ...(entity.otherIds ?? []),
];
