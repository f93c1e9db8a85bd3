import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** Words shared from which it is worth saying that the others differ. */
const SHARED = 2;

/** Names that share words and differ in words that tell: `Security Service`, `Intelligence Service`. */
export const differentWords: RelationFeature = (a, b) => {
  const only = [...a.words].filter((word) => !b.words.has(word));
  const others = [...b.words].filter((word) => !a.words.has(word));
  if (a.words.size - only.length < SHARED) return null;
  const [first, second] = [only.join(" "), others.join(" ")].sort();
  return evidence("different-words", `different words: ${first} / ${second}`);
};
