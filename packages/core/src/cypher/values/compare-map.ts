import { compareText } from "./compare-text.js";
import type { CypherMap, CypherValue } from "./cypher-value.js";

/**
 * Order of two maps: by size, then by their sorted keys, then by the values in that order, which
 * `compare` orders. A null or NaN of `compare` is passed on.
 */
export function compareMaps<Result extends number | null>(
  a: CypherMap,
  b: CypherMap,
  compare: (left: CypherValue, right: CypherValue) => Result,
): Result | number {
  if (a.size !== b.size) {
    return a.size - b.size;
  }
  const left = [...a.keys()].sort(compareText);
  const right = [...b.keys()].sort(compareText);
  for (const [at, key] of left.entries()) {
    const byKey = compareText(key, right[at] ?? "");
    if (byKey !== 0) {
      return byKey;
    }
  }
  for (const key of left) {
    const byValue = compare(a.get(key) ?? null, b.get(key) ?? null);
    if (byValue !== 0) {
      return byValue;
    }
  }
  return 0;
}
