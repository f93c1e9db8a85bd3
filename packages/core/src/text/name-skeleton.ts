// What is left of a name when desks spell it each in their own way: its consonants, in classes that
// transliterations share. Arabic letters are first written as Latin ones; short vowels are not written
// there, so two scripts are compared by consonants alone.
import { editSimilarity } from "./edit-similarity.js";
import { remember } from "./remember.js";

const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch/g, "C"],
  [/kh|ck|ch(?=[lrn])|gh/g, "k"],
  [/sh|sch/g, "S"],
  [/ch/g, "C"],
  [/dh/g, "D"],
  [/th/g, "D"],
  [/dj|zh/g, "j"],
  [/ph/g, "f"],
  [/[qgkc]/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/z/g, "z"],
];

const inClasses = (token: string): string =>
  CONSONANTS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), token);

/**
 * The consonants of a folded name token in classes that transliterations share: `Qassem`, `Kasim`
 * and `Gasem` are all `ksm`. Fit for blocking; empty for a token of vowels.
 */
export const nameSkeleton = remember((token) =>
  inClasses(token)
    .replace(/[aeiouyh]/g, "")
    .replace(/(.)\1+/g, "$1"),
);

/** `D` stands for d, t or z: `dh` and `th` are heard as each of them. */
export function sameSkeleton(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a.charAt(at), b.charAt(at)];
    const isSoft = (x === "D" && "dtzs".includes(y)) || (y === "D" && "dtzs".includes(x));
    if (x !== y && !isSoft) return false;
  }
  return a.length > 0;
}

/** The vowels in classes: a, e/i/y as i, o/u as u; runs of one class once. */
const vowelClasses = remember((token) =>
  token
    .replace(/[^aeiouy]/g, "")
    .replace(/[eiy]/g, "i")
    .replace(/[ou]/g, "u")
    .replace(/(.)\1+/g, "$1"),
);

/** Likeness of the vowels of two tokens, 0–1. */
export const vowelSimilarity = (a: string, b: string): number =>
  editSimilarity(vowelClasses(a), vowelClasses(b));

/** Letters of the Arabic script, Persian and Kurdish ones too, as desks write them in Latin ones. */
const ROMAN: Readonly<Record<string, string>> = {
  ا: "a",
  آ: "a",
  أ: "a",
  إ: "i",
  ب: "b",
  پ: "p",
  ت: "t",
  ث: "th",
  ج: "j",
  چ: "ch",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
  ر: "r",
  ز: "z",
  ژ: "zh",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "",
  غ: "gh",
  ف: "f",
  ق: "q",
  ك: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  ة: "a",
  و: "w",
  ؤ: "w",
  ي: "y",
  ی: "y",
  ى: "a",
  ئ: "y",
  ء: "",
};

const ARABIC = /\p{Script=Arabic}/u;

/** Whether a text has letters of the Arabic script. */
const isArabic = (text: string): boolean => ARABIC.test(text);

const ARTICLE = /^\u0627\u0644(?=..)/;

/** A word of the Arabic script in Latin letters without its article; any other word as it is. */
export function romanize(word: string): string {
  if (!isArabic(word)) return word;
  let roman = "";
  for (const letter of word.replace(ARTICLE, "")) roman += ROMAN[letter] ?? "";
  return roman;
}

/** What differs between scripts even among consonants: p is b, w may be a vowel. */
const acrossScripts = (classes: string, vowels: RegExp): string =>
  classes
    .replace(/p/g, "b")
    .replace(vowels, "")
    .replace(/(.)\1+/g, "$1");

/** Two vowels that are one to the ear: `Dayr` and `Deir`, `Zawr` and `Zor`. */
const DIPHTHONGS: readonly (readonly [RegExp, string])[] = [
  [/a[wu](?![aeiouy])/g, "o"],
  [/[ae][iy]/g, "e"],
  [/ou|oo|uu/g, "u"],
  [/ee|ie/g, "i"],
];
const asHeard = (word: string): string =>
  DIPHTHONGS.reduce((text, [pattern, vowel]) => text.replace(pattern, vowel), word);

/** Likeness of vowels from which two words of one skeleton are one word; long skeletons need less. */
const LIKE_VOWELS = 0.6;
const LIKE_VOWELS_OF_LONG = 0.5;
const LONG = 4;

/**
 * How many consonants two folded words share where they are one word spelt in two ways or scripts, else
 * 0. The fewer there are, the less it tells.
 */
export function sharedSound(one: string, other: string): number {
  if (isArabic(one) !== isArabic(other)) return sharedAcrossScripts(romanize(one), romanize(other));
  const [a, b] = [asHeard(romanize(one)), asHeard(romanize(other))];
  const [left, right] = [nameSkeleton(a), nameSkeleton(b)];
  const least = left.length < LONG ? LIKE_VOWELS : LIKE_VOWELS_OF_LONG;
  return sameSkeleton(left, right) && vowelSimilarity(a, b) >= least ? left.length : 0;
}

function sharedAcrossScripts(one: string, other: string): number {
  const [a, b] = [inClasses(one), inClasses(other)];
  // With its h a short name says enough: `Homs` is h, m, s.
  for (const vowels of [/[aeiouyv]|h$/g, /[aeiouyvh]/g]) {
    const [left, right] = [acrossScripts(a, vowels), acrossScripts(b, vowels)];
    if (sameSkeleton(left, right)) return left.length;
  }
  return 0;
}
