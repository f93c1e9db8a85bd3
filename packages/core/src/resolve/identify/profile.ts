import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole, EntityType, Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { sha256 } from "../../text/sha256.js";

/**
 * One thing as one document tells it, ready to be compared; for states and goods all that have one key.
 * Whatever else two profiles share, a comparison has to say that they are one.
 */
export interface Profile {
  /** Id the entity gets when no other entity claims it, such as `person:ahmed-hassan`. */
  readonly base: string;
  /** `base` with eight digits of content hash behind it: always unique, whatever else is read. */
  readonly id: string;
  readonly type: EntityType;
  readonly role: EntityRole;
  /** Sorted by id. */
  readonly members: readonly DocumentEntity[];
  /** The name as it is compared: folded, and for bodies without the words of their state. */
  readonly comparable: string;
  readonly country: string | null;
  readonly acronym: string | null;
}

/** What a document entity is called and told apart by. */
export interface Identity {
  readonly base: string;
  /** Equal for document entities that are one profile. */
  readonly group: string;
  readonly comparable: string;
}

/** The profiles of some document entities, sorted by id. */
export function createProfiles(
  entities: readonly DocumentEntity[],
  identify: (entity: DocumentEntity) => Identity,
  schema: Schema,
): readonly Profile[] {
  const groups = new Map<
    string,
    { readonly identity: Identity; readonly entity: DocumentEntity }[]
  >();
  for (const entity of entities) {
    const identity = identify(entity);
    const known = groups.get(identity.group);
    if (known === undefined) groups.set(identity.group, [{ identity, entity }]);
    else known.push({ identity, entity });
  }
  return [...groups].map(([group, found]) => toProfile(group, found, schema)).sort(byId);
}

function toProfile(
  group: string,
  found: readonly { readonly identity: Identity; readonly entity: DocumentEntity }[],
  schema: Schema,
): Profile {
  const members = found.map((one) => one.entity).sort(byId);
  const base = least(found.map((one) => one.identity.base)) ?? group;
  const special = mostSpecial(members, schema);
  return {
    base,
    id: `${base}:${sha256(group).slice(0, 8)}`,
    type: special.type,
    role: special.role,
    members,
    comparable: least(found.map((one) => one.identity.comparable)) ?? "",
    country: least(members.map((member) => member.attributes.country)),
    acronym: least(members.map((member) => member.attributes.acronym)),
  };
}

/** Order of things with an id, by code unit. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  compareText(a.id, b.id);

/** The one of the most special type, the first of equals: an official is a person too. */
export function mostSpecial<T extends Pick<Profile, "type" | "role">>(
  things: readonly T[],
  schema: Schema,
): T {
  const depth = ({ type }: T): number => schema.lineage(type).length;
  return things.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}

const least = (values: readonly (string | undefined)[]): string | null =>
  values.filter((value) => value !== undefined).sort()[0] ?? null;
