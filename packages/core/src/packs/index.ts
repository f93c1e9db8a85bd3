export { withColumns } from "./column-mapping.js";
export type {
  CountryEntry,
  DomainPack,
  LexiconEntry,
  LexiconName,
  PackWording,
} from "./domain-pack.js";
export type { Gazetteer, GazetteerMatch, PlaceEntry } from "./gazetteer.js";
export { IDENTITY_FEATURES, type IdentityFeature } from "./identity-features.js";
export {
  type IdentityWeights,
  type KindWeights,
  WEIGHED_KINDS,
  type WeighedKind,
} from "./identity-weights.js";
export { LINK_FEATURES, type LinkFeature } from "./link-features.js";
export { loadPack, type PackFiles, packLanguage } from "./load-pack.js";
export { ENOUGH, type Measured, precisionOf, rulePrecision, type Tally } from "./measured.js";
export {
  LEAST_ROW,
  type NameReadings,
  READING_KINDS,
  type ReadingKind,
  readingChances,
} from "./readings.js";
export { chanceOf, type LinkWeights, linkRules, type ReadLink } from "./weights.js";
