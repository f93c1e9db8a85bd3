// `names.yaml` of the world: what names are made of, in whatever language, for telling two apart.
import { z } from "zod";
import { compareText } from "../text/compare.js";
import { foldName } from "../text/fold.js";
import { remember } from "../text/remember.js";

const words = z.string().transform((text) =>
  text
    .split(",")
    .map((word) => foldName(word))
    .filter((word) => word !== ""),
);
/** Words under the word that stands for all of them. */
const groups = z.record(z.string(), words);

/** The form of `names.yaml`. */
export const namesSchema = z.strictObject({
  particles: words,
  father_words: words,
  child_words: words,
  generations: groups,
  factions: words,
  faction_nouns: words,
  splinters: words,
  kinds: groups,
  parts: words,
  body_words: groups,
  body_ranks: words,
  common_bodies: words,
  local_bodies: words,
  body_functions: groups,
  small_words: words,
  company_forms: words,
  company_words: words,
  group_words: words,
  family_endings: words,
  ordinals: groups,
  nicknames: groups,
  letters: z.record(z.string(), z.string()),
  sounds: z.record(z.string().regex(/^\^?[a-z]+\$?$/), z.string()),
  swapped_vowels: words,
  one_reading: words,
  confused: groups,
  near_vowels: words,
  male: words,
  female: words,
  plain_words: words,
  kin_words: words,
  word_endings: words,
  numerals: groups,
  trades: groups,
  serving: words,
  common_names: words,
});

type NamesSection = z.infer<typeof namesSchema>;

/** Lists of words that names are made of. */
type NameListName = {
  [K in keyof NamesSection]: NamesSection[K] extends string[] ? K : never;
}[keyof NamesSection];

/** Groups of words of which one stands for the others. */
type NameGroupName =
  | "generations"
  | "kinds"
  | "body_words"
  | "body_functions"
  | "ordinals"
  | "numerals"
  | "trades";

/** What names are made of, ready to be asked. */
export interface NameLists {
  has(list: NameListName, word: string): boolean;
  /** The word that stands for a word of a group, or undefined. */
  standFor(group: NameGroupName, word: string): string | undefined;
  /** Whether one of two given names is short for the other, or both are for a third. */
  areNicknames(a: string, b: string): boolean;
  /** The given names that a short one stands for; none where it is no short one. */
  fullNames(short: string): readonly string[];
  /** The phrases of a list, longest first. */
  phrases(list: NameListName): readonly string[];
  /** A folded word in Latin letters. */
  latin(word: string): string;
  /** A folded word with one sign for what desks write in several ways. */
  heard(word: string): string;
  /** A folded word in the letters and runs of letters that desks write for one another, and the rest. */
  letters(word: string): readonly string[];
  /** Whether desks write the one of two such runs of letters for the other. */
  areConfused(a: string, b: string): boolean;
}

/** Sections that are no lists and no groups of which one word stands for the others. */
const OF_THEIR_OWN: ReadonlySet<string> = new Set(["letters", "nicknames", "sounds", "confused"]);

/** The lists of a `names.yaml`, folded and turned for look-up. */
export function compileNameLists(section: NamesSection): NameLists {
  const lists = new Map<string, ReadonlySet<string>>();
  const standing = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, value] of Object.entries(section)) {
    if (Array.isArray(value)) lists.set(name, new Set(value));
    else if (!OF_THEIR_OWN.has(name))
      // Every group but the letters holds lists, which the loop over entries cannot tell.
      standing.set(name, turn(value as Readonly<Record<string, readonly string[]>>));
  }
  const short = shortNames(section.nicknames);
  return {
    heard: remember(compileSounds(section.sounds)),
    ...compileConfused(section.confused),
    has: (list, word) => lists.get(list)?.has(word) === true,
    standFor: (group, word) => standing.get(group)?.get(word),
    areNicknames: (a, b) => {
      const [left, right] = [short.get(a), short.get(b)];
      return (
        left?.has(b) === true ||
        right?.has(a) === true ||
        (left !== undefined && right !== undefined && [...left].some((name) => right.has(name)))
      );
    },
    fullNames: (name) => [...(short.get(name) ?? [])],
    phrases: (list) =>
      [...(lists.get(list) ?? [])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    latin: (word) => {
      let latin = "";
      for (const letter of word) latin += section.letters[letter] ?? letter;
      return latin;
    },
  };
}

/** Each run of letters by its sound, the longest first; `^` and `$` stand for the ends of a word. */
function compileSounds(sounds: NamesSection["sounds"]): (word: string) => string {
  const runs = Object.keys(sounds)
    .sort((a, b) => b.length - a.length || compareText(a, b))
    .map((run) => run.replace(/[$^]/g, "\\$&"));
  const pattern = new RegExp(runs.length === 0 ? "[$^]" : `${runs.join("|")}|[$^]`, "g");
  return (word) => `^${word}$`.replace(pattern, (run) => sounds[run] ?? "");
}

/** Each run of letters with the groups it stands in; a run is met longest first. */
function compileConfused(
  confused: NamesSection["confused"],
): Pick<NameLists, "letters" | "areConfused"> {
  const groupsOf = new Map<string, Set<string>>();
  for (const [standing, others] of Object.entries(confused))
    for (const run of [standing, ...others])
      groupsOf.set(run, (groupsOf.get(run) ?? new Set()).add(standing));
  const runs = [...groupsOf.keys()].sort((a, b) => b.length - a.length || compareText(a, b));
  const pattern = new RegExp([...runs, "[aeiou]+", "."].join("|"), "gu");
  const areConfused = (a: string, b: string): boolean => {
    const others = groupsOf.get(b);
    return [...(groupsOf.get(a) ?? [])].some((group) => others?.has(group) === true);
  };
  return {
    letters: remember((word): readonly string[] => word.match(pattern) ?? []),
    areConfused,
  };
}

function turn(group: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const turned = new Map<string, string>();
  for (const [standing, variants] of Object.entries(group)) {
    turned.set(standing, standing);
    for (const variant of variants) if (!turned.has(variant)) turned.set(variant, standing);
  }
  return turned;
}

/** For each short name the full ones it stands for. */
function shortNames(
  nicknames: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const full = new Map<string, Set<string>>();
  for (const [name, shorts] of Object.entries(nicknames))
    for (const short of shorts) full.set(short, (full.get(short) ?? new Set()).add(name));
  return full;
}
