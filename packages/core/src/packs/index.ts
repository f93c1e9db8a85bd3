export type {
  CountryEntry,
  DomainPack,
  LexiconEntry,
  LexiconName,
  RelationRule,
} from "./domain-pack.js";
export type { Gazetteer, GazetteerMatch, PlaceEntry } from "./gazetteer.js";
export { loadPack } from "./load-pack.js";
export type { PackSections } from "./pack-sections.js";
