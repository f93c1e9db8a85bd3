import { fold } from "../text/fold.js";
import { TokenTrie, trieKey } from "../text/token-trie.js";
import { tokenize } from "../text/tokenize.js";
import type { CountryEntry, LexiconEntry, LexiconName } from "./domain-pack.js";
import type { PackSections } from "./pack-sections.js";

interface CompiledLexicon {
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly lexicon: TokenTrie<LexiconName>;
}

/** A name as the end of a key: `Royal Oman Police` → `royal-oman-police`. */
export const slug = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

const ENTRY = {
  country: null,
  acronym: null,
  kind: null,
  shared: false,
  unspecified: false,
  latitude: null,
  longitude: null,
} as const;

/** All names of a pack's tables in one trie, and the entries behind them. */
export function compileLexicon(sections: PackSections): CompiledLexicon {
  const entries = new Map<string, LexiconEntry>();
  const lexicon = new TokenTrie<LexiconName>();
  const add = (entry: LexiconEntry, names: readonly NameOf[]): void => {
    entries.set(entry.key, entry);
    for (const { written, form } of names) {
      const key = trieKey(tokenize(written));
      lexicon.add(key, { entry, form, written, caseSensitive: isCaseSensitive(entry, written) });
    }
  };
  for (const entry of tableEntries(sections)) add(entry.entry, entry.names);
  const countries = new Map<string, CountryEntry>();
  for (const row of sections.countries) {
    const country = { ...row, latitude: row.latitude ?? 0, longitude: row.longitude ?? 0 };
    countries.set(row.iso2, country);
    const { name, latitude, longitude, iso2 } = row;
    const kind = "country";
    add(
      {
        ...ENTRY,
        key: `country:${iso2}`,
        type: "Country",
        name,
        country: iso2,
        kind,
        latitude,
        longitude,
      },
      [
        ...asNames([name, ...row.aliases]),
        ...row.demonyms.map((written) => ({ written, form: "demonym" as const })),
      ],
    );
  }
  return { entries, countries, lexicon };
}

interface NameOf {
  readonly written: string;
  readonly form: LexiconName["form"];
}

const asNames = (names: readonly string[]): NameOf[] =>
  names.map((written) => ({ written, form: "name" as const }));

const withAcronym = (names: readonly string[], acronym: string): NameOf[] => [
  ...asNames(names),
  ...(acronym === "" ? [] : [{ written: acronym, form: "acronym" as const }]),
];

/** Drugs and generic words are found in any case; every other name needs its capitals. */
const isCaseSensitive = (entry: LexiconEntry, written: string): boolean =>
  entry.type !== "Drug" || (written.length <= 4 && written === written.toUpperCase());

function* tableEntries(
  sections: PackSections,
): Iterable<{ readonly entry: LexiconEntry; readonly names: readonly NameOf[] }> {
  for (const row of sections.drugs) {
    const { name, unspecified } = row;
    const entry = {
      ...ENTRY,
      key: `drug:${slug(name)}`,
      type: "Drug",
      name,
      kind: row.class,
      unspecified,
    } as const;
    yield { entry, names: asNames([name, ...row.aliases]) };
  }
  for (const row of sections.agencies) {
    const { name, country, shared } = row;
    const acronym = row.acronym === "" ? null : row.acronym;
    const entry = {
      ...ENTRY,
      key: `agency:${slug(name)}`,
      type: "Agency",
      name,
      country,
      acronym,
      shared,
    } as const;
    yield { entry, names: withAcronym([name, ...row.aliases], row.acronym) };
  }
  for (const row of sections.networks) {
    const { name, country } = row;
    const acronym = row.acronym === "" ? null : row.acronym;
    const entry = {
      ...ENTRY,
      key: `network:${slug(name)}`,
      type: "Network",
      name,
      country,
      acronym,
    } as const;
    yield { entry, names: withAcronym([name, ...row.aliases], row.acronym) };
  }
  for (const row of sections.organizations) {
    const { name, kind, country } = row;
    const entry = {
      ...ENTRY,
      key: `organization:${slug(name)}`,
      type: "Organization",
      name,
      kind,
      country,
    } as const;
    yield { entry, names: asNames([name, ...row.aliases]) };
  }
  for (const row of sections.regions) {
    const { name, level, country, latitude, longitude } = row;
    const entry = {
      ...ENTRY,
      key: `region:${slug(name)}`,
      type: "Place",
      name,
      kind: level,
      country,
      latitude,
      longitude,
    } as const;
    yield { entry, names: asNames([name, ...row.aliases]) };
  }
}
