import type { Schema } from "../model/schema.js";
import { fold } from "../text/fold.js";
import { TokenTrie, trieKey } from "../text/token-trie.js";
import { tokenize } from "../text/tokenize.js";
import type { CountryEntry, LexiconEntry, LexiconName, NameDoubt } from "./domain-pack.js";
import type { LexiconRow, WorldSections } from "./pack-sections.js";

interface CompiledLexicon {
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly lexicon: TokenTrie<LexiconName>;
}

/** A table of names and the entity type of what it names. */
export interface LexiconTable {
  readonly type: string;
  readonly rows: readonly LexiconRow[];
}

/** A name as the end of a key: `Royal Oman Police` → `royal-oman-police`. */
export const slug = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

const ENTRY = {
  country: null,
  acronym: null,
  knownAs: [],
  kind: null,
  shared: false,
  unspecified: false,
  latitude: null,
  longitude: null,
} as const;

/** All names of a pack's tables in one trie, and the entries behind them. */
export function compileLexicon(
  tables: readonly LexiconTable[],
  world: Pick<WorldSections, "regions" | "countries">,
  schema: Schema,
  doubts: ReadonlyMap<string, NameDoubt>,
): CompiledLexicon {
  const entries = new Map<string, LexiconEntry>();
  const lexicon = new TokenTrie<LexiconName>();
  const add = ({ entry, names }: NamedEntry): void => {
    entries.set(entry.key, entry);
    for (const { written, form } of names) {
      const key = trieKey(tokenize(written));
      const doubt = doubts.get(written.toLowerCase()) ?? null;
      const caseSensitive = isCaseSensitive(entry, written);
      lexicon.add(key, { entry, form, written, caseSensitive, doubt });
    }
  };
  for (const table of tables) for (const row of table.rows) add(rowEntry(table.type, row, schema));
  for (const row of world.regions) add(regionEntry(row));
  for (const row of world.countries) add(countryEntry(row));
  const countries = new Map(
    world.countries.map((row) => [
      row.iso2,
      { ...row, latitude: row.latitude ?? 0, longitude: row.longitude ?? 0 },
    ]),
  );
  return { entries, countries, lexicon };
}

interface NameOf {
  readonly written: string;
  readonly form: LexiconName["form"];
}

interface NamedEntry {
  readonly entry: LexiconEntry;
  readonly names: readonly NameOf[];
}

const asNames = (names: readonly string[]): NameOf[] =>
  names.map((written) => ({ written, form: "name" as const }));

/** Goods and generic words are found in any case; every other name needs its capitals. */
const isCaseSensitive = (entry: LexiconEntry, written: string): boolean =>
  entry.role !== "goods" || (written.length <= 4 && written === written.toUpperCase());

function rowEntry(type: string, row: LexiconRow, schema: Schema): NamedEntry {
  const { name, country, shared, unspecified } = row;
  const acronym = row.acronym === "" ? null : row.acronym;
  const entry = {
    ...ENTRY,
    key: `${type.toLowerCase()}:${slug(name)}`,
    type,
    role: schema.roleOf(type) ?? "organization",
    name,
    country,
    acronym,
    knownAs: [...row.aliases, ...(acronym === null ? [] : [acronym]), ...row.scripts],
    kind: row.class === "" ? null : row.class,
    shared,
    unspecified,
  } as const;
  const acronyms = acronym === null ? [] : [{ written: acronym, form: "acronym" as const }];
  return { entry, names: [...asNames([name, ...row.aliases]), ...acronyms] };
}

function regionEntry(row: WorldSections["regions"][number]): NamedEntry {
  const { name, level, country, latitude, longitude } = row;
  const key = `region:${slug(name)}`;
  const place = { type: "Place", role: "place", name, kind: level } as const;
  const knownAs = [...row.aliases, ...row.scripts];
  const entry = { ...ENTRY, ...place, key, country, knownAs, latitude, longitude };
  return { entry, names: asNames([name, ...row.aliases]) };
}

function countryEntry(row: WorldSections["countries"][number]): NamedEntry {
  const { name, iso2, latitude, longitude } = row;
  const state = { type: "Country", role: "country", name, kind: "country" } as const;
  const key = `country:${iso2}`;
  const knownAs = [...row.aliases, ...row.scripts];
  const entry = { ...ENTRY, ...state, key, country: iso2, knownAs, latitude, longitude };
  const demonyms = row.demonyms.map((written) => ({ written, form: "demonym" as const }));
  return { entry, names: [...asNames([name, ...row.aliases]), ...demonyms] };
}
