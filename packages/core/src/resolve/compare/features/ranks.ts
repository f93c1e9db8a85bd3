import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** One name leaves out words that say only what sort of body it is: `Border Guard Service`, `Border Guard`. */
export const ranks: RelationFeature = (a, b) => {
  if (a.telling === "" || a.telling !== b.telling) return null;
  const [short, long] = a.words.size <= b.words.size ? [a, b] : [b, a];
  return [...short.words].every((word) => long.words.has(word))
    ? evidence("ranks", "one name leaves out words that tell nothing")
    : null;
};
