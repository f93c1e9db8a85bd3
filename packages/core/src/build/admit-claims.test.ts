import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narcoticsPack as pack } from "../../../../tests/support/narcotics-pack.js";
import { readReport } from "../../../../tests/support/read-report.js";
import { extractDocument } from "../extract/extract-document.js";
import { type Admission, admitClaims, createGate } from "./admit-claims.js";
import { createReading } from "./machine-answers.js";

const TEXT = `Ankara, 3 March 2025

Idris Haddad owes money to Zagros Fresh Produce. A court rejected the claim that Omar Sabbagh owes money to Zagros Fresh Produce.
Rana Khoury may owe money to Zagros Fresh Produce. Salim Aziz allegedly owes money to Zagros Fresh Produce.
Rumours that Nabil Karam owes money to Zagros Fresh Produce are wrong. He saw how Blue Lantern counted it in Mersin.
Idris Haddad owes money to Zagros Fresh Produce.
`;
const document = readReport(TEXT, pack);
const extraction = extractDocument(document, pack);

const HADDAD = { type: "Person", name: "Idris Haddad" };
const ZAGROS = { type: "Organization", name: "Zagros Fresh Produce" };
const CLAIM = {
  subject: HADDAD,
  type: "AFFILIATED_WITH",
  object: ZAGROS,
  quote: "Idris Haddad owes money to Zagros Fresh Produce.",
};

const gate = createGate(pack);
const ask = (...answers: readonly unknown[]): Admission =>
  gate(
    extraction,
    createReading({ document: document.id, extractor: "desk", version: "1" }, answers),
  );
const outcome = (answer: unknown): string => {
  const { admitted, refused } = ask(answer);
  return refused[0]?.reason ?? admitted[0]?.claim.modality ?? "nothing";
};
const works = (name: string): string => `${name} owes money to Zagros Fresh Produce`;
const of = (name: string, quote: string, more: object = {}): object => ({
  ...CLAIM,
  subject: { type: "Person", name },
  quote,
  ...more,
});

describe("the gate", () => {
  it("lets a claim in whose quote stands in the text and names both ends", () => {
    const [only] = ask(CLAIM).admitted;
    expect(only?.claim).toMatchObject({
      kind: "relation",
      type: "AFFILIATED_WITH",
      modality: "asserted",
      extractor: "machine.desk",
      rule: "machine.desk",
      confidence: 0.5,
    });
    expect(only?.claim.evidence[0].quote).toBe(CLAIM.quote);
    expect(only?.things).toEqual([]);
  });

  it("takes the first place of a quote that stands more than once", () => {
    const [only] = ask(CLAIM).admitted;
    expect(only?.claim.evidence[0].span.start).toBe(TEXT.indexOf(CLAIM.quote));
  });

  it("finds a thing of the document by its name alone, and by a part of the name in the quote", () => {
    const byName = ask({ ...CLAIM, subject: "Idris Haddad", object: "Zagros Fresh Produce" });
    const byPart = ask({ ...CLAIM, object: { type: "Organization", name: "Zagros" } });
    expect(byPart.admitted[0]?.claim.object).toBe(byName.admitted[0]?.claim.object);
  });

  it("makes a new thing of a name that nothing else holds, where the pack has its type", () => {
    const quote = "He saw how Blue Lantern counted it in Mersin.";
    const subject = { type: "Network", name: "Blue Lantern" };
    const { admitted } = ask({
      subject,
      type: "OPERATES_IN",
      object: { type: "Place", name: "Mersin" },
      quote,
    });
    const things = admitted.flatMap((one) => one.things.map(({ type, name }) => `${type} ${name}`));
    expect(things).toEqual(["Network Blue Lantern"]);
    expect(admitted).toHaveLength(1);
  });

  it("turns the ends of a symmetric type to the order that the pack allows", () => {
    const text = "Idris Haddad ate with the Night Harvest network in Mersin.";
    const met = readReport(text, pack);
    const own = extractDocument(met, pack);
    const answer = {
      subject: { type: "Network", name: "Night Harvest network" },
      type: "ASSOCIATED_WITH",
      object: HADDAD,
      quote: text,
    };
    const reading = createReading({ document: met.id, extractor: "desk", version: "1" }, [answer]);
    const { admitted, refused } = admitClaims(own, reading, pack);
    expect(refused).toEqual([]);
    expect(admitted[0]?.claim.subject).toContain("#Person:");
  });

  it.each([
    ["denied-in-text", of("Omar Sabbagh", works("Omar Sabbagh"))],
    ["denied", of("Omar Sabbagh", works("Omar Sabbagh"), { modality: "denied" })],
    ["supposed-in-text", of("Rana Khoury", "Rana Khoury may owe money to Zagros Fresh Produce")],
    ["alleged", of("Salim Aziz", "Salim Aziz allegedly owes money to Zagros Fresh Produce")],
    ["nothing-in-text", of("Nabil Karam", works("Nabil Karam"))],
    ["no-denial-in-text", { ...CLAIM, modality: "denied" }],
    ["planned", { ...CLAIM, modality: "planned" }],
    ["unknown-modality", { ...CLAIM, modality: "certain" }],
    ["unknown-modality", { ...CLAIM, modality: "toString" }],
  ])("lets the text decide how a claim is meant: %s", (expected, answer) => {
    expect(outcome(answer)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ["no-claim", "Idris Haddad owes money to Zagros"],
    ["no-claim", null],
    ["no-claim", { ...CLAIM, quote: "  " }],
    ["no-claim", { ...CLAIM, quotes: [CLAIM.quote], quote: undefined }],
    ["quote-not-in-text", { ...CLAIM, quote: "Idris Haddad owes money to  Zagros Fresh Produce." }],
    [
      "quote-of-several-sentences",
      {
        ...CLAIM,
        quote: "Zagros Fresh Produce. A court rejected the claim that Omar Sabbagh",
        subject: "Omar Sabbagh",
      },
    ],
    ["end-not-in-quote", { ...CLAIM, quote: "owes money to Zagros Fresh Produce" }],
    ["end-not-in-quote", { ...CLAIM, subject: { type: "Person", name: "Layla Nasser" } }],
    ["end-of-other-type", { ...CLAIM, subject: { type: "Organization", name: "Idris Haddad" } }],
    ["end-of-other-type", { ...CLAIM, subject: { type: "Person", name: "Zagros" } }],
    [
      "end-without-name",
      of("He", "He saw how Blue Lantern counted it in Mersin.", {
        object: { type: "Network", name: "Blue Lantern" },
      }),
    ],
    ["end-without-name", { ...CLAIM, subject: { type: "Person", name: "owes" } }],
    ["unknown-type", { ...CLAIM, subject: { type: "Wizard", name: "owes" } }],
    ["unknown-type", { ...CLAIM, subject: "owes" }],
    ["unknown-type", { ...CLAIM, subject: { type: "Operation", name: "owes" } }],
    ["same-ends", { ...CLAIM, object: HADDAD }],
    ["unknown-relation", { ...CLAIM, type: "POACHES" }],
    ["unknown-relation", { ...CLAIM, type: "__proto__" }],
    ["ends-not-allowed", { ...CLAIM, type: "SEIZED" }],
  ])("refuses by name: %s", (reason, answer) => {
    expect(outcome(answer)).toBe(reason);
  });

  it("refuses a new name that the answers give two types", () => {
    const quote = "He saw how Blue Lantern counted it in Mersin.";
    const to = (type: string) => ({
      subject: { type, name: "Blue Lantern" },
      type: "OPERATES_IN",
      object: { type: "Place", name: "Mersin" },
      quote,
    });
    const reasons = ask(to("Network"), to("Organization")).refused.map(({ reason }) => reason);
    expect(reasons).toEqual(["several-types", "several-types"]);
  });

  it("refuses what a rule reads in the same sentence", () => {
    const text = "Idris Haddad, the head of the Night Harvest network, fled.";
    const led = readReport(text, pack);
    const own = extractDocument(led, pack);
    const [link] = own.claims.filter((claim) => claim.kind === "relation");
    const nameOf = (id: string) => own.entities.find((one) => one.id === id)?.name;
    const answer = {
      subject: nameOf(link?.subject ?? ""),
      type: link?.type,
      object: nameOf(link?.kind === "relation" ? link.object : ""),
      quote: text,
    };
    const reading = createReading({ document: led.id, extractor: "desk", version: "1" }, [answer]);
    expect(admitClaims(own, reading, pack).refused.map(({ reason }) => reason)).toEqual([
      "read-already",
    ]);
  });
});

const words = TEXT.split(/\s+/).filter(Boolean);
const stretch = fc
  .tuple(fc.nat(TEXT.length), fc.nat(120))
  .map(([start, length]) => TEXT.slice(start, start + length));
const text = fc.oneof(stretch, fc.constantFrom(...words), fc.constant(CLAIM.quote), fc.string());
const end = fc.oneof(
  fc.constantFrom(HADDAD, ZAGROS, "Omar Sabbagh", "Mersin"),
  text,
  fc.record({ type: fc.constantFrom("Person", "Network", "Place", "Ship"), name: text }),
  fc.jsonValue(),
);
const answer = fc.oneof(
  fc.record(
    {
      subject: end,
      type: fc.constantFrom("AFFILIATED_WITH", "OPERATES_IN", "LEADS", "NONE"),
      object: end,
      quote: text,
      modality: fc.constantFrom("asserted", "denied", "planned", "sure"),
      confidence: fc.double(),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);
const answers = fc.array(answer, { maxLength: 12 });

describe("laws of the gate", () => {
  it("lets no claim in without a quote that stands in the text at its offsets and names both ends", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { admitted } = ask(...given);
        for (const { claim, things } of admitted) {
          const [{ span, quote }] = claim.evidence;
          expect(document.text.slice(span.start, span.end)).toBe(quote);
          const all = [...extraction.entities, ...things];
          for (const id of [claim.subject, claim.object]) {
            const thing = all.find((one) => one.id === id);
            const names = [thing?.name ?? "", ...(thing?.aliases ?? [])];
            const isMentioned = thing?.mentions.some(
              (one) => span.start <= one.start && one.end <= span.end,
            );
            expect(isMentioned || names.some((name) => quote.includes(name))).toBe(true);
          }
          expect(claim.confidence).toBeLessThanOrEqual(0.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("judges every answer once: it is let in or refused", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { admitted, refused } = ask(...given);
        const reading = createReading(
          { document: document.id, extractor: "desk", version: "1" },
          given,
        );
        expect(admitted.length + refused.length).toBeLessThanOrEqual(reading.answers.length);
        const textOf = (one: unknown): string => JSON.stringify(one);
        const judged = new Set([...admitted, ...refused].map((one) => textOf(one.answer)));
        const others = reading.answers.filter((one) => !judged.has(textOf(one)));
        // Two answers that make one claim leave one of them behind it.
        for (const one of others) expect(outcome(one)).not.toMatch(/-/);
      }),
    );
  });

  it("comes to the same whatever the order of answers, and however often one is given", () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(ask(...given.toReversed(), ...given)).toEqual(ask(...given));
      }),
    );
  });
});
