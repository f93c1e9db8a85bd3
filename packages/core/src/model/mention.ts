import type { EntityRole, EntityType } from "./schema.js";
import type { TextSpan } from "./text-span.js";

/** A stretch of text that names a thing, found by one rule. */
export interface Mention extends TextSpan {
  /** `<document id>:<start>-<end>:<type>`. */
  readonly id: string;
  readonly type: EntityType;
  /** The grammar that reads it; rules ask for this, never for the type. */
  readonly role: EntityRole;
  /** Index of the sentence that holds it. */
  readonly sentence: number;
  /** The name to show: rank, possessive and article stripped. */
  readonly name: string;
  /**
   * Identity in the pack's lexica or gazetteer (`country:iq`, `place:geonames:98182`,
   * `agency:inss`), or null for a name found by grammar alone.
   */
  readonly key: string | null;
  /** ISO 3166-1 alpha-2 code in lower case of the state the name itself points to, or null. */
  readonly country: string | null;
  /** Rule that found it, such as `agency.head-of-country` or `lexicon.goods`. */
  readonly rule: string;
  /** 0–1: how sure the rule is; settles overlaps after length. */
  readonly score: number;
  /** How the text refers: by a name, an acronym, a demonym, or a description such as "the ministry". */
  readonly form: "name" | "acronym" | "demonym" | "metonym" | "descriptor";
}
