// Human beings. A like name makes two people candidates and never more: what is told of them has to speak
// for one, and nothing may contradict it. A bare mention has no context, so it is left to a person.

import type { Profile } from "../identify/profile.js";
import type { Surroundings } from "../identify/surroundings.js";
import type { Comparer, Comparison } from "./comparison.js";
import {
  belowMerge,
  type Evidence,
  evidence,
  sharedMember,
  weigh,
  withinReview,
} from "./evidence.js";
import { matchNames, type NameMatch } from "./features/person-names.js";
import { isOfTwo, sharedWords } from "./features/story.js";
import { surroundings } from "./features/surroundings.js";
import type { PeopleContext } from "./people-context.js";
import { personBlocks, personIsMetIn, personLooksInto } from "./person-blocks.js";
import type { PersonContext } from "./person-context.js";
import { personContradictions, signClaims } from "./person-contradictions.js";
import { EQUAL, type Meeting, weighPeople } from "./person-evidence.js";
import { type Disputed, findDisputed } from "./person-rivals.js";

/** Likeness from which names are looked at. */
const LIKE = 0.79;

/** How people are resolved. */
export function createPeopleComparer(people: PeopleContext): Comparer {
  const { names, toldOf, weights } = people;
  const disputed = findDisputed(people);
  return {
    mergeAt: weights.merge,
    reviewAt: weights.review,
    isOnceADocument: true,
    signatureOf: (profile) => signPerson(profile, people),
    claimsOf: (profile) => signClaims(toldOf(profile)),
    blocksOf: (profile) => personBlocks(toldOf(profile), names),
    looksInto: (profile) => personLooksInto(toldOf(profile), names),
    isMetIn: (profile) => personIsMetIn(toldOf(profile), names),
    contradiction: (a, b) => personContradictions(toldOf(a), toldOf(b))[0] ?? null,
    compare: (a, b) => comparePeople(a, b, people, disputed),
    compareInDocument: (a, b) => compareInDocument(a, b, people),
  };
}

/** Likeness of full names from which two people of one report are looked at. */
const LIKE_IN_DOCUMENT = 0.88;

function compareInDocument(a: Profile, b: Profile, people: PeopleContext): Comparison | null {
  const [left, right] = [people.toldOf(a), people.toldOf(b)];
  if (personContradictions(left, right).length > 0) return null;
  const match = matchNames(left.facts.names, right.facts.names, people.names);
  if (match.tokens < 2 || match.score < LIKE_IN_DOCUMENT) return null;
  const weighed = weigh(people.weights, tellNames(match));
  const reasons = [...weighed.reasons, "named apart in one report"];
  return withinReview({ ...weighed, reasons }, people.weights);
}

/** All that a comparison reads of a person, as one text. */
function signPerson(profile: Profile, { toldOf, around, storyOf }: PeopleContext): string {
  const told = toldOf(profile);
  const { anchors, titles } = told.context;
  const { places } = around(profile);
  const lists = [told.facts.names.map(({ text }) => text), [...anchors], [...titles], [...places]];
  const { words, isOfKin, trades } = storyOf(profile);
  const listed = [...lists, [...words], [...trades]].map((list) => [...list].sort());
  return JSON.stringify([...listed, isOfKin, signClaims(told)]);
}

function comparePeople(
  a: Profile,
  b: Profile,
  people: PeopleContext,
  disputed: Disputed,
): Comparison | null {
  const { weights, names } = people;
  const [left, right] = [people.toldOf(a), people.toldOf(b)];
  const match = matchNames(left.facts.names, right.facts.names, names);
  if (match.score < LIKE) return null;
  const named = tellNames(match);
  const against = personContradictions(left, right);
  if (against.length > 0) {
    if (match.score < EQUAL) return null;
    const found = against.map((words) => evidence("contradiction", words));
    const weighed = weigh(weights, [...named, ...found]);
    // Where a third of the name could be either of the two, whoever decides on him sees both.
    return disputed.open.has(a) ? withinReview(weighed, weights) : belowMerge(weighed, weights);
  }
  const ground = weighPeople(meet(a, b, match, people, disputed));
  if (ground === null) return null;
  const near = surroundings(people.around(a), people.around(b)).filter(
    ({ feature }) => feature === "place" || (feature === "other-places" && !ground.mayMerge),
  );
  const weighed = weigh(weights, [...named, ...ground.found, ...near]);
  if (ground.mayMerge) return weighed;
  // A bare mention is always asked about, and an equal name told of in one state; where other things are
  // told of both, the weights say whether.
  const isOther =
    isTelling(left.context) &&
    isTelling(right.context) &&
    !isShared(ground.found) &&
    !(match.score >= EQUAL && isOneScene(people.around(a), people.around(b)));
  return match.relation === "near" || isOther
    ? belowMerge(weighed, weights)
    : withinReview(weighed, weights);
}

const isTelling = ({ countries, titles, anchors, age }: PersonContext): boolean =>
  countries.size + titles.size + anchors.size > 0 || age !== null;

/** Whether what is named around two people is of one state, or one body or group. */
const isOneScene = (a: Surroundings, b: Surroundings): boolean =>
  sharedMember(a.states, b.states) !== undefined ||
  sharedMember(a.neighbours, b.neighbours) !== undefined;

const isShared = (found: readonly Evidence[]): boolean =>
  found.some(({ feature }) => feature !== "told-of-one" && feature !== "rivals");

function tellNames({ relation, score, tokens }: NameMatch): readonly Evidence[] {
  const words = score === 1 ? "same name" : `like names: ${score.toFixed(2)} (${relation})`;
  const length =
    tokens < 2
      ? [evidence("lone", "a name of one word")]
      : tokens > 2
        ? [evidence("full", "a name of three words or more")]
        : [];
  return [evidence(relation, words, score), ...length];
}

function meet(
  a: Profile,
  b: Profile,
  match: NameMatch,
  people: PeopleContext,
  disputed: Disputed,
): Meeting {
  const [left, right] = [people.toldOf(a).context, people.toldOf(b).context];
  const [one, other] = [people.storyOf(a), people.storyOf(b)];
  return {
    match,
    shared: sharedWords(one, other),
    isOfTwo: isOfTwo(one, other),
    plainWords: plainWordsOf(a, b, people),
    left,
    right,
    isDisputed: disputed.people.has(a) || disputed.people.has(b),
    toldBeside: namedBeside([a, left], [b, right], people),
    place: sharedMember(people.around(a).places, people.around(b).places),
  };
}

/** Words of the less telling of two names that many bear, as a share of all. */
function plainWordsOf(a: Profile, b: Profile, { toldOf, names }: PeopleContext): number {
  const shares = [a, b].map((one) => {
    const tokens = toldOf(one).facts.names[0]?.tokens ?? [];
    return tokens.filter((token) => names.has("common_names", token)).length / tokens.length;
  });
  return Math.max(...shares);
}

type Met = readonly [profile: Profile, context: PersonContext];

/** A network one of them belongs to and the other's report names close by. */
function namedBeside([a, left]: Met, [b, right]: Met, people: PeopleContext): string | undefined {
  const found = [
    ...[...left.networks].filter((id) => isTold(b, id, people)),
    ...[...right.networks].filter((id) => isTold(a, id, people)),
  ];
  return found.sort()[0];
}

/** Sentences between two names that still speak of one matter. */
const CLOSE = 2;

const isTold = (profile: Profile, id: string, people: PeopleContext): boolean =>
  profile.members.some((member) => {
    const sentences = people.sentencesOf(member.document, id);
    return member.mentions.some((mention) =>
      sentences.some((sentence) => Math.abs(sentence - mention.sentence) <= CLOSE),
    );
  });
