import type { EntityAttributes } from "../../model/document-entity.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { kindAttribute } from "../../packs/kind-attribute.js";

/** What the pack knows of a key beyond what reports say: codes, position, class, acronym. */
export function packAttributes(
  key: string,
  pack: Pick<DomainPack, "countries" | "entries">,
): EntityAttributes {
  const state = key.startsWith("country:") ? pack.countries.get(key.slice(8)) : undefined;
  if (state !== undefined) {
    const { iso2, iso3, latitude, longitude } = state;
    return { country: iso2, iso2, iso3, level: "country", latitude, longitude };
  }
  const entry = pack.entries.get(key);
  if (entry === undefined) return {};
  const { type, kind, country, acronym, latitude, longitude } = entry;
  return {
    ...(country === null ? {} : { country }),
    ...(acronym === null ? {} : { acronym }),
    ...kindAttribute(entry),
    ...(kind !== null && type === "Place" ? { level: kind } : {}),
    ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
  };
}
