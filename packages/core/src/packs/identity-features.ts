// What two things can have in common or apart, each a trait between 0 and 1. `identity.yaml` of the world
// says how much each speaks for their being one; docs/identity.md tells how they are used.

interface IdentityFeatureDeclaration {
  readonly means: string;
  /** True for what can only speak for one thing, false for what can only speak against it. */
  readonly supports: boolean;
}

/** How the two names are related: the closest relation that any two of their names have. */
const NAME_RELATIONS = {
  same: { means: "the names are the same", supports: true },
  alias: { means: "a report calls the one by the name of the other", supports: true },
  order: { means: "the names have the same words in another order", supports: true },
  joined: { means: "the names differ in blanks and hyphens only", supports: true },
  particles: { means: "the names differ in articles and particles only", supports: true },
  translated: { means: "the names say the same in two languages or wordings", supports: true },
  spelling: { means: "the names are two spellings of one sound", supports: true },
  acronym: { means: "both have one acronym, or one is the acronym of the other", supports: true },
  ranks: { means: "one name leaves out words that tell nothing", supports: true },
  described: { means: "one is called by what it does, and the other does that", supports: true },
  seat: { means: "one name says where it sits", supports: true },
  initials: { means: "one name has initials of the other", supports: true },
  nickname: { means: "one name has a short form of a given name of the other", supports: true },
  contained: { means: "one name leaves out words of the other", supports: true },
  near: { means: "the names are alike", supports: true },
  "different-words": {
    means: "the names share words and differ in words that tell",
    supports: false,
  },
} as const satisfies Readonly<Record<string, IdentityFeatureDeclaration>>;

const GROUND = {
  key: { means: "both are one entry of the lexicon or gazetteer", supports: true },
  "different-key": { means: "they are two entries of the lexicon or gazetteer", supports: false },
  state: { means: "both belong to one state", supports: true },
  "state-of-one": { means: "the state of one of them only is told", supports: false },
  "state-of-none": { means: "the state of neither is told", supports: false },
  "state-beside": {
    means: "the report of the one names the state of the other and no rival of it",
    supports: true,
  },
  "same-states": { means: "one state is named near both", supports: true },
  "other-states": { means: "the states named near them are others", supports: false },
  place: { means: "one place is named near both", supports: true },
  "other-places": { means: "the places named near them are others", supports: false },
  neighbour: { means: "one body, group or person is named near both", supports: true },
  common: { means: "every state has something of that name", supports: false },
  rivals: { means: "others answer to the name", supports: false },
  alone: { means: "nobody else of the case has that name", supports: true },
  lone: { means: "the name is one word", supports: false },
  full: { means: "the name has three words or more", supports: true },
  kind: { means: "only one of the names says what kind it is", supports: false },
  "different-kind": { means: "the names say two kinds", supports: false },
  "town-and-province": { means: "a town and the province of its name", supports: true },
  anchor: { means: "both belong to one body or group", supports: true },
  post: { means: "both hold one post", supports: true },
  "anchor-and-post": { means: "both hold one post of one body", supports: true },
  "told-beside": { means: "the group of the one is named close to the other", supports: true },
  age: { means: "both are of one age", supports: true },
  story: { means: "both are told of in unusual words that the reports share", supports: true },
  "told-of-one": {
    means: "state, age, post or membership of one of them only is told",
    supports: false,
  },
  contradiction: { means: "something told of both cannot be true of one", supports: false },
} as const satisfies Readonly<Record<string, IdentityFeatureDeclaration>>;

export type NameRelation = keyof typeof NAME_RELATIONS;
export type IdentityFeature = NameRelation | keyof typeof GROUND;

/** Every trait with what it means. */
export const IDENTITY_FEATURES: ReadonlyMap<IdentityFeature, IdentityFeatureDeclaration> = new Map(
  // The keys of the two tables are the features, which Object.entries cannot tell.
  Object.entries({ ...NAME_RELATIONS, ...GROUND }) as [
    IdentityFeature,
    IdentityFeatureDeclaration,
  ][],
);
