import type { DocumentEntity, EntityAttributes } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import { slug } from "../../packs/compile-lexicon.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { kindAttribute } from "../../packs/kind-attribute.js";
import { bareName, hasPlaceHead } from "./group-places.js";
import type { MentionGroup } from "./mention-group.js";

/** The entity a group of mentions makes: canonical name, aliases, identity, attributes. */
export function toDocumentEntity(
  document: ReportDocument,
  group: MentionGroup,
  pack: DomainPack,
): DocumentEntity {
  const name = canonicalName(group, pack);
  const country = group.country === "" ? null : group.country;
  const key = group.key ?? contentKey(group, name, country);
  const mentions = group.mentions.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    id: `${document.id}#${group.type}:${key}`,
    document: document.id,
    type: group.type,
    role: group.role,
    name,
    aliases: aliasesOf(document, group, name, pack),
    mentions,
    key: group.key,
    attributes: attributesOf(group, country, pack),
  };
}

const contentKey = (group: MentionGroup, name: string, country: string | null): string =>
  group.role === "body" && country !== null ? `${country}:${slug(name)}` : slug(name);

/** The fullest form the report gives; for states and goods the pack's name. */
function canonicalName(group: MentionGroup, pack: DomainPack): string {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  if (entry !== undefined && (group.role === "country" || group.role === "goods"))
    return entry.name;
  const names = group.mentions.filter(
    (mention) => mention.form === "name" && mention.rule !== "person.nickname",
  );
  const pool = names.length > 0 ? names : group.mentions;
  if (group.role === "place") {
    const name = placeName(pool);
    // "Jaber crossing" alone in the text: the pack knows the bare name.
    return entry !== undefined && hasPlaceHead(name, pack) && name.includes(entry.name)
      ? entry.name
      : name;
  }
  const best = pool.toSorted((a, b) => fullness(b) - fullness(a) || a.start - b.start)[0];
  return clean(best?.name ?? "");
}

/** A place's name is the shortest of its forms that is no abbreviation: `Basra`, not `Basra province`. */
function placeName(pool: readonly Mention[]): string {
  const written = pool.filter((mention) => mention.name !== mention.name.toUpperCase());
  const names = written.length > 0 ? written : pool;
  const first = names.toSorted((a, b) => a.name.length - b.name.length || a.start - b.start)[0];
  const name = first?.name ?? "";
  return written.length > 0 || name.length < 4 ? name : titleCase(name);
}

const titleCase = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

const fullness = (mention: Mention): number => clean(mention.name).length;

/** Nicknames in quotes and articles are no part of the name. */
const clean = (name: string): string =>
  name
    .replace(/\s*[“"‘«][^”"’»]*[”"’»]\s*/gu, " ")
    .replace(/^[Tt]he\s+(?=\p{Lu}\S*\s+\p{Lu})/u, "")
    .trim() || name;

function aliasesOf(
  document: ReportDocument,
  group: MentionGroup,
  name: string,
  pack: DomainPack,
): string[] {
  const aliases = new Set<string>();
  for (const mention of group.mentions) {
    if (mention.form === "descriptor") continue;
    aliases.add(mention.name);
    aliases.add(clean(mention.name));
    if (group.role !== "person" && group.role !== "official") {
      aliases.add(document.text.slice(mention.start, mention.end).replace(/\s+/g, " "));
    }
    const nickname = /[“"‘«]([^”"’»]+)[”"’»]/u.exec(mention.name)?.[1];
    if (nickname !== undefined) aliases.add(nickname);
  }
  if (group.role === "place") for (const alias of [...aliases]) addBare(aliases, alias, pack);
  aliases.delete(name);
  aliases.delete("");
  return [...aliases].sort();
}

/** `Shuwaikh Port` is also `Shuwaikh`. */
function addBare(aliases: Set<string>, alias: string, pack: DomainPack): void {
  if (!hasPlaceHead(alias, pack)) return;
  const bare = bareName(alias, pack);
  const words = alias.split(" ");
  if (words.length < 2 || bare === "") return;
  const kept = words.filter((word) =>
    bare.split(" ").includes(word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")),
  );
  if (kept.length > 0 && kept.length < words.length) aliases.add(kept.join(" "));
}

function attributesOf(
  group: MentionGroup,
  country: string | null,
  pack: DomainPack,
): EntityAttributes {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  const state =
    group.role === "country" && country !== null ? pack.countries.get(country) : undefined;
  if (state !== undefined) {
    return {
      iso2: state.iso2,
      iso3: state.iso3,
      level: "country",
      latitude: state.latitude,
      longitude: state.longitude,
    };
  }
  const place = group.role === "place" ? findPlace(group, pack) : undefined;
  const acronym = group.acronym ?? entry?.acronym ?? null;
  return {
    ...(country === null ? {} : { country }),
    ...(acronym === null || group.role === "place" ? {} : { acronym }),
    ...(entry?.unspecified === true ? { unspecified: true as const } : {}),
    ...kindAttribute(entry),
    ...(place?.level == null ? {} : { level: place.level }),
    ...(place?.latitude == null ? {} : { latitude: place.latitude }),
    ...(place?.longitude == null ? {} : { longitude: place.longitude }),
  };
}

interface PlacePoint {
  readonly level: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function findPlace(group: MentionGroup, pack: DomainPack): PlacePoint | undefined {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  if (entry !== undefined)
    return { level: entry.kind, latitude: entry.latitude, longitude: entry.longitude };
  for (const mention of group.mentions) {
    const found =
      pack.gazetteer.find(mention.name).find((place) => place.key === group.key) ??
      pack.gazetteer.find(bareName(mention.name, pack)).find((place) => place.key === group.key);
    if (found !== undefined) return found;
  }
  return undefined;
}
