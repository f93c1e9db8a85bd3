import { PointValue } from "../../graph/property-value.js";
import { compareMaps } from "./compare-map.js";
import { orderNumbers } from "./compare-number.js";
import { compareText } from "./compare-text.js";
import {
  type CypherValue,
  NodeRecord,
  NodeValue,
  type PathRecord,
  type PathValue,
  RelationshipRecord,
  RelationshipValue,
} from "./cypher-value.js";
import {
  isDuration,
  isInstant,
  isList,
  isMap,
  isNode,
  isNumber,
  isPath,
  isRelationship,
} from "./is-value.js";
import { compareDurations, compareInstants } from "./temporal/compare-temporal.js";
import { type TypeName, typeName } from "./type-name.js";

/** Ascending order of types; integers and floats are one. */
const RANK: Readonly<Record<TypeName, number>> = {
  Map: 0,
  Node: 1,
  Relationship: 2,
  List: 3,
  Path: 4,
  Point: 5,
  DateTime: 6,
  LocalDateTime: 7,
  Date: 8,
  Time: 9,
  LocalTime: 10,
  Duration: 11,
  String: 12,
  Boolean: 13,
  Integer: 14,
  Float: 14,
  Null: 15,
};

/**
 * Total order of all values, as ORDER BY, min() and max() use it: negative, 0 or positive. 0 exactly
 * for equivalent values; null comes last, NaN behind the other numbers.
 */
export function orderValues(a: CypherValue, b: CypherValue): number {
  if (isNumber(a) && isNumber(b)) {
    return orderNumbers(a, b);
  }
  if (typeof a === "string" && typeof b === "string") {
    return compareText(a, b);
  }
  const byRank = RANK[typeName(a)] - RANK[typeName(b)];
  return byRank === 0 ? orderSameType(a, b) : byRank;
}

function orderSameType(a: CypherValue, b: CypherValue): number {
  if (typeof a === "boolean") {
    return Number(a) - Number(b === true);
  }
  if (isList(a) && isList(b)) {
    return orderLists(a, b);
  }
  if (isMap(a) && isMap(b)) {
    return compareMaps(a, b, orderValues);
  }
  if (isInstant(a) && isInstant(b)) {
    return compareInstants(a, b) ?? 0;
  }
  if (isDuration(a) && isDuration(b)) {
    return compareDurations(a, b);
  }
  if (a instanceof PointValue && b instanceof PointValue) {
    return a.srid - b.srid || a.x - b.x || a.y - b.y || (a.z ?? 0) - (b.z ?? 0);
  }
  if (isPath(a) && isPath(b)) {
    return orderLists(walkOf(a), walkOf(b));
  }
  return (isNode(a) && isNode(b)) || (isRelationship(a) && isRelationship(b))
    ? orderElements(a, b)
    : 0;
}

function orderLists(a: readonly CypherValue[], b: readonly CypherValue[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const order = orderValues(a[at] ?? null, b[at] ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** Elements of the graph by slot, elements of a result by id; the two never meet in one sort. */
function orderElements(a: CypherValue, b: CypherValue): number {
  if (
    (a instanceof NodeValue && b instanceof NodeValue) ||
    (a instanceof RelationshipValue && b instanceof RelationshipValue)
  ) {
    return a.slot - b.slot;
  }
  if (
    (a instanceof NodeRecord && b instanceof NodeRecord) ||
    (a instanceof RelationshipRecord && b instanceof RelationshipRecord)
  ) {
    return compareText(a.elementId, b.elementId);
  }
  return a instanceof NodeValue || a instanceof RelationshipValue ? -1 : 1;
}

/** Nodes and relationships in the order walked. */
function walkOf(path: PathValue | PathRecord): CypherValue[] {
  return path.nodes.flatMap((node, at): CypherValue[] => {
    const relationship = path.relationships[at];
    return relationship === undefined ? [node] : [node, relationship];
  });
}
