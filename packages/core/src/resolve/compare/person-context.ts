import type { RelationRole } from "../../model/schema.js";
import type { Neighbourhood } from "../identify/neighbourhood.js";
import type { Profile } from "../identify/profile.js";
import type { ResolvedEnds } from "../identify/resolved-ends.js";

/** What the reports say around a human being that helps to tell who is meant. */
export interface PersonContext {
  /** Canonical ids of the bodies, groups and organizations the person belongs to. */
  readonly anchors: ReadonlySet<string>;
  /** Those anchors that are networks. */
  readonly networks: ReadonlySet<string>;
  /** Alpha-2 codes of the states the person is tied to. */
  readonly countries: ReadonlySet<string>;
  /** Titles of posts, lower case. */
  readonly titles: ReadonlySet<string>;
  readonly isOfficial: boolean;
  readonly age: number | null;
}

const BELONGING: ReadonlySet<RelationRole> = new Set([
  "post",
  "member",
  "leads",
  "protects",
  "part",
]);

/** The context of one person's profile. */
export function readPersonContext(
  profile: Profile,
  neighbourhood: Neighbourhood,
  ends: ResolvedEnds,
): PersonContext {
  const anchors = new Set<string>();
  const countries = new Set<string>(profile.country === null ? [] : [profile.country]);
  const titles = new Set<string>();
  let age: number | null = null;
  for (const member of profile.members) {
    for (const title of member.attributes.titles ?? []) titles.add(title.toLowerCase());
    for (const claim of neighbourhood.outgoing(member.id, BELONGING)) {
      const anchor = ends.canonicalOf(claim.object);
      const title = claim.qualifiers["title"];
      if (typeof title === "string") titles.add(title.toLowerCase());
      if (anchor === undefined) continue;
      const country = ends.countryOf(anchor);
      if (country !== undefined) countries.add(country);
      if (ends.roleOf(anchor) !== "country") anchors.add(anchor);
    }
    for (const claim of neighbourhood.properties(member.id)) {
      if (claim.property === "age" && typeof claim.value === "number") age ??= claim.value;
    }
  }
  return {
    anchors,
    networks: new Set([...anchors].filter((anchor) => ends.roleOf(anchor) === "group")),
    countries,
    titles,
    isOfficial: profile.members.some((member) => member.role === "official"),
    age,
  };
}
