import { structuredKey } from "../../graph/property-equality.js";
import { compareNumbers } from "./compare-number.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "./cypher-value.js";
import { isList, isMap, isNumber, isPath, isPoint, isTemporal } from "./is-value.js";
import { itemsOf } from "./list-access.js";

/** Cypher's `=`: null when either side, or something inside it that decides, is null. */
export function equals(a: CypherValue, b: CypherValue): boolean | null {
  if (a === null || b === null) {
    return null;
  }
  if (typeof a === "string" || typeof a === "boolean") {
    return a === b;
  }
  if (isNumber(a)) {
    return isNumber(b) && compareNumbers(a, b) === 0;
  }
  if (isList(a)) {
    return isList(b) ? listsEqual(a, b) : false;
  }
  if (isMap(a)) {
    return isMap(b) ? mapsEqual(a, b) : false;
  }
  return sameEntity(a, b);
}

/** Cypher's `IN`; a value that is no list is the only item of one. */
export function isIn(value: CypherValue, list: CypherValue): boolean | null {
  const items = itemsOf(list);
  if (items === null) {
    return null;
  }
  let unknown = false;
  for (const item of items) {
    const same = equals(value, item);
    if (same === true) {
      return true;
    }
    unknown ||= same === null;
  }
  return unknown ? null : false;
}

/** Equality of values that hold no null: graph elements, paths, temporal values and points. */
function sameEntity(a: CypherValue, b: CypherValue): boolean {
  if (a instanceof NodeValue) {
    return b instanceof NodeValue && a.slot === b.slot;
  }
  if (a instanceof RelationshipValue) {
    return b instanceof RelationshipValue && a.slot === b.slot;
  }
  if (a instanceof NodeRecord) {
    return b instanceof NodeRecord && a.elementId === b.elementId;
  }
  if (a instanceof RelationshipRecord) {
    return b instanceof RelationshipRecord && a.elementId === b.elementId;
  }
  if (isPath(a)) {
    return (
      isPath(b) &&
      listsEqual(a.nodes, b.nodes) === true &&
      listsEqual(a.relationships, b.relationships) === true
    );
  }
  const comparable = (isTemporal(a) || isPoint(a)) && (isTemporal(b) || isPoint(b));
  return comparable && structuredKey(a) === structuredKey(b);
}

/** False as soon as lengths or one pair differ; null only when nothing differs for certain. */
function listsEqual(a: readonly CypherValue[], b: readonly CypherValue[]): boolean | null {
  if (a.length !== b.length) {
    return false;
  }
  let unknown = false;
  for (const [at, item] of a.entries()) {
    const same = equals(item, b[at] ?? null);
    if (same === false) {
      return false;
    }
    unknown ||= same === null;
  }
  return unknown ? null : true;
}

function mapsEqual(a: CypherMap, b: CypherMap): boolean | null {
  if (a.size !== b.size) {
    return false;
  }
  for (const key of a.keys()) {
    if (!b.has(key)) {
      return false;
    }
  }
  let unknown = false;
  for (const [key, value] of a) {
    const same = equals(value, b.get(key) ?? null);
    if (same === false) {
      return false;
    }
    unknown ||= same === null;
  }
  return unknown ? null : true;
}
