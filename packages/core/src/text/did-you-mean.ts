import { compareText } from "./compare.js";

/**
 * The candidate a mistyped word most likely stands for, or null when none is close. Close means an
 * edit distance (insert, delete, replace, swap of neighbours; case costs nothing) of 1 for words up
 * to 4 characters, 2 up to 8, 3 beyond, and at most half of the word. Of several equally close ones
 * the one that begins like the word wins, then the first by code unit.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const folded = word.toLowerCase();
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  const close = [...candidates]
    .filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({
      candidate,
      distance: editDistance(folded, candidate.toLowerCase()),
      prefix: commonPrefix(folded, candidate.toLowerCase()),
    }))
    .filter(({ distance }) => distance <= limit && distance * 2 <= word.length)
    .sort(
      (left, right) =>
        left.distance - right.distance ||
        right.prefix - left.prefix ||
        compareText(left.candidate, right.candidate),
    );
  return close[0]?.candidate ?? null;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

/** Optimal string alignment distance (Damerau–Levenshtein without repeated edits). O(|a|·|b|). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
