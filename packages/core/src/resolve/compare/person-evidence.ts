// What speaks for two people being one beside their names. A like name makes them candidates and never
// more: a body, group or post has to be shared, or a full name that nobody else bears meets the same state
// in the same role.
import { type Evidence, evidence, sharedMember } from "./evidence.js";
import type { NameMatch } from "./features/person-names.js";
import { story } from "./features/story.js";
import type { PersonContext } from "./person-context.js";

/** Likeness from which two names are one name spelt in two ways. */
export const EQUAL = 0.93;
/** Likeness that a shared body asks for, and a shared post of it. */
const WITH_ANCHOR = 0.9;
const WITH_POST = EQUAL * 0.85;

/** How two people of like names meet. */
export interface Meeting {
  readonly match: NameMatch;
  readonly left: PersonContext;
  readonly right: PersonContext;
  /** True where the name also belongs to someone that one of them cannot be. */
  readonly isDisputed: boolean;
  /** A network of one that the other's report names close by. */
  readonly toldBeside: string | undefined;
  /** Unusual words that both reports have around them. */
  readonly shared: readonly string[];
  /** True where kin, trade or service tells of two people. */
  readonly isOfTwo: boolean;
  /** How much of the name many bear, 0–1. */
  readonly plainWords: number;
  /** A place that is named near both. */
  readonly place: string | undefined;
}

/** What is found, and whether it may be enough. */
export interface InCommon {
  readonly found: readonly Evidence[];
  /** True where all of it together may make them one without asking. */
  readonly mayMerge: boolean;
}

/** What two people have in common; null where a like name is all and it is not like enough. */
export function weighPeople(meeting: Meeting): InCommon | null {
  const found = findInCommon(meeting);
  const { match, left, right } = meeting;
  if (found?.mayMerge !== true || !match.isOneName) {
    const told = withStory(meeting, found);
    if (told !== null) return told;
  }
  // A letter that no desk swaps makes another name of it: brothers in one network, a post's next holder.
  // Of names that a vowel tells apart the age says whether that vowel is a slip.
  const isOneName = match.isOneName || (match.isTwinName && areOfOneAge(left, right));
  return found?.mayMerge === true && !isOneName ? { ...found, mayMerge: false } : found;
}

/** Unusual words that two reports of one person share: of a rare name, of another, of one that many bear. */
const NEEDED = { rare: 3, other: 4, common: 6 };
/** Shared words that make a person look, whatever the rest. */
const WORTH_A_LOOK = 2;

/** Two people whom the reports tell one story of; null where the words of it do not say so. */
function withStory(meeting: Meeting, found: InCommon | null): InCommon | null {
  const told = meeting.isOfTwo ? null : story(meeting.shared);
  const { tokens, isOneName, isTwinName, isLikelyName } = meeting.match;
  // Words of a form that all reports of a desk share are no story of two people of other names.
  const isAlike = isOneName || isTwinName || isLikelyName;
  if (told === null || tokens < 2 || !isAlike) return null;
  const kept = (found?.found ?? []).filter(({ feature }) => feature !== "told-of-one");
  if (meeting.shared.length >= wordsNeeded(meeting))
    return { found: [...kept, told], mayMerge: true };
  return found === null && meeting.shared.length >= WORTH_A_LOOK
    ? { found: [told], mayMerge: false }
    : null;
}

/** How many unusual words two reports have to share to tell of one person. */
function wordsNeeded({ match, left, right, isDisputed, plainWords }: Meeting): number {
  const isSure = match.isOneName || (match.isTwinName && areOfOneAge(left, right));
  if (isDisputed || (!isSure && !match.isLikelyName)) return Number.POSITIVE_INFINITY;
  const needed = plainWords === 0 ? NEEDED.rare : plainWords < 1 ? NEEDED.other : NEEDED.common;
  const spelt = isSure && match.relation !== "initials" ? 0 : 1;
  const office = left.isOfficial === right.isOfficial ? 0 : 1;
  return needed + spelt + office - (areOfOneAge(left, right) ? 1 : 0);
}

const areOfOneAge = (a: PersonContext, b: PersonContext): boolean =>
  a.age !== null && a.age === b.age;

function findInCommon(meeting: Meeting): InCommon | null {
  const { match, left, right } = meeting;
  const anchor = sharedMember(left.anchors, right.anchors);
  const title = sharedMember(left.titles, right.titles);
  const post = title === undefined ? [] : [evidence("post", `same post: ${title}`)];
  if (anchor !== undefined) {
    const feature = title === undefined ? "anchor" : "anchor-and-post";
    const isAlike = match.tokens > 1 && match.score >= WITH_ANCHOR && match.isOneGiven;
    return {
      found: [...post, evidence(feature, `both of \`${anchor}\``)],
      mayMerge: isAlike || (title !== undefined && match.tokens > 1 && match.score >= WITH_POST),
    };
  }
  const country = sharedMember(left.countries, right.countries);
  const state = country === undefined ? [] : [evidence("state", `same country: ${country}`)];
  const rest = withoutAnchor(meeting, country !== undefined, title !== undefined);
  return rest === null
    ? null
    : {
        found: [...post, ...state, ...rest.found, ...(rest.mayMerge ? [] : toldOfOne(left, right))],
        mayMerge: rest.mayMerge,
      };
}

/** Two people who share no body or group: a full name that nobody else bears, and some context. */
function withoutAnchor(
  { match, left, right, isDisputed, toldBeside, place }: Meeting,
  isOfOneState: boolean,
  isOfOnePost: boolean,
): InCommon | null {
  if (match.tokens < 2) return match.score >= EQUAL ? { found: [], mayMerge: false } : null;
  if (match.score < EQUAL)
    return OTHERWISE_EQUAL.has(match.relation) ? { found: [], mayMerge: false } : null;
  if (isDisputed) return { found: [evidence("rivals", "others bear the name")], mayMerge: false };
  if (toldBeside !== undefined)
    return {
      found: [
        evidence("told-beside", `nobody else of that name, both told of with \`${toldBeside}\``),
      ],
      mayMerge: true,
    };
  if (place !== undefined && areOfOneAge(left, right) && match.isOneName)
    return { found: [evidence("age", `one age: ${left.age}`)], mayMerge: true };
  if (isOfOneState && isOfOnePost) return { found: [], mayMerge: true };
  if (isOfOneState && left.isOfficial === right.isOfficial && match.tokens > 2)
    return { found: [evidence("alone", "nobody else of that full name")], mayMerge: true };
  return { found: [], mayMerge: false };
}

/** Relations that make a name worth asking about, whatever its letters. */
const OTHERWISE_EQUAL: ReadonlySet<string> = new Set([
  "initials",
  "nickname",
  "order",
  "contained",
]);

/** What only one of the reports tells, for the person who has to decide. */
function toldOfOne(a: PersonContext, b: PersonContext): readonly Evidence[] {
  const told = (what: string, left: readonly string[], right: readonly string[]): Evidence[] =>
    (left.length === 0) === (right.length === 0)
      ? []
      : [
          evidence(
            "told-of-one",
            `${what} told of one only: ${[...left, ...right].sort().join(", ")}`,
          ),
        ];
  const age = (of: PersonContext): string[] => (of.age === null ? [] : [String(of.age)]);
  return [
    ...told("country", [...a.countries], [...b.countries]),
    ...told("age", age(a), age(b)),
    ...told("post", [...a.titles], [...b.titles]),
    ...told("membership", [...a.anchors], [...b.anchors]),
  ];
}
