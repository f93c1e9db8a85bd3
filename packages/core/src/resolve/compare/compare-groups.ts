// Named groups, firms and vessels. A name alone may be borne by two: what is near them, the lexicon, an
// acronym or an alias has to speak for one; another wing, number, kind or state speaks for two.
import type { KindWeights } from "../../packs/identity-weights.js";
import type { WordLists } from "../../packs/word-lists.js";
import type { NameForm } from "../identify/name-form.js";
import { type NamedFacts, signNames, signSurroundings } from "../identify/named-facts.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";
import { belowMerge, type Evidence, evidence, weigh } from "./evidence.js";
import { acronyms } from "./features/acronyms.js";
import { contained } from "./features/contained.js";
import { differentFactions } from "./features/factions.js";
import { joinedWords } from "./features/joined-words.js";
import { kinds } from "./features/kinds.js";
import { lexicon } from "./features/lexicon.js";
import { closestRelation, type RelationFeature } from "./features/name-relation.js";
import { near as nearName } from "./features/near.js";
import { differentNumbers } from "./features/numbers.js";
import { sameName } from "./features/same-name.js";
import { spelling } from "./features/spelling.js";
import { differentStates, stateOf } from "./features/states.js";
import { surroundings } from "./features/surroundings.js";
import { translation } from "./features/translation.js";
import { wordOrder } from "./features/word-order.js";

const MAIN: readonly RelationFeature[] = [sameName, joinedWords];
const FURTHER: readonly RelationFeature[] = [wordOrder, spelling, translation];
const OPEN: readonly RelationFeature[] = [contained, nearName];

/** What the comparison of groups needs. */
export interface GroupContext {
  readonly weights: KindWeights;
  readonly words: Pick<WordLists, "has">;
  readonly factsOf: (profile: Profile) => NamedFacts;
}

/** How groups, firms and vessels are resolved. */
export function createGroupComparer(context: GroupContext): Comparer {
  const { weights, factsOf } = context;
  return {
    mergeAt: weights.merge,
    reviewAt: weights.review,
    isOnceADocument: false,
    signatureOf: (profile) =>
      `${signNames(factsOf(profile))}\n${signSurroundings(factsOf(profile).around)}`,
    claimsOf: (profile) => signClaims(factsOf(profile)),
    blocksOf: (profile) => groupBlocks(factsOf(profile)),
    contradiction: (a, b) => groupContradiction(factsOf(a), factsOf(b)),
    compare: (a, b) => compareGroups(factsOf(a), factsOf(b), context),
  };
}

const signClaims = ({ type, state, numbers, part, faction }: NamedFacts): string =>
  [type, state, [...numbers].sort(), part, faction].join("|");

/** The first letters of words, so that a spelling meets the other. */
const STEM = 4;

function groupBlocks({ type, forms, acronyms: told, key }: NamedFacts): readonly string[] {
  const words = forms.flatMap(({ plain, words: meant }) => [...plain, ...meant]);
  return [
    ...words.map((word) => `${type} ${word.slice(0, STEM)}`),
    ...forms.flatMap(({ joined, meaning }) => [`${type} ${joined}`, `${type} = ${meaning}`]),
    ...[...told].map((acronym) => `acronym ${acronym}`),
    ...(key === null ? [] : [`key ${key}`]),
  ];
}

function groupContradiction(a: NamedFacts, b: NamedFacts): string | null {
  if (a.type !== b.type) return `different kinds: ${[a.type, b.type].sort().join(", ")}`;
  return differentStates(a, b) ?? differentNumbers(a, b) ?? differentFactions(a, b);
}

function compareGroups(
  a: NamedFacts,
  b: NamedFacts,
  { weights, words }: GroupContext,
): Comparison | null {
  if (groupContradiction(a, b) !== null) return null;
  const relation = relate(a, b);
  const known = lexicon(a, b);
  if (relation === null && known?.feature !== "key") return null;
  const kind = kinds(a, b);
  const near = surroundings(a.around, b.around);
  const weighed = weigh(weights, [
    ...(relation === null ? [] : [relation]),
    ...(known === null ? [] : [known]),
    ...(kind === null ? [] : [kind]),
    ...(isLone(a) || isLone(b) ? [evidence("lone", "a name of one word")] : []),
    stateOf(a, b),
    ...near,
  ]);
  if (known?.feature === "key") return weighed;
  const isClose = relation !== null && CLOSE.has(relation.feature) && kind === null;
  return isClose && isGrounded(a, b, relation, near, words)
    ? weighed
    : belowMerge(weighed, weights);
}

/** Traits of the surroundings that speak for one. */
const SHARED = ["same-states", "place", "neighbour"] as const;

/**
 * Whether what is around two of one name leaves them one: gangs of one name
 * of one word are met in two states. What a paper calls itself is its own.
 */
function isGrounded(
  a: NamedFacts,
  b: NamedFacts,
  relation: Evidence,
  near: readonly Evidence[],
  words: GroupContext["words"],
): boolean {
  if (relation.feature === "alias" || (isPress(a, words) && isPress(b, words))) return true;
  const has = (feature: Evidence["feature"]): boolean =>
    near.some((one) => one.feature === feature);
  if (SHARED.some(has)) return true;
  return !((isLone(a) || isLone(b)) && has("other-states") && has("other-places"));
}

const isPress = ({ forms }: NamedFacts, words: GroupContext["words"]): boolean => {
  const plain = forms[0]?.plain ?? [];
  return plain.length > 1 && words.has("media_heads", plain.at(-1) ?? "");
};

/** Relations of names that may make two groups one; the others are looked at by a person. */
const CLOSE: ReadonlySet<string> = new Set([
  "same",
  "alias",
  "joined",
  "order",
  "translated",
  "spelling",
  "acronym",
]);

function relate(a: NamedFacts, b: NamedFacts): Evidence | null {
  const [one, other] = [a.forms[0], b.forms[0]];
  if (one === undefined || other === undefined) return null;
  const main = closestRelation([one], [other], MAIN);
  if (main !== null) return main;
  const alias = closestRelation(a.forms.filter(isLong), b.forms.filter(isLong), MAIN);
  if (alias !== null) return evidence("alias", "one name is an alias of the other");
  return acronyms(a, b) ?? closestRelation([one], [other], [...FURTHER, ...OPEN]);
}

const isLong = ({ joined }: NameForm): boolean => joined.length > 3;

const isLone = ({ forms }: NamedFacts): boolean => (forms[0]?.plain.length ?? 0) < 2;
