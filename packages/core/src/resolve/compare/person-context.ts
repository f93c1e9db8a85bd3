import type { PropertyClaim, RelationClaim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RelationRole } from "../../model/schema.js";
import { type BesideName, saidOf } from "../identify/beside-name.js";
import type { CountryWords } from "../identify/country-words.js";
import { setOfFew } from "../identify/few.js";
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
  /** Those of them that are said: by a body the person belongs to, or by a word beside the name. */
  readonly stated: ReadonlySet<string>;
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

/** What the context of a person is read from. */
export interface PersonReading {
  readonly neighbourhood: Neighbourhood;
  readonly ends: ResolvedEnds;
  readonly countryWords: CountryWords;
  readonly beside: (entity: DocumentEntity) => readonly BesideName[];
}

/** The context of one person's profile. */
export function readPersonContext(profile: Profile, reading: PersonReading): PersonContext {
  const { neighbourhood, ends } = reading;
  const anchors = new Set<string>();
  const countries = new Set<string>(profile.country === null ? [] : [profile.country]);
  const bodies = new Set<string>();
  const titles = new Set<string>();
  let age: number | null = null;
  for (const member of profile.members) {
    const claims = neighbourhood.outgoing(member.id, BELONGING);
    for (const title of titlesOf(member, claims)) titles.add(title);
    for (const anchor of claims.flatMap((claim) => ends.canonicalOf(claim.object) ?? [])) {
      const country = ends.countryOf(anchor);
      if (country !== undefined) countries.add(country);
      if (ends.roleOf(anchor) === "country") continue;
      anchors.add(anchor);
      if (country !== undefined) bodies.add(country);
    }
    age ??= ageIn(neighbourhood.properties(member.id));
  }
  return {
    anchors: setOfFew(anchors),
    networks: setOfFew([...anchors].filter((anchor) => ends.roleOf(anchor) === "group")),
    countries: setOfFew(countries),
    stated: setOfFew(
      [...countries].filter((one) => bodies.has(one) || isSaid(one, profile, reading)),
    ),
    titles: setOfFew(titles),
    isOfficial: profile.members.some((member) => member.role === "official"),
    age,
  };
}

/**
 * Whether a word beside the name says the state; what a report names elsewhere may be another's. Of a person
 * without a sentence what is told is all there is.
 */
function isSaid(
  country: string,
  { members }: Profile,
  { countryWords, beside }: PersonReading,
): boolean {
  const near = members
    .flatMap(beside)
    .filter(({ before, after }) => before.length + after.length > 0);
  return near.length === 0 || near.some((words) => countryWords.areIn(saidOf(words), country));
}

/** Titles of posts, in lower case, those that its own claims give and those of its attributes. */
const titlesOf = (
  { attributes }: DocumentEntity,
  claims: readonly RelationClaim[],
): readonly string[] =>
  [...(attributes.titles ?? []), ...claims.map((claim) => claim.qualifiers["title"])].flatMap(
    (title) => (typeof title === "string" ? [title.toLowerCase()] : []),
  );

function ageIn(claims: readonly PropertyClaim[]): number | null {
  const found = claims.find(
    ({ property, value }) => property === "age" && typeof value === "number",
  );
  return typeof found?.value === "number" ? found.value : null;
}
