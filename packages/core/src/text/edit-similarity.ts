import { distance } from "fastest-levenshtein";

/** Longest text that is compared letter by letter; the cost grows with the product of lengths. */
const LONGEST = 400;

/** Share of letters two texts keep: 1 = equal, 0 = nothing in common. Symmetric; fold case first. */
export function editSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  if (longer > LONGEST) return 0;
  return 1 - distance(a, b) / longer;
}
