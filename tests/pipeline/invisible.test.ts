import { buildCase, type CaseBuild, verifyCase } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { narcoticsPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

const INVISIBLE = [
  ..."\u200b\u200c\u200d\ufe0f\ufe0e\u00ad\u2060\u200e\u200f\u202a\u202e\u202c\u2066\u2069\ufeff\u034f\u180e\u{e0067}",
];
/** Share of places in a text that get a character. */
const SHARE = 0.1;

/** Signs of markup, which are no text: what stands inside one makes it another. */
const MARKUP: Readonly<Record<string, RegExp>> = {
  html: /(<[^>]*>|&\w+;)/,
  md: /(^ *[#>*-]+ *|[*_`[\]()]+)/m,
};

/** Found nowhere. */
const NONE = /(?!)/;

/** The text with characters that print nothing, at places that a seed draws; markup stays as it is. */
function scatter(text: string, markup: RegExp | undefined, random: () => number): string {
  const spoilt = (plain: string): string =>
    [...plain]
      .map((sign) => {
        const hidden = INVISIBLE[Math.floor(random() * INVISIBLE.length)] ?? "";
        return random() < SHARE && !/\p{M}/u.test(sign) ? hidden + sign : sign;
      })
      .join("");
  return text
    .split(markup ?? NONE)
    .map((part, at) => (at % 2 === 0 ? spoilt(part) : part))
    .join("");
}

/**
 * What each report says: its own things and claims, each thing by its name. Ids and offsets follow from
 * the whole text; so does which of two equal wordings a graph shows, since ids break the tie.
 */
function sayings({ documents, extractions }: CaseBuild): readonly string[] {
  const paths = new Map(documents.map(({ document, paths: [path] }) => [document.id, path]));
  return extractions
    .flatMap(({ document, entities, claims }) => {
      const names = new Map(entities.map(({ id, type, name }) => [id, `${type} ${name}`]));
      const things = entities.map(({ type, name, aliases, attributes, mentions }) => {
        const told = mentions.map((one) => [one.name, one.rule, one.sentence]);
        return [type, name, aliases, attributes, told];
      });
      const told = claims.map((claim) => {
        const { rule, modality, confidence, qualifiers, evidence } = claim;
        const what =
          claim.kind === "relation"
            ? [claim.type, names.get(claim.object)]
            : [claim.property, claim.value];
        const sentences = evidence.map(({ sentence }) => sentence);
        return [names.get(claim.subject), what, rule, modality, confidence, qualifiers, sentences];
      });
      const { title, publisher, date, language } = document;
      const head = { title, publisher, date, language };
      const of = paths.get(document.id);
      return [head, ...things, ...told].map((one) => `${of} ${JSON.stringify(one)}`);
    })
    .sort();
}

describe("characters that print nothing", () => {
  const pack = narcoticsPack();
  const inputs = readFolder("examples/captagon-route/reports");
  const plain = buildCase(inputs, { pack });
  const spoil = (seed: number) => {
    const random = seededRandom(seed);
    return inputs.map(({ path, bytes }) => {
      const text = scatter(
        new TextDecoder().decode(bytes),
        MARKUP[path.split(".").at(-1) ?? ""],
        random,
      );
      return { path, bytes: new TextEncoder().encode(text) };
    });
  };

  it.each([1, 2, 3])("change nothing of what is read (seed %i)", (seed) => {
    const spoilt = buildCase(spoil(seed), { pack });
    expect(sayings(spoilt)).toEqual(sayings(plain));
    expect(spoilt.summary).toEqual({ ...plain.summary, invisible: spoilt.summary.invisible });
  });

  it("reach no name", () => {
    const { graph } = buildCase(spoil(6), { pack });
    graph.forEachNode(null, (node) => {
      const told = ["name", "aliases", "title", "publisher", "scope", "metric"].map((key) =>
        JSON.stringify(graph.nodeProperty(node, key) ?? ""),
      );
      expect(told.join()).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
      return true;
    });
  });

  it("stand in quotes, which stay the very text", () => {
    const { graph, claims, documents } = buildCase(spoil(4), { pack });
    const texts = new Map(documents.map(({ document }) => [document.id, document.text]));
    expect(verifyCase({ graph, texts, claims }).problems).toEqual([]);
    const quotes = claims.flatMap(({ evidence }) => evidence);
    for (const { document, span, quote } of quotes)
      expect(texts.get(document)?.slice(span.start, span.end)).toBe(quote);
    expect(quotes.some(({ quote }) => /\p{Default_Ignorable_Code_Point}/u.test(quote))).toBe(true);
  });

  it("are counted in the summary of a build", () => {
    const { summary, documents } = buildCase(spoil(5), { pack });
    const { characters, texts } = summary.invisible;
    expect(texts).toBe(documents.length);
    expect(characters).toBeGreaterThan(50 * texts);
    expect(plain.summary.invisible).toEqual({ characters: 0, texts: 0 });
  });
});
