import { Float } from "../../graph/property-value.js";
import { type CypherValue, NodeRecord, RelationshipRecord } from "./cypher-value.js";
import { isList, isMap, isPath } from "./is-value.js";

/** How large a value is when it is written out, its shared parts as often as they occur, and how deep it nests. */
export interface ValueSize {
  readonly bytes: number;
  readonly depth: number;
}

const WORD = 8;
const TEXT = 16;
const OBJECT = 32;
const ENTRY = 48;

const SMALL: ValueSize = { bytes: WORD, depth: 0 };
const BOXED: ValueSize = { bytes: OBJECT, depth: 0 };

/** Lists and maps do not change, so each is measured once; the way down ends at parts that have been. */
const KNOWN = new WeakMap<object, ValueSize>();

/** About what the value takes in memory; exact enough to stop before memory runs out. */
export function sizeOf(value: CypherValue): ValueSize {
  switch (typeof value) {
    case "string":
      return { bytes: TEXT + value.length, depth: 0 };
    case "object":
      return value === null ? SMALL : sizeOfObject(value);
    default:
      return SMALL;
  }
}

function sizeOfObject(value: Exclude<CypherValue, null | string | number | bigint | boolean>) {
  if (value instanceof Float) {
    return BOXED;
  }
  const known = KNOWN.get(value);
  if (known !== undefined) {
    return known;
  }
  const size = measured(value);
  if (size !== BOXED) {
    KNOWN.set(value, size);
  }
  return size;
}

function measured(value: Exclude<CypherValue, null | string | number | bigint | boolean>) {
  if (isList(value)) {
    return sizeOfParts(value, OBJECT + WORD * value.length);
  }
  if (isMap(value)) {
    return sizeOfParts(value.values(), OBJECT + ENTRY * value.size);
  }
  if (isPath(value)) {
    return { bytes: OBJECT * (1 + value.nodes.length + value.relationships.length), depth: 1 };
  }
  return value instanceof NodeRecord || value instanceof RelationshipRecord
    ? sizeOfParts(value.properties.values(), OBJECT + ENTRY * value.properties.size)
    : BOXED;
}

function sizeOfParts(parts: Iterable<CypherValue>, own: number): ValueSize {
  let bytes = own;
  let depth = 0;
  for (const part of parts) {
    if (typeof part !== "number" && part !== null) {
      const size = sizeOf(part);
      bytes += size.bytes;
      depth = Math.max(depth, size.depth);
    }
  }
  return { bytes, depth: depth + 1 };
}
