import type { Mention } from "./mention.js";
import type { EntityRole, EntityType } from "./schema.js";

/** What is known of a thing beside its names; the build turns these into node properties. */
export interface EntityAttributes {
  /** ISO 3166-1 alpha-2 code in lower case of the state it belongs to or lies in. */
  readonly country?: string;
  readonly acronym?: string;
  /** True for a network known only by an action against it; it never merges by name. */
  readonly unnamed?: true;
  /** True for goods that no report names. */
  readonly unspecified?: true;
  /** Class of goods. */
  readonly class?: string;
  /** What an organization is: media, ngo, company. */
  readonly kind?: string;
  readonly iso2?: string;
  readonly iso3?: string;
  readonly level?: string;
  /** Kind of an identifier, such as `imo`. */
  readonly scheme?: string;
  /** An identifier without spaces and signs: what two spellings of it have in common. */
  readonly value?: string;
  /** Whether the check digit of an identifier fits; absent where its kind has none. */
  readonly checkDigit?: "right" | "wrong";
  readonly latitude?: number;
  readonly longitude?: number;
  /** Titles of a person's posts, sorted. */
  readonly titles?: readonly string[];
}

/** One thing as one document tells it: its mentions clustered, events included. */
export interface DocumentEntity {
  /** `<document id>#<type>:<content key>`; made of content, never of order. */
  readonly id: string;
  readonly document: string;
  readonly type: EntityType;
  readonly role: EntityRole;
  readonly name: string;
  /** Other spellings in the text, sorted by code unit, without `name`. */
  readonly aliases: readonly string[];
  /** In text order; empty for events. */
  readonly mentions: readonly Mention[];
  /** Identity in the pack's lexica or gazetteer, or null. */
  readonly key: string | null;
  readonly attributes: EntityAttributes;
}
