import { compareMaps } from "./compare-map.js";
import { compareNumbers } from "./compare-number.js";
import { compareText } from "./compare-text.js";
import { type CypherValue, NodeValue, RelationshipValue } from "./cypher-value.js";
import { isInstant, isList, isMap, isNumber } from "./is-value.js";
import { compareInstants } from "./temporal/compare-temporal.js";

/**
 * How `<`, `<=`, `>` and `>=` see two values: negative, 0 or positive; null when the types cannot be
 * compared or a null decides; NaN when a NaN does, so that all four comparisons come out false.
 */
export function compareValues(a: CypherValue, b: CypherValue): number | null {
  if (a === null || b === null) {
    return null;
  }
  if (isNumber(a)) {
    return isNumber(b) ? compareNumbers(a, b) : null;
  }
  if (typeof a === "string") {
    return typeof b === "string" ? compareText(a, b) : null;
  }
  if (typeof a === "boolean") {
    return typeof b === "boolean" ? Number(a) - Number(b) : null;
  }
  if (isList(a)) {
    return isList(b) ? compareLists(a, b) : null;
  }
  if (isMap(a)) {
    return isMap(b) ? compareMaps(a, b, compareValues) : null;
  }
  if (isInstant(a)) {
    return isInstant(b) ? compareInstants(a, b) : null;
  }
  return compareElements(a, b);
}

/** Nodes by their place in the graph, and relationships; as in Neo4j, which says nothing about it. */
function compareElements(a: CypherValue, b: CypherValue): number | null {
  const isPair =
    (a instanceof NodeValue && b instanceof NodeValue) ||
    (a instanceof RelationshipValue && b instanceof RelationshipValue);
  return isPair ? a.slot - b.slot : null;
}

/** Element by element, the first that decides; a list that starts the other comes first. */
function compareLists(a: readonly CypherValue[], b: readonly CypherValue[]): number | null {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const order = compareValues(a[at] ?? null, b[at] ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}
