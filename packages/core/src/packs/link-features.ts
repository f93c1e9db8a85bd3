import { ENTITY_ROLES, type EntityRole } from "../model/schema.js";

/** What is known of how a link was read: a value between 0 and 1 each. */
interface FeatureDeclaration {
  /** What a value of 1 means, for the page on confidence. */
  readonly means: string;
  /** True for what can only speak for a link: its weight is never negative. */
  readonly supports?: true;
}

/** Roles that links which are weighed have at their ends: what an identifier belongs to, its form tells. */
const WEIGHED_ROLES = ENTITY_ROLES.filter((role) => role !== "identifier");

/** Traits of the reading of a link. A field's `weights.yaml` says how much each speaks for it. */
const TRAITS = {
  joined: { means: "three or more sentences are quoted for it together" },
  apart: { means: "no quoted sentence names both ends" },
  distance: { means: "some sixty words and names or more lie between its ends" },
  "same-clause": { means: "both ends stand in one clause" },
  "names-between": { means: "four or more other names lie between its ends" },
  "verb-between": { means: "a verb stands between its ends" },
  "passive-between": { means: "a verb in the passive stands between its ends" },
  "object-first": { means: "its second end is named before its first" },
  "sentence-length": { means: "its sentence has sixty words or more" },
  "sentence-names": { means: "its sentence has fifteen names or more" },
  "list-position": { means: "an end is the third or a later one of a list" },
  listed: { means: "an end is one of a list" },
  "verb-predicate": { means: "a verb of the field states it" },
  "noun-predicate": { means: "a role noun of the field states it" },
  alleged: { means: "it is alleged" },
  planned: { means: "it is planned or attempted" },
  doubt: { means: "a cue of doubt stands in its sentence" },
  speech: { means: "its sentence reports what somebody said" },
  headline: { means: "a headline says it" },
  caption: { means: "a caption says it" },
  bullet: { means: "an item of a list says it" },
  opening: { means: "one of the first three sentences says it" },
  action: { means: "a word for an action stands in its sentence" },
  "action-apart": { means: "its action is told three sentences away or more" },
  "action-doer": { means: "its action has somebody who did it" },
  "action-slots": { means: "its action has six or more slots filled" },
  "action-dated": { means: "the day of its action is known" },
  "action-counted": { means: "its action has a count of people" },
  "action-twins": { means: "the report tells five or more actions of the kind" },
  unmeasured: { means: "it is a haul without an amount" },
  guessed: { means: "its rule had to guess at a part" },
  "subject-links": { means: "its first end has five or more links of the type" },
  "object-links": { means: "its second end has five or more links of the type" },
  "subject-rival": { means: "a thing of the kind of its first end stands nearer to its second" },
  "object-rival": { means: "a thing of the kind of its second end stands nearer to its first" },
  "same-list": { means: "both ends belong to one list" },
  "clauses-between": { means: "three or more clauses begin between its ends" },
  "signs-between": { means: "four or more commas and other signs stand between its ends" },
  gap: { means: "four or more sentences lie between the names of its ends" },
  "other-type": { means: "the report links the two otherwise too" },
  "subject-acted": { means: "its first end has a part in an action too" },
  "object-acted": { means: "its second end has a part in an action too" },
  "same-state": { means: "both ends are of one state" },
  "other-state": { means: "its ends are of two states" },
  fan: { means: "its rule reads five or more links from the sentence" },
  reversed: { means: "the report also tells it the other way round" },
  seconded: { means: "two or more other rules tell it too", supports: true },
  retold: { means: "three or more other sentences tell it too", supports: true },
  agreed: { means: "mechanisms of two kinds tell it", supports: true },
  "agreed-here": { means: "a predicate states it in the very sentence too", supports: true },
  "action-joins": { means: "one action has both of its ends", supports: true },
} as const satisfies Readonly<Record<string, FeatureDeclaration>>;

/** Traits of one end, told of the first and of the second. */
const END_TRAITS = {
  unnamed: "is named in no quoted sentence that tells of it",
  acronym: "is told by an acronym",
  described: "is told by a description or a pronoun",
  new: "stands in no table of names",
  once: "is named once in the report",
  doubtful: "was hardly told to be a name",
  anonymous: "has no name at all",
  gazetteer: "was found in the gazetteer",
  capital: "is a capital that stands for its state",
  nested: "was read out of a longer name",
  retold: "is known by a name that the report explained before",
  capitals: "was told to be a name by its capitals",
  locative: "was told to be a place by the words around it",
} as const;

const ENDS = { subject: "its first end", object: "its second end" } as const;

type End = keyof typeof ENDS;

export type LinkFeature =
  | keyof typeof TRAITS
  | `${End}-${keyof typeof END_TRAITS}`
  | `${End}-is-${EntityRole}`;

/** Names of all features with what they mean, in the order in which they are told. */
export const LINK_FEATURES: ReadonlyMap<LinkFeature, FeatureDeclaration> = new Map<
  LinkFeature,
  FeatureDeclaration
>([
  ...entriesOf(TRAITS),
  ...entriesOf(ENDS).flatMap(([end, called]) => [
    ...entriesOf(END_TRAITS).map(([trait, means]) =>
      feature(`${end}-${trait}`, `${called} ${means}`),
    ),
    ...WEIGHED_ROLES.map((role) => feature(`${end}-is-${role}`, `${called} is of role ${role}`)),
  ]),
]);

function feature(name: LinkFeature, means: string): readonly [LinkFeature, FeatureDeclaration] {
  return [name, { means }];
}

function entriesOf<K extends string, V>(
  record: Readonly<Record<K, V>>,
): readonly (readonly [K, V])[] {
  // The keys of a literal are the keys of its type.
  return Object.entries(record) as unknown as readonly (readonly [K, V])[];
}
