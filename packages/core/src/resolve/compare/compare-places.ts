// Places. One where the gazetteer or the state and the name say so, articles and hyphens aside; a crossing
// is not its town, and a place of one name in another state is another.
import type { KindWeights } from "../../packs/identity-weights.js";
import { foldName } from "../../text/fold.js";
import type { Profile } from "../identify/profile.js";
import type { Surroundings } from "../identify/surroundings.js";
import type { Comparer, Comparison } from "./comparison.js";
import { type Evidence, evidence, weigh } from "./evidence.js";
import { soundsLike } from "./features/spelling.js";
import { surroundings } from "./features/surroundings.js";

const ARTICLES = new Set(["al", "el", "ar", "as", "ash", "the"]);
const POSTS = new Set(["crossing", "border", "point", "post"]);
/** Degrees within which a town lies in the province of its name. */
const NEAR_DEGREES = 0.75;

/** What the comparison of places needs. */
export interface PlaceContext {
  readonly weights: KindWeights;
  readonly around: (profile: Profile) => Surroundings;
}

interface PlaceFacts {
  readonly name: string;
  readonly key: string | null;
  readonly state: string | null;
  readonly level: string | null;
  readonly point: readonly [number, number] | null;
}

/** How places are resolved. */
export function createPlaceComparer({ weights, around }: PlaceContext): Comparer {
  const known = new Map<Profile, PlaceFacts>();
  const factsOf = (profile: Profile): PlaceFacts => {
    const facts = known.get(profile) ?? readPlace(profile);
    known.set(profile, facts);
    return facts;
  };
  return {
    mergeAt: weights.merge,
    reviewAt: weights.review,
    isOnceADocument: false,
    signatureOf: (profile) => signPlace(factsOf(profile), around(profile)),
    claimsOf: (profile) => [factsOf(profile).state, factsOf(profile).key].join("|"),
    blocksOf: (profile) => placeBlocks(factsOf(profile)),
    contradiction: (a, b) => placeContradiction(factsOf(a), factsOf(b)),
    compare: (a, b) => comparePlaces(a, b, factsOf, { weights, around }),
  };
}

/** Where the state is known, or the gazetteer, nothing around it is asked. */
const signPlace = ({ name, key, state, level }: PlaceFacts, { states }: Surroundings): string =>
  [name, key, state, level, state === null ? [...states].sort() : ""].join("|");

function placeBlocks({ name, key, state }: PlaceFacts): readonly string[] {
  const stem = name.replace(/[aeiouyh]/g, "").slice(0, 4);
  return [
    `name ${name}`,
    ...(key === null ? [] : [`key ${key}`]),
    ...(state === null ? [] : [`${state} ${stem}`]),
  ];
}

function readPlace(profile: Profile): PlaceFacts {
  const [member] = profile.members;
  const { latitude, longitude, level } = member?.attributes ?? {};
  return {
    name: placeName(member?.name ?? ""),
    key: member?.key ?? null,
    state: profile.country,
    level: level ?? null,
    point: latitude === undefined || longitude === undefined ? null : [latitude, longitude],
  };
}

function placeContradiction(a: PlaceFacts, b: PlaceFacts): string | null {
  if (a.state !== null && b.state !== null && a.state !== b.state)
    return `different country: ${[a.state, b.state].sort().join(", ")}`;
  if (a.key === null || b.key === null || a.key === b.key) return null;
  return isTownAndProvince(a, b) ? null : "two places of the gazetteer";
}

/** A province and the town it is named after are told as one place, inside a report and across. */
function isTownAndProvince(a: PlaceFacts, b: PlaceFacts): boolean {
  if (a.name !== b.name || a.state !== b.state || a.level === b.level) return false;
  const [[x, y], [u, v]] = [a.point ?? [], b.point ?? []];
  if (x === undefined || y === undefined || u === undefined || v === undefined) return false;
  return Math.abs(x - u) <= NEAR_DEGREES && Math.abs(y - v) <= NEAR_DEGREES;
}

function comparePlaces(
  a: Profile,
  b: Profile,
  factsOf: (profile: Profile) => PlaceFacts,
  { weights, around }: PlaceContext,
): Comparison | null {
  const [left, right] = [factsOf(a), factsOf(b)];
  if (placeContradiction(left, right) !== null) return null;
  const relation = relate(left, right);
  if (relation === null) return null;
  return weigh(weights, [...relation, ...stateOf(left, right, around(a), around(b))]);
}

function relate(a: PlaceFacts, b: PlaceFacts): readonly Evidence[] | null {
  if (a.key !== null && a.key === b.key) return [evidence("key", `both are \`${a.key}\``)];
  if (a.name === b.name)
    return isTownAndProvince(a, b)
      ? [evidence("same", "same name"), evidence("town-and-province", "a town and its province")]
      : [evidence("same", "same name")];
  const isSpelling = a.name.length > 4 && isPost(a) === isPost(b) && soundsLike(a.name, b.name);
  return isSpelling && a.state !== null && a.state === b.state
    ? [evidence("spelling", "names differ in spelling only")]
    : null;
}

function stateOf(
  a: PlaceFacts,
  b: PlaceFacts,
  aroundA: Surroundings,
  aroundB: Surroundings,
): readonly Evidence[] {
  if (a.state !== null && a.state === b.state) return [evidence("state", "same country")];
  const near = surroundings(aroundA, aroundB).filter(({ feature }) => feature.endsWith("states"));
  if (a.state === null && b.state === null)
    return [evidence("state-of-none", "no country told"), ...near];
  return [evidence("state-of-one", "country told in one report only"), ...near];
}

const POST_MARK = " crossing";
const isPost = ({ name }: PlaceFacts): boolean => name.endsWith(POST_MARK);

/** The name without articles; a crossing keeps its kind, so that it stays apart from its town. */
function placeName(name: string): string {
  const words = foldName(name)
    .split(" ")
    .filter((word) => !ARTICLES.has(word));
  const kept = words.filter((word) => !POSTS.has(word));
  return `${kept.join("")}${kept.length < words.length ? POST_MARK : ""}`;
}
