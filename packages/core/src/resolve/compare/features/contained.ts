import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** One name leaves out words of the other. */
export const contained: RelationFeature = (a, b) => {
  const [short, long] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (short.words.size === long.words.size || short.joined.length < 4) return null;
  const left = [...long.words].filter((word) => !short.words.has(word));
  return left.length === long.words.size - short.words.size
    ? evidence("contained", `one name leaves out: ${left.sort().join(" ")}`, 1 / left.length)
    : null;
};
