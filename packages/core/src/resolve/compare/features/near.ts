import { distance } from "fastest-levenshtein";
import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

const LIKE = 0.85;
const SHORTEST = 6;

/** Few letters differ, so that a slip of the pen may be behind it; or another name. */
export const near: RelationFeature = (a, b) => {
  const [left, right] = [a.plain.join(" "), b.plain.join(" ")];
  const longest = Math.max(left.length, right.length);
  if (longest <= SHORTEST) return null;
  const likeness = 1 - distance(left, right) / longest;
  return likeness >= LIKE ? evidence("near", `like names: ${likeness.toFixed(2)}`, likeness) : null;
};
