// Runs of capitals with the kind of name that each is, from reports whose content is known and from the sentences
// written for the fit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeNames, readDocument } from "@redthread/core/build";
import { type DomainPack, READING_KINDS, type ReadingKind } from "@redthread/core/packs";
import { foldName } from "@redthread/core/text";
import { type NamedReport, ROOT } from "./sets.js";

/** A run of capitals, judged. */
export interface ReadingSample {
  /** What it is of: a set of reports, or `own` for the sentences of the fit. */
  readonly source: string;
  readonly text: string;
  /** Index in {@link READING_KINDS}. */
  readonly label: number;
  /** True where a table of the pack holds the name. */
  readonly known: boolean;
  readonly features: ReadonlySet<string>;
}

const KIND_OF: Readonly<Record<string, ReadingKind>> = {
  Person: "person",
  Official: "person",
  Agency: "body",
  Network: "group",
  Organization: "organization",
  Vessel: "vessel",
  Place: "place",
};

const LETTERS: Readonly<Record<string, ReadingKind>> = {
  p: "person",
  b: "body",
  g: "group",
  c: "organization",
  v: "vessel",
  l: "place",
};

export const OWN_SENTENCES = join(ROOT, "tests/readings/fit.txt");

/** The samples of scored reports. */
export const reportSamples = (
  reports: readonly NamedReport[],
  pack: DomainPack,
): readonly ReadingSample[] =>
  reports.flatMap(({ set, path, bytes, gold }) => {
    const { entities } = gold as { readonly entities: readonly GoldEntity[] };
    const kinds = new Map<string, ReadingKind>();
    for (const { type, name, aliases } of entities)
      for (const one of [name, ...(aliases ?? [])]) {
        const key = keyOf(one);
        if (!kinds.has(key)) kinds.set(key, KIND_OF[type] ?? "none");
      }
    return samplesOf({ source: set, path, bytes, kinds }, pack);
  });

interface GoldEntity {
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** The samples of the sentences written for the fit. */
export const ownSamples = (pack: DomainPack): readonly ReadingSample[] =>
  readFileSync(OWN_SENTENCES, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line, at) => {
      const kinds = new Map<string, ReadingKind>();
      const text = line.replace(/\{([pbgcvl]):([^}]+)\}/g, (_, letter: string, name: string) => {
        kinds.set(keyOf(name), LETTERS[letter] ?? "none");
        return name;
      });
      const bytes = new TextEncoder().encode(`${text}\n`);
      return samplesOf({ source: "own", path: `${at}.txt`, bytes, kinds }, pack);
    });

const keyOf = (name: string): string => foldName(name).replace(/^the /, "");

interface Judged {
  readonly source: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kinds: ReadonlyMap<string, ReadingKind>;
}

function samplesOf({ source, path, bytes, kinds }: Judged, pack: DomainPack): ReadingSample[] {
  const document = readDocument({ path, bytes }, { pack });
  const parts = partsOf(kinds.keys());
  const spans = describeNames(document, pack).map((span) => {
    const text = document.text.slice(span.start, span.end);
    return { ...span, text, key: keyOf(text) };
  });
  const named = spans.filter(({ key }) => kinds.has(key));
  const whole = new Set(named.filter((one) => !named.some((other) => isInside(one, other))));
  return spans.flatMap((span) => {
    const isName = whole.has(span);
    const told = [...whole].some((one) => one.start < span.end && span.start < one.end);
    // A part of a name that stands alone is a short form of it: neither a name of its own nor none.
    if (!isName && !told && parts.has(span.key)) return [];
    const kind = isName ? (kinds.get(span.key) ?? "none") : "none";
    const known = [...span.features].some((one) => one.startsWith("is known "));
    const { text, features } = span;
    return [{ source, text, label: READING_KINDS.indexOf(kind), known, features }];
  });
}

type Range = { readonly start: number; readonly end: number };

const isInside = (one: Range, other: Range): boolean =>
  other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start;

/** Every part of some names that is shorter than the name. */
function partsOf(names: Iterable<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const name of names) {
    const words = name.split(" ");
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1)
        if (to - from < words.length) parts.add(words.slice(from, to).join(" "));
  }
  return parts;
}
