import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narcoticsPack as pack } from "../../../../tests/support/narcotics-pack.js";
import { readReport } from "../../../../tests/support/read-report.js";
import { graphLines } from "../graph/graph-lines.js";
import { confidenceBand } from "../model/confidence.js";
import { type BuildOptions, type CaseBuild, composeCase } from "./build-case.js";
import { encodeClaims } from "./claim-lines.js";
import { parseExternalClaims } from "./external-claim-lines.js";
import { createReading, encodeReading, type MachineReading } from "./machine-answers.js";
import { encodeRefusal } from "./machine-refusals.js";

const RULED = "The Night Harvest network supplies the Red Dune network.";
const TOLD = "The Night Harvest network sat near the Red Dune network.";
const DENIED = "The Night Harvest network never sat near the Red Dune network.";
const OTHERS = [
  "A storm closed the port of Izmir for two days, and forty ships waited in the bay.",
  "The mayor of Bursa opened a bridge that took nine years and three contractors to build.",
  "Farmers near Konya complain that wells run dry and wheat prices fall every spring.",
  "A museum in Van shows coins that divers lifted from the lake in the last century.",
  "Schools in Trabzon stay shut this week because snow has cut off most of the villages.",
];
const reports = (...said: readonly string[]) =>
  said.map((one, index) => ({
    ...readReport(`${OTHERS[index % OTHERS.length]} ${one}\n`, pack),
    path: `${index}.txt`,
    publisher: `Levant Paper ${index}`,
  }));

const LINK = { subject: "Night Harvest network", type: "SUPPLIES", object: "Red Dune network" };
const answer = (quote: string, more: object = {}): object => ({ ...LINK, quote, ...more });
type Documents = ReturnType<typeof reports>;

const readings = (
  documents: Documents,
  answers: readonly unknown[],
  extractor = "desk",
): readonly MachineReading[] =>
  documents.map(({ id: document }) =>
    createReading({ document, extractor, version: "1" }, answers),
  );

const build = (documents: Documents, options: Partial<BuildOptions> = {}): CaseBuild =>
  composeCase(documents, { pack, ...options });

const linesOf = ({ graph, claims, machine }: CaseBuild): string =>
  [
    ...graphLines(graph),
    encodeClaims(claims),
    ...machine.readings.map(encodeReading),
    ...machine.refused.map(encodeRefusal),
  ].join("\n");

/** The relationship between the two networks, if there is one. */
function linkIn({ graph }: CaseBuild): Readonly<Record<string, unknown>> | undefined {
  return [...graphLines(graph)]
    .map((line) => JSON.parse(line))
    .find((line) => JSON.stringify(line).includes('"SUPPLIES"'));
}
const propertiesOf = (built: CaseBuild): string => JSON.stringify(linkIn(built) ?? null);
const confidenceOf = (built: CaseBuild): number =>
  Number(/"confidence":\D*([\d.]+)/.exec(propertiesOf(built))?.[1] ?? 0);

const external = (document: string, modality: string) =>
  parseExternalClaims(
    JSON.stringify({
      document,
      subject: { type: "Network", name: "Night Harvest network" },
      type: "SUPPLIES",
      object: { type: "Network", name: "Red Dune network" },
      quotes: [TOLD],
      confidence: 0.9,
      by: "ada",
      modality,
    }),
    pack.schema,
  );

describe("claims of programs outside", () => {
  it("make a link where nobody else does, as a candidate of their rule", () => {
    const documents = reports(TOLD);
    const built = build(documents, { readings: readings(documents, [answer(TOLD)]) });
    expect(propertiesOf(built)).toContain('"machine.desk"');
    expect(confidenceBand(confidenceOf(built))).toBe("candidate");
    expect(built.machine.tallies).toEqual([
      { extractor: "desk", documents: 1, answers: 1, admitted: 1, refused: [] },
    ]);
  });

  it("never bring a link into the top band, from however many reports and extractors", () => {
    const documents = reports(TOLD, TOLD, TOLD, TOLD, TOLD);
    const both = ["one", "two"].flatMap((name) => readings(documents, [answer(TOLD)], name));
    const built = build(documents, { readings: both });
    expect(propertiesOf(built)).toContain('"sources":5');
    expect(confidenceBand(confidenceOf(built))).toBe("likely");
  });

  it("do not lift a link of rules into the top band, and take nothing from it", () => {
    for (const ruled of [1, 2, 3, 4]) {
      const told = Array.from({ length: 5 }, (_, index) => (index < ruled ? RULED : TOLD));
      const documents = reports(...told);
      const alone = build(documents);
      const helped = build(documents, { readings: readings(documents, [answer(TOLD)]) });
      expect(confidenceOf(alone)).toBeGreaterThan(0);
      expect(confidenceOf(helped)).toBeGreaterThanOrEqual(confidenceOf(alone));
      if (confidenceBand(confidenceOf(alone)) !== "confirmed") {
        expect(confidenceBand(confidenceOf(helped))).not.toBe("confirmed");
      }
    }
  });

  it("deny nothing that a rule reads", () => {
    const documents = reports(RULED, DENIED);
    const denial = answer(DENIED, { modality: "denied" });
    const built = build(documents, { readings: readings(documents, [denial]) });
    expect(
      built.claims.some(({ modality, rule }) => modality === "denied" && rule === "machine.desk"),
    ).toBe(true);
    expect(propertiesOf(built)).toBe(propertiesOf(build(documents)));
  });

  it.each(["denied", "alleged", "hypothetical"])(
    "have no say where people call the link %s",
    (modality) => {
      const documents = reports(TOLD, TOLD);
      const people = { external: external(documents[0]?.id ?? "", modality) };
      const built = build(documents, {
        ...people,
        readings: readings(documents, [answer(TOLD)]).slice(1),
      });
      expect(built.claims.some(({ rule }) => rule === "machine.desk")).toBe(true);
      expect(propertiesOf(built)).toBe(propertiesOf(build(documents, people)));
    },
  );

  it("decide nothing about who is who", () => {
    const documents = reports(TOLD, RULED, TOLD);
    const { resolution } = build(documents, { readings: readings(documents, [answer(TOLD)]) });
    const without = build(documents).resolution;
    expect(resolution.entities).toEqual(without.entities);
    expect(resolution.decisions).toEqual(without.decisions);
  });

  it("about documents that left the case are forgotten", () => {
    const documents = reports(TOLD, TOLD);
    const left = documents.slice(1);
    const built = build(left, { readings: readings(documents, [answer(TOLD)]) });
    expect(built.machine.readings.map(({ document }) => document)).toEqual(
      left.map(({ id }) => id),
    );
  });
});

const documents = reports(TOLD, RULED, DENIED, TOLD);
const name = fc.constantFrom(
  "Night Harvest network",
  "Red Dune network",
  "Sandglass",
  "Blue Lantern",
);
const written = fc.record({
  subject: fc.oneof(name, fc.record({ type: fc.constantFrom("Network", "Person"), name })),
  type: fc.constantFrom("SUPPLIES", "ALLIED_WITH", "TRAFFICS"),
  object: name,
  quote: fc.constantFrom(TOLD, RULED, DENIED, "Nothing of it stands anywhere."),
  modality: fc.constantFrom(null, "asserted", "denied", "alleged"),
});
const reading = fc
  .tuple(
    fc.nat(documents.length - 1),
    fc.constantFrom("one", "two"),
    fc.array(written, { maxLength: 4 }),
  )
  .map(([at, extractor, answers]) =>
    createReading({ document: documents[at]?.id ?? "", extractor, version: "1" }, answers),
  );
const given = fc.uniqueArray(reading, {
  selector: ({ document, extractor }) => `${document} ${extractor}`,
  maxLength: 6,
});

describe("laws of a case with claims of programs outside", () => {
  it("gives the same bytes whatever the order of readings", () => {
    fc.assert(
      fc.property(given, (some) => {
        const turned = some.toReversed();
        expect(linesOf(build(documents, { readings: turned }))).toBe(
          linesOf(build(documents, { readings: some })),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("gives, without an extractor, the bytes of a case that never heard of it", () => {
    const plain = linesOf(build(documents));
    fc.assert(
      fc.property(given, (some) => {
        const kept = some.filter(({ extractor }) => extractor !== "two");
        const { machine } = build(documents, { readings: some });
        const left = machine.readings.filter(({ extractor }) => extractor !== "two");
        expect(linesOf(build(documents, { readings: left }))).toBe(
          linesOf(build(documents, { readings: kept })),
        );
        expect(linesOf(build(documents, { readings: [] }))).toBe(plain);
      }),
      { numRuns: 25 },
    );
  });
});
