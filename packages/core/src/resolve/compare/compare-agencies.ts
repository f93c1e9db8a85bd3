import { distance } from "fastest-levenshtein";
import type { CountryWords } from "../identify/country-words.js";
import { normalizeBodyName, sortedWords, tellingWords } from "../identify/name-words.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";

/** What is known of the other agencies and of the reports that name one. */
export interface AgencyContext {
  readonly profiles: readonly Profile[];
  readonly countryWords: CountryWords;
  /** Alpha-2 codes of the states a document names. */
  readonly statesOf: (document: string) => ReadonlySet<string>;
}

/** `state security court in amman`: where it sits tells it from others only where there are others. */
const SEAT = / in [^ ].*$/;

interface AgencyNames {
  readonly words: ReadonlySet<string>;
  readonly telling: string;
  /** ` in amman` where the name says where the body sits. */
  readonly seat: string | null;
  /** Sorted words of the name without the seat. */
  readonly unseated: string;
  /** Sorted words of every alias that tells a body from others. */
  readonly aliases: ReadonlySet<string>;
}

/**
 * Bodies of states. Two bodies of one state are one when an alias or acronym says so, when their
 * names differ in spelling only, or when one name leaves out words such as `general` or `service`
 * and no third body answers to it. National Security Service and National Intelligence Service
 * differ in a word that tells, so they stay two.
 */
export function createAgencyComparer(context: AgencyContext): Comparer {
  const names = new Map(context.profiles.map((one) => [one, namesOf(one, context.countryWords)]));
  const nameOf = (profile: Profile): AgencyNames =>
    names.get(profile) ?? namesOf(profile, context.countryWords);
  const rivals = countRivals(context.profiles, nameOf);
  return {
    mergeAt: 0.92,
    isOnceADocument: false,
    blocksOf: (profile) => agencyBlocks(profile, nameOf(profile)),
    contradiction: (a, b) => agencyContradiction(a, b),
    compare: (a, b) => {
      if (a.country === null || b.country === null) return compareStateless(a, b, context);
      if (a.country !== b.country) return null;
      return compareOfOneState(a, b, nameOf, rivals);
    },
  };
}

function namesOf(profile: Profile, countryWords: CountryWords): AgencyNames {
  const normalize = (name: string): string =>
    normalizeBodyName(countryWords.without(name, profile.country));
  const whole = countryWords.without(profile.members[0]?.name ?? "", profile.country);
  const aliases = profile.members
    .flatMap((member) => [member.name, ...member.aliases])
    .map(normalize)
    .filter((name) => name.includes(" ") && tellingWords(name).length > 0);
  return {
    words: new Set(profile.comparable.split(" ")),
    telling: tellingWords(profile.comparable).join(" "),
    seat: SEAT.exec(whole)?.[0] ?? null,
    unseated: sortedWords(normalizeBodyName(whole.replace(SEAT, ""))),
    aliases: new Set([...aliases, profile.comparable].map(sortedWords)),
  };
}

/** How many bodies of one state a name could mean. */
interface Rivals {
  /** Bodies with the same telling words. */
  readonly bodies: (profile: Profile) => number;
  /** Bodies of the same name that say where they sit. */
  readonly seats: (profile: Profile) => number;
}

function countRivals(
  profiles: readonly Profile[],
  nameOf: (profile: Profile) => AgencyNames,
): Rivals {
  const bodies = new Map<string, number>();
  const seats = new Map<string, Set<string>>();
  const bodyKey = (profile: Profile): string => `${profile.country} ${nameOf(profile).telling}`;
  const seatKey = (profile: Profile): string => `${profile.country} ${nameOf(profile).unseated}`;
  for (const profile of profiles) {
    bodies.set(bodyKey(profile), (bodies.get(bodyKey(profile)) ?? 0) + 1);
    const { seat } = nameOf(profile);
    if (seat === null) continue;
    seats.set(seatKey(profile), (seats.get(seatKey(profile)) ?? new Set()).add(seat));
  }
  return {
    bodies: (profile) => bodies.get(bodyKey(profile)) ?? 0,
    seats: (profile) => seats.get(seatKey(profile))?.size ?? 0,
  };
}

/** Bodies of one name of which one or both say where they sit: courts, mostly. */
function compareSeats(a: AgencyNames, b: AgencyNames, seats: number): Comparison | null {
  if (a.unseated !== b.unseated || (a.seat !== null && b.seat !== null)) return null;
  const reasons = ["same country", "one name says where the body sits"];
  return seats === 1
    ? { score: 0.93, reasons: [...reasons, "no other seat is named"] }
    : { score: 0.75, reasons: [...reasons, `${seats} seats are named`] };
}

function agencyBlocks(profile: Profile, names: AgencyNames): readonly string[] {
  const telling = names.telling.split(" ").filter((word) => word !== "");
  const blocks = [...telling, ...[...names.aliases].flatMap((alias) => alias.split(" "))];
  const acronym = profile.acronym === null ? [] : [`acronym ${profile.acronym}`];
  return [...new Set([...blocks.map((word) => `word ${word}`), ...acronym])];
}

function agencyContradiction(a: Profile, b: Profile): string | null {
  if (a.country !== null && b.country !== null && a.country !== b.country) {
    return `different country: ${list(a.country, b.country)}`;
  }
  const telling = sortedWords(tellingWords(a.comparable).join(" "));
  const other = sortedWords(tellingWords(b.comparable).join(" "));
  if (a.acronym !== null && b.acronym !== null && a.acronym !== b.acronym && telling !== other) {
    return `different acronym: ${list(a.acronym, b.acronym)}`;
  }
  return null;
}

function compareOfOneState(
  a: Profile,
  b: Profile,
  nameOf: (profile: Profile) => AgencyNames,
  rivals: Rivals,
): Comparison | null {
  const left = nameOf(a);
  const right = nameOf(b);
  if (left.seat !== right.seat) return compareSeats(left, right, rivals.seats(a));
  if ([...left.aliases].some((alias) => right.aliases.has(alias))) {
    return { score: 0.95, reasons: ["same country", "one name is an alias of the other"] };
  }
  if (a.acronym !== null && a.acronym === b.acronym) {
    return { score: 0.95, reasons: ["same country", `same acronym: ${a.acronym}`] };
  }
  if (isSpellingOf(a.comparable, b.comparable)) {
    return { score: 0.94, reasons: ["same country", "names differ in spelling only"] };
  }
  const nested = isSubset(left.words, right.words) || isSubset(right.words, left.words);
  if (nested && left.telling === right.telling && left.telling !== "") {
    const alone = rivals.bodies(a) === 2;
    const reasons = ["same country", "one name leaves out words that tell nothing"];
    return alone
      ? { score: 0.93, reasons: [...reasons, "no other body answers to it"] }
      : { score: 0.8, reasons: [...reasons, `${rivals.bodies(a)} bodies answer to it`] };
  }
  const [only, others] = difference(left.words, right.words);
  const shared = left.words.size - only.length;
  if (shared < 2) return null;
  return {
    score: 0.5,
    reasons: ["same country", `different words: ${only.join(" ")} / ${others.join(" ")}`],
  };
}

/** A body whose state the report does not tell, against one whose state is known. */
function compareStateless(a: Profile, b: Profile, context: AgencyContext): Comparison | null {
  if (sortedWords(a.comparable) !== sortedWords(b.comparable)) return null;
  const [stateless, known] = a.country === null ? [a, b] : [b, a];
  if (known.country === null) return null;
  const states = stateless.members.map((member) => context.statesOf(member.document));
  const namesake = context.profiles.filter(
    (other) =>
      other.country !== null &&
      sortedWords(other.comparable) === sortedWords(known.comparable) &&
      states.some((named) => named.has(other.country ?? "")),
  );
  const reasons = ["same name", "country told in one report only"];
  return namesake.length === 1 && namesake[0] === known
    ? { score: 0.92, reasons: [...reasons, "no other state with such a body is named beside it"] }
    : { score: 0.75, reasons };
}

/** Whether two names have the same words but for one letter in long ones, or for a space. */
function isSpellingOf(a: string, b: string): boolean {
  if (a.replaceAll(" ", "") === b.replaceAll(" ", "")) return true;
  const left = a.split(" ");
  const right = b.split(" ");
  return (
    left.length === right.length &&
    left.every((word, index) => {
      const other = right[index] ?? "";
      return word === other || (word.length > 5 && distance(word, other) <= 1);
    })
  );
}

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((word) => b.has(word));

const difference = (
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): readonly [readonly string[], readonly string[]] => [
  [...a].filter((word) => !b.has(word)),
  [...b].filter((word) => !a.has(word)),
];

const list = (a: string, b: string): string => [a, b].sort().join(", ");
