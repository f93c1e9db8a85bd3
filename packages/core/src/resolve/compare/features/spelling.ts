import { distance } from "fastest-levenshtein";
import type { NameLists } from "../../../packs/name-lists.js";
import {
  nameSkeleton,
  sameSkeleton,
  sharedSound,
  vowelSimilarity,
} from "../../../text/name-skeleton.js";
import { remember } from "../../../text/remember.js";
import { evidence } from "../evidence.js";
import { isLikelySpelling } from "./likely-spelling.js";
import type { RelationFeature } from "./name-relation.js";

/** Words longer than this may differ in one letter. */
const LONG = 5;
const LIKE_VOWELS = 0.5;

/** Word for word two spellings of one sound: `Jaish al-Nahr`, `Jaysh al Nahr`. */
export const spelling: RelationFeature = (a, b) => {
  if (a.plain.length !== b.plain.length) return null;
  const isOne = a.plain.every((word, at) => soundsLike(word, b.plain[at] ?? ""));
  return isOne ? evidence("spelling", "names differ in spelling only") : null;
};

/** Whether two folded words are spellings of one. */
export function soundsLike(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  if (endsOtherwise(a, b)) return false;
  if (a.length > LONG && b.length > LONG && a.charAt(0) === b.charAt(0) && distance(a, b) <= 1)
    return true;
  if (isLatin(a) !== isLatin(b)) return sharedSound(a, b) > 0;
  return sameSkeleton(nameSkeleton(a), nameSkeleton(b)) && vowelSimilarity(a, b) >= LIKE_VOWELS;
}

const isLatin = (word: string): boolean => /^[a-z]*$/.test(word);

const VOWEL_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ou|oo|uu/g, "u"],
  [/ee|ii/g, "i"],
  [/aa/g, "a"],
  [/ei|ey|ai|ay/g, "e"],
  [/y/g, "i"],
];

/** Whether two words have one consonant skeleton and the very same vowels, however these are written. */
export function soundsSame(a: string, b: string): boolean {
  if (a === b) return true;
  return sameSkeleton(nameSkeleton(a), nameSkeleton(b)) && plainVowels(a) === plainVowels(b);
}

const plainVowels = remember((word) =>
  VOWEL_SPELLINGS.reduce((text, [pattern, vowel]) => text.replace(pattern, vowel), word).replace(
    /[^aeiou]/g,
    "",
  ),
);

/**
 * Whether two words of people's names are surely spellings of one: the same consonants, and vowel for
 * vowel the same but for those that desks swap. Narrower than {@link soundsLike}: one letter makes
 * another man of `Farhad` and `Farshad`, `Karim` and `Karam`, `Moroz` and `Morozov`.
 */
export const isOneSpelling = (a: string, b: string, names: NameLists): boolean =>
  a === b || (areOneButForVowels(a, b, names) && !areTwins(a, b, names));

/**
 * Whether two words are spellings of one, or two names that only the length of a vowel tells apart, which no
 * desk writes: `Salem` and `Salim`, `Samer` and `Samir`.
 */
export function areOneButForVowels(a: string, b: string, names: NameLists): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b) || endsOtherwise(a, b)) return false;
  const [one, other] = [names.heard(a), names.heard(b)];
  return (
    shapeOf(one) === shapeOf(other) &&
    sameSkeleton(heardSkeleton(one), heardSkeleton(other)) &&
    haveOneVowels(one, other, names)
  );
}

/** Whether two words are likely spellings of one and no two names that a vowel or an ending tells apart. */
export const areLikelyOne = (a: string, b: string, names: NameLists): boolean =>
  a === b ||
  (isLikelySpelling(a, b, names) &&
    !endsOtherwise(a, b) &&
    (!areOneButForVowels(a, b, names) || !areTwins(a, b, names)));

/** A name of two syllables with one consonant between them, and the vowel of the second. */
const TWO_SYLLABLES = /^[^aeiuE]*[ae](?:([^aeiuE])\1?|[kstdgz]h)([aei])[^aeiuE]+$/;

/** Whether two such names differ in the vowel that makes another name of them, where they are not known as one. */
function areTwins(a: string, b: string, names: NameLists): boolean {
  const [one, other] = [names.heard(a), names.heard(b)];
  const [left, right] = [TWO_SYLLABLES.exec(one)?.[2], TWO_SYLLABLES.exec(other)?.[2]];
  if (left === undefined || right === undefined || left === right) return false;
  const known = readingsOf(names);
  return !known.has(readingOf(one)) || !known.has(readingOf(other));
}

const READINGS = new WeakMap<NameLists, ReadonlySet<string>>();

/** The names that are one whichever of the vowels is written, as they are heard. */
function readingsOf(names: NameLists): ReadonlySet<string> {
  const known =
    READINGS.get(names) ??
    new Set(names.phrases("one_reading").map((name) => readingOf(names.heard(name))));
  READINGS.set(names, known);
  return known;
}

/** A name as it is heard, with one letter for a doubled one, one for k, q, c and g, and i for its last e. */
const readingOf = (heard: string): string =>
  heard
    .replace(/([^aeiuE])\1/g, "$1")
    .replace(/[qcg]/g, "k")
    .replace(/e(?=[^aeiuE]+$)/, "i");

const heardSkeleton = remember((heard) => nameSkeleton(heard.replace(/E/g, "e")));

function haveOneVowels(a: string, b: string, names: NameLists): boolean {
  const [left, right] = [[...a.matchAll(VOWEL)], [...b.matchAll(VOWEL)]];
  const isInside = (at: number, word: string): boolean => at > 0 && at < word.length - 1;
  return (
    left.length === right.length &&
    left.every((met, index) => {
      const other = right[index];
      if (other === undefined || met[0] === other[0]) return other !== undefined;
      return (
        names.has("swapped_vowels", met[0] + other[0]) &&
        isInside(met.index, a) &&
        isInside(other.index, b)
      );
    })
  );
}

const VOWEL = /[aeiuE]/g;

/** Where vowels and consonants stand: `Amadou` is not `Mamadou`, nor `Hadi` `Adi`. */
const shapeOf = remember((word) => word.replace(VOWEL, "V").replace(/[^V]+/g, "C"));

/** What desks write or leave out at the end of a name for its sound alone. */
const SILENT = /h$/;

/**
 * Whether one word is the other with a vowel behind it, which makes another name of it in many
 * languages: `Hassan` and `Hassani`, `Karim` and `Karima`.
 */
export function endsOtherwise(a: string, b: string): boolean {
  const [one, other] = [withoutSilent(a), withoutSilent(b)];
  if (one.length === other.length) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return endsClosed(short) && endsOpen(long);
}

const withoutSilent = remember((word) => word.replace(SILENT, ""));
const endsClosed = remember((word) => /[^aeiouy]$/.test(word));
const endsOpen = remember((word) => /[^aeiouy][aeiouy]{1,2}$/.test(word));
