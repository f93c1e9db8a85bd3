// How many pairs of the dev reports, read as one case, are put before a person.
import { buildCase } from "@redthread/core/build";
import type { DomainPack } from "@redthread/core/packs";
import { missingShared, readSets } from "../score/sets.js";

/** Entities between two offers, at least, so that somebody reads them all. */
const PER_OFFER = 20;

export function offersOnDev(pack: DomainPack) {
  const missing = missingShared();
  if (missing !== null) return { entities: 0, offers: 0, sentence: missing.sentence };
  const { resolution } = buildCase(readSets("dev", null).reports, { pack });
  const entities = resolution.entities.length;
  const offers = resolution.decisions.filter(({ outcome }) => outcome === "review").length;
  const most = Math.floor(entities / PER_OFFER);
  return {
    entities,
    offers,
    sentence: `The dev reports as one case: ${entities} entities, ${offers} offers (one in ${PER_OFFER} would be ${most}).`,
  };
}
