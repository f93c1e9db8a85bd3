import type { DocumentEntity } from "../../model/document-entity.js";
import type { Schema } from "../../model/schema.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import type { CountryWords } from "./country-words.js";
import { normalizeBodyName, normalizeNetworkName, toSlug } from "./name-words.js";
import type { Identity } from "./profile.js";

/** What identities of named things are told with. */
export interface NamingContext {
  readonly pack: Pick<DomainPack, "entries" | "words">;
  readonly schema: Schema;
  readonly countryWords: CountryWords;
}

/** Identity of a state or of goods: the key, else type and name; whoever has it is that one. */
export function identifyKeyed(entity: DocumentEntity): Identity {
  const identity = identifyPlace(entity);
  return { ...identity, group: identity.base };
}

/** Identity of a place: one a document; its id is its key, else its type, state and name. */
export function identifyPlace(entity: DocumentEntity): Identity {
  const folded = foldName(entity.name);
  const kind = entity.type.toLowerCase();
  const country = entity.attributes.country;
  const parts = entity.type === "Place" && country !== undefined ? [kind, country] : [kind];
  const base = entity.key ?? [...parts, toSlug(folded)].join(":");
  return { base, group: entity.id, comparable: folded };
}

/** Identity of a body of a state: one a document; its id is the state and its name. */
export function identifyAgency(entity: DocumentEntity, context: NamingContext): Identity {
  const known = entity.key === null ? undefined : context.pack.entries.get(entity.key);
  const country = known?.country ?? entity.attributes.country ?? null;
  const name = known?.name ?? entity.name;
  const comparable = normalizeBodyName(context.countryWords.without(name, country));
  const kind = entity.type.toLowerCase();
  const prefix = country === null ? kind : `${kind}:${country}`;
  return {
    base: `${prefix}:${toSlug(comparable)}`,
    group: entity.id,
    comparable,
  };
}

/** Identity of a named group or organization: one a document; its id is its key, else its name. */
export function identifyGroup(entity: DocumentEntity, context: NamingContext): Identity {
  const known = entity.key === null ? undefined : context.pack.entries.get(entity.key);
  const name = known?.name ?? entity.name;
  const comparable =
    entity.role === "group"
      ? normalizeNetworkName(name, context.pack.words)
      : normalizeBodyName(foldName(name));
  const base = entity.key ?? `${entity.type.toLowerCase()}:${toSlug(comparable)}`;
  return { base, group: entity.id, comparable };
}

/** Identity of a human being: one a document, because a name alone proves nothing. */
export function identifyPerson(entity: DocumentEntity, { schema }: NamingContext): Identity {
  const comparable = foldName(entity.name);
  // A human being keeps the id whether or not a report gives the post.
  const kind = (schema.lineage(entity.type).at(-1) ?? entity.type).toLowerCase();
  return { base: `${kind}:${toSlug(comparable)}`, group: entity.id, comparable };
}
