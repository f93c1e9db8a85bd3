import type { EntityRole, EntityType, Schema } from "../model/schema.js";
import type { TokenTrie } from "../text/token-trie.js";
import type { Gazetteer } from "./gazetteer.js";
import type { GrammarSlot } from "./grammar-slots.js";
import type { Identifiers } from "./identifier-schemas.js";
import type { IdentityWeights } from "./identity-weights.js";
import type { Measured } from "./measured.js";
import type { NameLists } from "./name-lists.js";
import type { ClassSection, Predicate } from "./predicate-schemas.js";
import type { NameReadings } from "./readings.js";
import type { CueSection, FrameSection, RelationSection, UnitRow } from "./rule-schemas.js";
import type { TableWords } from "./table-schemas.js";
import type { LinkWeights } from "./weights.js";
import type { WordLists } from "./word-lists.js";
import type { PhraseSlot } from "./word-slots.js";
import type { WordTables } from "./word-tables.js";

/** A thing the pack knows by name. */
export interface LexiconEntry {
  /** `<kind>:<slug>`, such as `country:iq`, `agency:unodc`, `region:sahel`. */
  readonly key: string;
  readonly type: EntityType;
  readonly role: EntityRole;
  readonly name: string;
  /** ISO 3166-1 alpha-2 code in lower case of the state it belongs to, or null. */
  readonly country: string | null;
  readonly acronym: string | null;
  /** Its other names, those in other scripts too: what a reader may ask for it by. */
  readonly knownAs: readonly string[];
  /** Class of goods, level of a place, kind of an organization; null for the rest. */
  readonly kind: string | null;
  /** True for a name that bodies of other states bear too. */
  readonly shared: boolean;
  /** True for a word such as "contraband" that names no single thing of its type. */
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
  /** Where the name is one that is a word of the language first; null for all others. */
  readonly doubt: NameDoubt | null;
}

/** Surroundings in which a word of the language is a name; in quotes it always is. */
export interface NameDoubt {
  /** Folded words that may not follow. */
  readonly notBefore: ReadonlySet<string>;
  /** Folded words one of which must stand before, or null where any may. */
  readonly onlyAfter: ReadonlySet<string> | null;
  /** True where it may open a sentence. */
  readonly opens: boolean;
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
  /** Codes of territories that belong to the state: `pr` of the United States. */
  readonly territories: readonly string[];
}

/** How a field and its language word units, doubt, actions and links. */
export interface PackWording {
  readonly units: readonly UnitRow[];
  readonly cues: CueSection;
  /** Forms of verbs that no rule makes, by base form. */
  readonly irregular: Readonly<Record<string, readonly string[]>>;
  readonly frames: FrameSection["frames"];
  /** What befalls people, the verbs whose object has not come about, and those who act for a state. */
  readonly fates: Omit<FrameSection, "frames">;
  readonly rules: RelationSection["rules"];
  /** Verbs and role nouns that say how things are linked, their classes resolved. */
  readonly predicates: readonly Predicate[];
  /** Nouns that may stand for a thing told before, in the singular, by the role of the thing. */
  readonly anaphors: ClassSection["anaphors"];
  /** Nouns that say what a thing is, by its role. */
  readonly descriptions: readonly {
    readonly role: EntityRole;
    readonly nouns: readonly string[];
  }[];
  /** What single words stand for. */
  readonly tables: Omit<WordTables, "numbers">;
  /** Closed classes of the language. */
  readonly grammar: Readonly<Record<GrammarSlot, readonly string[]>>;
  readonly measured: Measured;
  /** How much each feature of its reading speaks for a link; null where nobody fitted that. */
  readonly weights: LinkWeights | null;
  /** Words and phrases by slot: those of the language, then those of the field. */
  readonly lists: Readonly<Record<PhraseSlot, readonly string[]>>;
}

/** A domain pack with its world and its language, read and compiled. */
export interface DomainPack {
  readonly name: string;
  readonly version: string;
  /** Code of the language its words are in. */
  readonly language: string;
  /** SHA-256 over all files of all layers, for caches and manifests; worked out when asked for. */
  readonly sha256: string;
  readonly schema: Schema;
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  /** States by alpha-2 code in lower case. */
  readonly countries: ReadonlyMap<string, CountryEntry>;
  /** What names are made of, for telling whether two are one. */
  readonly names: NameLists;
  /** How much each feature of two things speaks for their being one. */
  readonly identity: IdentityWeights;
  /** Folded names of cities that can stand for their state, with its alpha-2 code. */
  readonly capitals: ReadonlyMap<string, string>;
  readonly lexicon: TokenTrie<LexiconName>;
  readonly gazetteer: Gazetteer;
  /** What speaks for each kind of an unknown name; null where nobody fitted that. */
  readonly readings: NameReadings | null;
  readonly words: WordLists;
  /** What headings of tables mean and what rows say. */
  readonly tables: TableWords;
  /** Numbers that name one thing, and how each is told. */
  readonly identifiers: Identifiers;
  readonly wording: PackWording;
  /** How a model outside is asked to read a report, with `{{slots}}`; `%%` parts what stands before the text. */
  readonly prompt: string;
}
