// Whether two words of people's names are likely spellings of one: enough to ask a person, never enough to
// make two people one. Letters are laid side by side; what desks write for one another costs little.
import type { NameLists } from "../../../packs/name-lists.js";
import { remember } from "../../../text/remember.js";

/** What a difference costs: letters and vowels that desks confuse, those they do not, what one leaves out. */
const COST = { confused: 0.25, near: 0.2, silent: 0.2, leftOut: 0.4, vowel: 0.8, letter: 1.3 };
/** What two words of one name may differ in, for each consonant of the longer. */
const PER_CONSONANT = 0.25;
/** And at most: less than one letter that is another. */
const MOST = 1.25;
/** Longer words are no names. */
const LONGEST = 24;

const SILENT: ReadonlySet<string> = new Set(["h", "y", "'"]);

/** Whether a name may be written as either of two folded words. Symmetric. */
export function isLikelySpelling(a: string, b: string, names: NameLists): boolean {
  if (a === b) return true;
  if (a.length > LONGEST || b.length > LONGEST || /\d/.test(a + b)) return false;
  const [left, right] = [lettersOf(a, names), lettersOf(b, names)];
  const consonants = Math.max(left.consonants, right.consonants);
  const most = Math.min(MOST, PER_CONSONANT * consonants) + EPSILON;
  if (Math.abs(left.letters.length - right.letters.length) * COST.silent > most) return false;
  return costOf(left.letters, right.letters, names, most) <= most;
}

const EPSILON = 1e-9;

/** A name in its letters, and how many of them are consonants. */
interface Letters {
  readonly letters: readonly string[];
  readonly consonants: number;
}

const READ = new WeakMap<NameLists, (word: string) => Letters>();

function lettersOf(word: string, names: NameLists): Letters {
  const read = READ.get(names) ?? remember((one) => readLetters(one, names));
  READ.set(names, read);
  return read(word);
}

/** A doubled letter counts once, y inside a name and w at its end are vowels: `Khoshnaw`, `Dudayev`. */
function readLetters(word: string, names: NameLists): Letters {
  const letters = names.letters(
    word
      .replace(/([^aeiou])\1+/g, "$1")
      .replace(/w$|(?<=[aou])w(?=[aeiou])/, "u")
      .replace(/(?<=[aeou])j(?![aeiou])/g, "i")
      .replace(/(?<=.)y/g, "i"),
  );
  return { letters, consonants: letters.filter((letter) => !isVowel(letter)).length };
}

const isVowel = (letter: string): boolean => "aeiou".includes(letter.charAt(0));

/** The least cost of turning the one into the other. */
function costOf(
  a: readonly string[],
  b: readonly string[],
  names: NameLists,
  most: number,
): number {
  let row = [0];
  for (const letter of b) row.push((row.at(-1) ?? 0) + omitted(letter));
  for (const one of a) {
    const next = [(row[0] ?? 0) + omitted(one)];
    for (const [at, other] of b.entries())
      next.push(
        Math.min(
          (row[at] ?? 0) + between(one, other, names),
          (row[at + 1] ?? 0) + omitted(one),
          (next[at] ?? 0) + omitted(other),
        ),
      );
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row.at(-1) ?? 0;
}

const omitted = (letter: string): number =>
  isVowel(letter) ? COST.leftOut : SILENT.has(letter) ? COST.silent : COST.letter;

function between(a: string, b: string, names: NameLists): number {
  if (a === b) return 0;
  const areVowels = isVowel(a);
  if (areVowels !== isVowel(b)) return Number.POSITIVE_INFINITY;
  if (!areVowels) return names.areConfused(a, b) ? COST.confused : COST.letter;
  const [one, other] = [names.heard(a), names.heard(b)];
  if (one === other) return 0;
  const isNear = names.has("near_vowels", one + other) || areOneLonger(a, b);
  return isNear ? COST.near : COST.vowel;
}

/** Two vowels or more of which one desk writes one more: `Zaiter`, `Zeaiter`. */
function areOneLonger(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at += 1;
  return short.length > 1 && at === short.length;
}
