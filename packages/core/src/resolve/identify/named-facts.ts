// What a comparison reads of a thing that is known by name: a body, group, firm, vessel or place.
import type { DocumentEntity } from "../../model/document-entity.js";
import type { NameLists } from "../../packs/name-lists.js";
import { foldName } from "../../text/fold.js";
import type { BesideName } from "./beside-name.js";
import { setOfFew } from "./few.js";
import { type NameForm, readNameForm } from "./name-form.js";
import type { Profile } from "./profile.js";
import type { Surroundings } from "./surroundings.js";

/** Facts of one profile, read once. */
export interface NamedFacts {
  readonly type: string;
  /** The name it is listed by first, then the others that tell; none twice. */
  readonly forms: readonly NameForm[];
  readonly acronyms: ReadonlySet<string>;
  readonly key: string | null;
  readonly state: string | null;
  readonly numbers: ReadonlySet<string>;
  /** Whether the report calls it by what it does only: `the country's security agency`. */
  readonly isDescribed: boolean;
  /** Words of the name that make it a part of another thing. */
  readonly faction: string;
  /** The part of it that is meant, where the report says so beside the name. */
  readonly part: string;
  readonly kind: string;
  readonly around: Surroundings;
}

/** How the names of one kind of thing are brought to the form that is compared. */
export interface NameReading {
  readonly names: NameLists;
  /** The folded name without what does not tell: its state, its article, its head. */
  readonly bare: (name: string, profile: Profile) => string;
  /** Whether a further name may stand for the thing. */
  readonly isTelling: (form: NameForm) => boolean;
  readonly beside: (entity: DocumentEntity) => readonly BesideName[];
}

const ACRONYM = /^\p{Lu}[\p{Lu}\d.-]{1,9}$/u;

/** Two small words or more behind one that may be a state's: `Iraqi security agency`. */
const DESCRIPTION = /^(?:\p{Lu}\S* )?\p{Ll}\S*(?: \p{Ll}\S*)+$/u;

/** The facts of a profile. */
export function readNamedFacts(
  profile: Profile,
  around: Surroundings,
  reading: NameReading,
): NamedFacts {
  const told = profile.members.flatMap((member) => [member.name, ...member.aliases]);
  const acronyms = new Set(told.filter((name) => ACRONYM.test(name)).map(plainAcronym));
  if (profile.acronym !== null) acronyms.add(plainAcronym(profile.acronym));
  const bare = told.map((name) => reading.bare(name, profile));
  const [main = "", ...others] = [...new Set([...bare, profile.comparable])];
  const first = readNameForm(main, reading.names);
  const near = profile.members.flatMap((member) => reading.beside(member));
  const forms = [first];
  for (const other of others) {
    const form = readNameForm(other, reading.names);
    if (reading.isTelling(form) && !forms.some(({ text }) => text === form.text)) forms.push(form);
  }
  return {
    type: profile.type,
    forms,
    acronyms: setOfFew(acronyms),
    key: profile.members[0]?.key ?? null,
    state: profile.country,
    numbers: setOfFew([...forms.flatMap(({ numbers }) => wordsOf(numbers)), ...numberBehind(near)]),
    isDescribed: profile.members.every(({ name }) => DESCRIPTION.test(name)),
    faction: first.faction,
    part: partBeside(near, reading.names)[0] ?? partBehind(near, reading.names),
    kind: kindOf(told, near, reading.names),
    around,
  };
}

const wordsOf = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

/** A number behind every mention of a name is a part of it: `Al Rahma 2`. */
function numberBehind(near: readonly BesideName[]): readonly string[] {
  const told = near.map(({ after }) => after[0] ?? "");
  const [first = ""] = told;
  return /^\d{1,3}$/.test(first) && told.every((one) => one === first) ? [first] : [];
}

/** The kind that the names say, or the word behind one: `Red Reed Brigade`. */
function kindOf(told: readonly string[], near: readonly BesideName[], names: NameLists): string {
  const words = [
    ...told.flatMap((name) => foldName(name).split(" ")),
    ...near.map(({ after }) => after[0] ?? ""),
  ];
  return words.flatMap((word) => names.standFor("kinds", word) ?? []).sort()[0] ?? "";
}

/** `the Basra branch of the`, `'s northern wing` beside a name: the part that is meant. */
function partBeside(beside: readonly BesideName[], names: NameLists): readonly string[] {
  return beside.flatMap(({ before, after }) => {
    const phrase = before.filter((word) => word !== "the");
    const mark = before.at(-1) ?? "";
    if (names.has("splinters", mark)) return [mark];
    const noun = phrase.at(-1) === "of" ? (phrase.at(-2) ?? "") : "";
    if (names.has("faction_nouns", noun)) return [phrase.slice(-3, -1).join(" ")];
    const [first, ...rest] = after.slice(0, 4);
    const at = first === "s" ? rest.findIndex((word) => names.has("faction_nouns", word)) : -1;
    return at < 0 ? [] : [rest.slice(0, at + 1).join(" ")];
  });
}

/** `Red Reed dissidents`, `Red Reed Vieja Guardia`: a part where every mention says so. */
function partBehind(beside: readonly BesideName[], names: NameLists): string {
  const told = beside.map(({ after, further }) => {
    if (further !== "") return further;
    const [first = ""] = after;
    return names.has("faction_nouns", first) ? first : "";
  });
  const [first = ""] = told;
  return told.every((one) => one === first) ? first : "";
}

const plainAcronym = (name: string): string => name.replaceAll(/[.-]/g, "");

/** What a comparison reads of a thing's names, as one text. */
export const signNames = (facts: NamedFacts): string =>
  [
    facts.type,
    facts.key ?? "",
    facts.state ?? "",
    facts.kind,
    facts.part,
    String(facts.isDescribed),
    signSet(facts.numbers),
    facts.forms.map(({ text }) => text).join("|"),
    signSet(facts.acronyms),
  ].join("\n");

/** What is named around it, as one text. */
export const signSurroundings = ({ states, places, neighbours }: Surroundings): string =>
  [states, places, neighbours].map(signSet).join("\n");

const signSet = (values: ReadonlySet<string>): string => [...values].sort().join(" ");
