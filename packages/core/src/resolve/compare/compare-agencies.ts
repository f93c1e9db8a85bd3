// Bodies of states. Two are one when their state and their names say so: in another order, spelling or
// language, by an alias or an acronym of that state, or where one leaves out words such as `general` and no
// third body answers to it. National Security Service and National Intelligence Service differ in a word
// that tells, so they stay two. A name that every state has needs a state in common.

import type { NameLists } from "../../packs/name-lists.js";
import { type NamedFacts, signNames, signSurroundings } from "../identify/named-facts.js";
import type { Profile } from "../identify/profile.js";
import type { AgencyContext } from "./agency-context.js";
import { BodyRivals } from "./body-rivals.js";
import type { Comparer, Comparison } from "./comparison.js";
import { type Evidence, evidence, weigh, withinReview } from "./evidence.js";
import { acronyms } from "./features/acronyms.js";
import { described, functionsOf } from "./features/described.js";
import { differentWords } from "./features/different-words.js";
import { differentFactions } from "./features/factions.js";
import { joinedWords } from "./features/joined-words.js";
import { lexicon } from "./features/lexicon.js";
import { closestRelation, type RelationFeature } from "./features/name-relation.js";
import { differentNumbers } from "./features/numbers.js";
import { otherRanks } from "./features/other-ranks.js";
import { ranks } from "./features/ranks.js";
import { sameName } from "./features/same-name.js";
import { spelling } from "./features/spelling.js";
import { differentStates, stateOf } from "./features/states.js";
import { surroundings } from "./features/surroundings.js";
import { translation } from "./features/translation.js";
import { wordOrder } from "./features/word-order.js";
import { elsewhere, isLocal } from "./local-bodies.js";
import { ToldTogether } from "./told-together.js";

/** Relations of the names that two bodies are listed by. */
const MAIN: readonly RelationFeature[] = [sameName, wordOrder, joinedWords];
/** Relations of any of their names. */
const ANY: readonly RelationFeature[] = [translation, spelling];

/** How bodies of states are resolved. */
export function createAgencyComparer(context: AgencyContext): Comparer {
  const { factsOf, names, weights } = context;
  const rivals = new BodyRivals(context);
  const together = new ToldTogether(context);
  return {
    mergeAt: weights.merge,
    reviewAt: weights.review,
    isOnceADocument: false,
    signatureOf: (profile) => signBody(profile, context, rivals),
    claimsOf: (profile) => signClaims(factsOf(profile)),
    blocksOf: (profile) => bodyBlocks(factsOf(profile)),
    looksInto: (profile) => bodyLooksInto(factsOf(profile), names),
    isMetIn: (profile) => bodyIsMetIn(factsOf(profile), names),
    contradiction: (a, b) => agencyContradiction(factsOf(a), factsOf(b)),
    compare: (a, b) => compareBodies(a, b, context, rivals, together),
  };
}

/** Around a body of a known state nothing is asked, unless every town has one. */
function signBody(profile: Profile, { factsOf, names }: AgencyContext, rivals: BodyRivals): string {
  const facts = factsOf(profile);
  if (facts.state === null)
    return `${signNames(facts)}\n${signSurroundings(facts.around)}\n${rivals.signStates(profile)}`;
  return isLocal(facts, names)
    ? `${signNames(facts)}\n${signSurroundings(facts.around)}`
    : signNames(facts);
}

const signClaims = ({ state, numbers, part, faction, acronyms: told, forms }: NamedFacts): string =>
  [state, [...numbers].sort(), part, faction, [...told].sort(), forms[0]?.telling].join("|");

function bodyBlocks(facts: NamedFacts): readonly string[] {
  const keyed = facts.key === null ? [] : [`key ${facts.key}`];
  if (facts.state === null)
    return [...keyed, ...meanings(facts), ...[...facts.acronyms].map((one) => `acronym ${one}`)];
  const words = facts.forms.flatMap((form) => [...form.words, form.joined]);
  const own = [
    ...words.map((word) => `word ${word}`),
    ...[...facts.acronyms].map((one) => `acronym ${one}`),
  ];
  return [...keyed, ...own.map((key) => `${facts.state} ${key}`)];
}

/** A body of no state looks for its name in all of them, a described one for those that do what it does. */
const bodyLooksInto = (facts: NamedFacts, names: NameLists): readonly string[] =>
  facts.state === null ? meanings(facts) : facts.isDescribed ? doings(facts, names) : [];

const bodyIsMetIn = (facts: NamedFacts, names: NameLists): readonly string[] =>
  facts.state === null
    ? []
    : [...meanings(facts), ...(facts.isDescribed ? [] : doings(facts, names))];

const doings = (facts: NamedFacts, names: NameLists): readonly string[] =>
  [...functionsOf(facts, names)].map((one) => `${facts.state} does ${one}`);

const meanings = ({ forms }: NamedFacts): readonly string[] =>
  forms.map(({ meaning }) => `meaning ${meaning}`);

function agencyContradiction(a: NamedFacts, b: NamedFacts): string | null {
  const found = differentStates(a, b) ?? differentNumbers(a, b) ?? differentFactions(a, b);
  if (found !== null) return found;
  const [one, other] = [a, b].map(({ acronyms: told }) => [...told].sort().join(" "));
  if (one === "" || other === "" || [...a.acronyms].some((told) => b.acronyms.has(told)))
    return null;
  return a.forms[0]?.telling === b.forms[0]?.telling
    ? null
    : `different acronym: ${[one, other].sort().join(", ")}`;
}

function compareBodies(
  a: Profile,
  b: Profile,
  context: AgencyContext,
  rivals: BodyRivals,
  together: ToldTogether,
): Comparison | null {
  const [left, right] = [context.factsOf(a), context.factsOf(b)];
  if (differentStates(left, right) !== null || differentNumbers(left, right) !== null) return null;
  const isOfOneState = left.state !== null && left.state === right.state;
  const seats = isOfOneState ? rivals.betweenSeats(left, right) : null;
  if (seats !== null)
    return seats.length === 0 ? null : weigh(context.weights, [stateOf(left, right), ...seats]);
  const relation = together.has(left, right)
    ? relateDescribed(left, right, context.names)
    : relate(left, right, isOfOneState);
  const known = lexicon(left, right);
  if (relation === null && known?.feature !== "key") return null;
  const beside = isOfOneState
    ? [...rivals.ofOneState(left, relation), ...elsewhere(left, right, context.names)]
    : ofUnknownState(a, b, context, rivals);
  const named = [relation, known].filter((one) => one !== null);
  const weighed = weigh(context.weights, [stateOf(left, right), ...named, ...beside]);
  const isSure = isOfOneState ? !isOpen([...named, ...beside]) : isGrounded(beside);
  return isSure || known?.feature === "key" ? weighed : withinReview(weighed, context.weights);
}

/** Whether two bodies of one state are told of in other places, as other sorts of body, or the one by what it does. */
const isOpen = (found: readonly Evidence[]): boolean =>
  found.some(
    ({ feature, value }) =>
      feature === "other-places" || feature === "described" || (feature === "ranks" && value < 1),
  );

/** Whether what is near two bodies says whose they are. A name that every state has needs it. */
function isGrounded(beside: readonly Evidence[]): boolean {
  const has = (feature: Evidence["feature"]): boolean =>
    beside.some((one) => one.feature === feature);
  return has("state-beside") || (!has("other-states") && (!has("common") || has("place")));
}

/** How a description and a name relate: words that differ say nothing against it. */
function relateDescribed(a: NamedFacts, b: NamedFacts, names: NameLists): Evidence | null {
  const relation = relate(a, b, true);
  return relation === null || relation.feature === "different-words"
    ? described(a, b, names)
    : relation;
}

function relate(a: NamedFacts, b: NamedFacts, isOfOneState: boolean): Evidence | null {
  const [one, other] = [a.forms[0], b.forms[0]];
  if (one === undefined || other === undefined) return null;
  const main = closestRelation([one], [other], MAIN);
  if (main !== null) return main;
  if (!isOfOneState) return acronyms(a, b) ?? closestRelation([one], [other], ANY);
  const alias = closestRelation(a.forms, b.forms, MAIN);
  if (alias !== null) return evidence("alias", "one name is an alias of the other");
  return (
    acronyms(a, b) ??
    closestRelation(a.forms, b.forms, ANY) ??
    closestRelation([one], [other], [ranks, otherRanks, differentWords])
  );
}

/** Where the state of one or both is not told: what is near them has to say that they are one. */
function ofUnknownState(
  a: Profile,
  b: Profile,
  context: AgencyContext,
  rivals: BodyRivals,
): readonly Evidence[] {
  const [left, right] = [context.factsOf(a), context.factsOf(b)];
  const isCommon = left.forms[0]?.isCommon === true || right.forms[0]?.isCommon === true;
  const common = isCommon ? [evidence("common", "every state has something of that name")] : [];
  return [...common, ...rivals.beside(a, b), ...surroundings(left.around, right.around)];
}
