import type { DocumentEntity, EntityAttributes } from "../../model/document-entity.js";
import type { Entity } from "../../model/entity.js";
import { EVENT_TYPES } from "../../model/schema.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { compareText } from "../../text/compare.js";
import { byId, mostSpecial, type Profile } from "../identify/profile.js";
import { packAttributes } from "./pack-attributes.js";

/** One entity of a cluster's profiles: nothing any report calls it is lost. */
export function mergeEntity(
  id: string,
  cluster: readonly Profile[],
  pack: Pick<DomainPack, "countries" | "entries" | "schema">,
): Entity {
  const members = cluster.flatMap((profile) => profile.members).sort(byId);
  const keys = sorted(members.flatMap((member) => member.key ?? []));
  const attributes = Object.assign({}, ...keys.map((key) => packAttributes(key, pack)));
  const name = chooseName(members, keys, pack);
  const names = members.flatMap((member) => [member.name, ...member.aliases]);
  const known = namesInPack(keys, pack).filter((other) => other !== name && !names.includes(other));
  const otherIds = sorted(cluster.map((profile) => profile.base)).filter((other) => other !== id);
  return {
    id,
    type: mostSpecial(cluster, pack.schema).type,
    name,
    aliases: sorted(names).filter((other) => other !== name && other !== ""),
    members: members.map((member) => member.id),
    documents: sorted(members.map((member) => member.document)),
    attributes: { ...attributes, ...mergeAttributes(members) },
    ...(known.length === 0 ? {} : { knownAs: known }),
    ...(otherIds.length === 0 ? {} : { otherIds }),
  };
}

/** Every name of the pack for some keys, sorted. */
const namesInPack = (
  keys: readonly string[],
  { entries }: Pick<DomainPack, "entries">,
): readonly string[] => {
  const known = keys.flatMap((key) => entries.get(key) ?? []);
  return sorted(known.flatMap(({ name, knownAs }) => [name, ...knownAs]));
};

/**
 * The pack's name for a thing it knows; for an event the fullest; else the one most reports use,
 * the fullest of equals.
 */
function chooseName(
  members: readonly DocumentEntity[],
  keys: readonly string[],
  pack: Pick<DomainPack, "entries">,
): string {
  const known = keys.flatMap((key) => pack.entries.get(key) ?? [])[0];
  if (known !== undefined) return known.name;
  const isEvent = members.some((member) => EVENT_TYPES.has(member.type));
  const counts = new Map<string, Set<string>>();
  for (const { name, document } of members) {
    counts.set(name, (counts.get(name) ?? new Set()).add(document));
  }
  const ranked = [...counts].sort(
    ([a, left], [b, right]) =>
      (isEvent ? 0 : right.size - left.size) || b.length - a.length || compareText(a, b),
  );
  return ranked[0]?.[0] ?? "";
}

type TextAttribute =
  | "country"
  | "acronym"
  | "class"
  | "kind"
  | "iso2"
  | "iso3"
  | "level"
  | "scheme"
  | "value"
  | "checkDigit";

/** Attributes of the members united; where they differ, what most members say. */
function mergeAttributes(members: readonly DocumentEntity[]): EntityAttributes {
  const all = members.map((member) => member.attributes);
  const vote = (key: TextAttribute): EntityAttributes => {
    const value = mostCommon(all.flatMap((one) => one[key] ?? []));
    return value === undefined ? {} : { [key]: value };
  };
  const titles = sorted(all.flatMap((one) => one.titles ?? []));
  const located = all.find((one) => one.latitude !== undefined && one.longitude !== undefined);
  return {
    ...vote("country"),
    ...vote("acronym"),
    ...vote("class"),
    ...vote("kind"),
    ...vote("iso2"),
    ...vote("iso3"),
    ...vote("level"),
    ...vote("scheme"),
    ...vote("value"),
    ...vote("checkDigit"),
    ...(located?.latitude === undefined ? {} : { latitude: located.latitude }),
    ...(located?.longitude === undefined ? {} : { longitude: located.longitude }),
    ...(titles.length === 0 ? {} : { titles }),
    ...(all.every((one) => one.unnamed === true) ? { unnamed: true } : {}),
    ...(all.every((one) => one.unspecified === true) ? { unspecified: true } : {}),
  };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  return ranked[0]?.[0];
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
