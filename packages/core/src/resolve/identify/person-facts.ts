// What a comparison reads of a human being beside posts and memberships: the names, and what a report says
// in passing of father and sex.

import type { DocumentEntity } from "../../model/document-entity.js";
import type { NameLists } from "../../packs/name-lists.js";
import type { BesideName } from "./beside-name.js";
import { setOfFew } from "./few.js";
import { type PersonName, readPersonName } from "./person-name.js";
import type { Profile } from "./profile.js";

/** Facts of one person's profile, read once. */
export interface PersonFacts {
  /** Names of two words or more; the only name where there is none. None twice. */
  readonly names: readonly PersonName[];
  readonly fathers: ReadonlySet<string>;
  readonly generations: ReadonlySet<string>;
  readonly sex: "male" | "female" | null;
}

/** How facts of people are read. */
export interface PersonReading {
  readonly names: NameLists;
  readonly beside: (entity: DocumentEntity) => readonly BesideName[];
}

/** Names of one person that are compared, at most. */
const MOST_NAMES = 8;

export function readPersonFacts(profile: Profile, { names, beside }: PersonReading): PersonFacts {
  const told = profile.members.flatMap((member) => [member.name, ...member.aliases]);
  const read = [...new Set(told)].map((name) => readPersonName(name, names));
  const full = read.filter(({ tokens }) => tokens.length > 1);
  const near = profile.members.flatMap((member) => beside(member));
  const marked = read.flatMap(({ father }) => father ?? []);
  const parents = near.flatMap((one) => fatherBeside(one, names));
  return {
    names: distinct(full.length > 0 ? full : read.slice(0, 1)).slice(0, MOST_NAMES),
    fathers: setOfFew([...marked, ...parents]),
    generations: setOfFew(read.flatMap(({ generation }) => generation ?? [])),
    sex: sexBeside(near, names),
  };
}

const distinct = (all: readonly PersonName[]): readonly PersonName[] => [
  ...new Map(all.map((name) => [name.text, name])).values(),
];

/** `, son of Hasan` behind a name. */
function fatherBeside({ after }: BesideName, names: NameLists): readonly string[] {
  const text = `${after.join(" ")} `;
  const phrase = names.phrases("child_words").find((one) => /^.{0,6}$/.test(before(text, one)));
  if (phrase === undefined) return [];
  const father = text
    .slice(text.indexOf(phrase) + phrase.length)
    .trim()
    .split(" ");
  const read = readPersonName(father.slice(0, 2).join(" "), names);
  return read.tokens.slice(0, 1);
}

/** What stands before a phrase, or a text too long where it does not stand. */
const before = (text: string, phrase: string): string =>
  text.includes(`${phrase} `) ? text.slice(0, text.indexOf(phrase)) : text.padEnd(9);

/** The sex that titles and kinship beside a name tell, where they tell one only. */
function sexBeside(near: readonly BesideName[], names: NameLists): PersonFacts["sex"] {
  const told = near.flatMap(({ before: ahead, after }) => [
    ...ahead.slice(-1),
    ...after.slice(0, 2).filter((word) => word !== "s"),
  ]);
  const isMale = told.some((word) => names.has("male", word));
  const isFemale = told.some((word) => names.has("female", word));
  if (isMale === isFemale) return null;
  return isMale ? "male" : "female";
}
