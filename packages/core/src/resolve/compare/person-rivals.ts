import type { Profile } from "../identify/profile.js";
import { matchNames } from "./features/person-names.js";
import type { PeopleContext } from "./people-context.js";
import { personContradictions, signClaims } from "./person-contradictions.js";
import { EQUAL } from "./person-evidence.js";

/** Bearers of one name who are looked at in pairs; where there are more, the name is disputed. */
const MOST_BEARERS = 24;

/** People whose full name also belongs to someone they cannot be. */
export interface Disputed {
  readonly people: ReadonlySet<Profile>;
  /** Those of them of whose name there is somebody who could be any of them. */
  readonly open: ReadonlySet<Profile>;
}

/** Finds the names that several people bear. */
export function findDisputed(people: PeopleContext): Disputed {
  const bearers = new Map<string, Map<string, Profile[]>>();
  for (const profile of people.profiles) {
    const told = people.toldOf(profile);
    const [name] = told.facts.names;
    const key = name?.sounds.join(" ") ?? "";
    const known = bearers.get(key) ?? new Map<string, Profile[]>();
    bearers.set(key, known);
    const claims = `${name?.text} ${signClaims(told)}`;
    const alike = known.get(claims);
    if (alike === undefined) known.set(claims, [profile]);
    else alike.push(profile);
  }
  const disputed = new Set<Profile>();
  const open = new Set<Profile>();
  for (const known of bearers.values()) {
    const different = [...known.values()].flatMap(([first]) => first ?? []);
    if (!isDisputed(different, people)) continue;
    const isOpen = different.some((one) => couldBeAny(one, different, people));
    for (const profile of [...known.values()].flat()) {
      disputed.add(profile);
      if (isOpen) open.add(profile);
    }
  }
  return { people: disputed, open };
}

const isDisputed = (bearers: readonly Profile[], people: PeopleContext): boolean =>
  bearers.length > MOST_BEARERS ||
  bearers.some((a, index) => bearers.slice(index + 1).some((b) => areTwo(a, b, people)));

const couldBeAny = (one: Profile, all: readonly Profile[], people: PeopleContext): boolean =>
  all.length <= MOST_BEARERS &&
  all.every((other) => personContradictions(people.toldOf(one), people.toldOf(other)).length === 0);

function areTwo(a: Profile, b: Profile, people: PeopleContext): boolean {
  const [left, right] = [people.toldOf(a), people.toldOf(b)];
  return (
    personContradictions(left, right).length > 0 &&
    matchNames(left.facts.names, right.facts.names, people.names).score >= EQUAL
  );
}
