import type { EntityType, NodeType, RelationType } from "../model/entity-type.js";
import type { TokenTrie } from "../text/token-trie.js";
import type { Gazetteer } from "./gazetteer.js";
import type { PackSections } from "./pack-sections.js";
import type { WordLists } from "./word-lists.js";

/** A thing the pack knows by name. */
export interface LexiconEntry {
  /** `<kind>:<slug>`, such as `drug:captagon`, `country:iq`, `agency:unodc`, `region:sahel`. */
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  /** ISO 3166-1 alpha-2 code in lower case of the state it belongs to, or null. */
  readonly country: string | null;
  readonly acronym: string | null;
  /** Class of a drug, level of a place, kind of an organization; null for the rest. */
  readonly kind: string | null;
  /** True for a name that bodies of other states bear too. */
  readonly shared: boolean;
  /** True for a word such as "narcotics" that names no single drug. */
  readonly unspecified: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** How a name of the lexicon refers, and whether its capitals matter. */
export interface LexiconName {
  readonly entry: LexiconEntry;
  readonly form: "name" | "acronym" | "demonym" | "metonym";
  /** The name as the pack writes it. */
  readonly written: string;
  /** True where only this very spelling counts: `ICE` is an agency, `ice` is none. */
  readonly caseSensitive: boolean;
}

/** A state, with the names that stand for it. */
export interface CountryEntry {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
  /** Cities whose names can stand for the state, the capital first. */
  readonly capitals: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
}

/** The node types a relationship type may join. */
export interface RelationRule {
  readonly from: readonly NodeType[];
  readonly to: readonly NodeType[];
  /** True where the order of the ends means nothing. */
  readonly symmetric: boolean;
}

/** A domain pack, read and compiled: what a field of reports names, and how it words it. */
export interface DomainPack {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over all files of the pack, for caches and manifests; worked out when asked for. */
  readonly sha256: string;
  readonly relations: ReadonlyMap<RelationType, RelationRule>;
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  /** States by alpha-2 code in lower case. */
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly lexicon: TokenTrie<LexiconName>;
  readonly gazetteer: Gazetteer;
  readonly words: WordLists;
  /** Every file as parsed and validated, by the name of its section. */
  readonly sections: PackSections;
}
