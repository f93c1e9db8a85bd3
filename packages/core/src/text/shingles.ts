// Wire copies: two texts that share most of their five-word runs are one source. Runs are hashed
// with FNV-1a to 32 bits, so that a set of a long text stays small; a collision among some thousand
// runs changes a containment by less than a thousandth.
import { tokenize } from "./tokenize.js";

/** Words in one run. */
const RUN = 5;
/** From this containment on, two texts tell the same wire copy. */
export const SAME_WIRE_COPY = 0.5;

/** Hashes of all five-word runs of a text; a shorter text is one run. Linear time. */
export function shingles(text: string): ReadonlySet<number> {
  const words = tokenize(text)
    .map((token) => token.folded)
    .filter((word) => word !== "");
  const hashes = new Set<number>();
  if (words.length === 0) return hashes;
  for (let at = 0; at === 0 || at + RUN <= words.length; at += 1) {
    hashes.add(hashWords(words, at, Math.min(at + RUN, words.length)));
  }
  return hashes;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? "";
    for (let letter = 0; letter < word.length; letter += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(letter), FNV_PRIME);
    }
    hash = Math.imul(hash ^ 32, FNV_PRIME);
  }
  return hash >>> 0;
}

/** Share of the smaller set that the other holds too, 0–1; 0 where one is empty. Symmetric. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const hash of smaller) if (larger.has(hash)) shared += 1;
  return shared / smaller.size;
}

/** A stored sketch of a set: its `size` smallest hashes, sorted, comparable by {@link sketchSimilarity}. */
export function sketch(hashes: ReadonlySet<number>, size = 64): number[] {
  return [...hashes].sort((a, b) => a - b).slice(0, size);
}

/** Estimated Jaccard similarity of two sets from their sketches (bottom-k); error about 1/√size. */
export function sketchSimilarity(a: readonly number[], b: readonly number[]): number {
  const size = Math.max(a.length, b.length);
  if (size === 0) return 0;
  const inA = new Set(a);
  const inB = new Set(b);
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, size);
  const shared = union.filter((hash) => inA.has(hash) && inB.has(hash)).length;
  return shared / union.length;
}
