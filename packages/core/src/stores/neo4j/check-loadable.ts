import { RedthreadError } from "../../errors/redthread-error.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import { PointValue, type PropertyValue, type ScalarValue } from "../../graph/property-value.js";
import { checkIds, type SlotsById } from "../element-ids.js";
import { refuseMarks } from "./case-marks.js";
import { quoteName } from "./neo4j-schema.js";

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Refuses a graph that Neo4j could not hold as it is, before anything is written: elements without
 * `id` or with one that another has, names that cannot be written, values that would come back as
 * others. O(values). The slots by id are what it found.
 * @throws RedthreadError `GRAPH_INVALID` naming the element.
 */
export function checkLoadable(graph: GraphReader): SlotsById {
  refuseMarks(graph);
  const slots = checkIds(graph);
  for (const name of [...graph.labels(), ...graph.relationshipTypes()]) quoteName(name);
  graph.forEachNode(null, (node) => {
    const what = () => `A node of \`${graph.labelsOf(node).join(":")}\``;
    const read = (key: string) => graph.nodeProperty(node, key);
    checkValues(graph.nodePropertyKeys(node), read, what);
    return undefined;
  });
  graph.forEachRelationship(null, (r) => {
    const what = () => `A relationship of \`${graph.typeOf(r)}\``;
    const read = (key: string) => graph.relationshipProperty(r, key);
    checkValues(graph.relationshipPropertyKeys(r), read, what);
    return undefined;
  });
  return slots;
}

function checkValues(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
  what: () => string,
): void {
  for (const key of keys) {
    const fault = faultOfKey(key) ?? faultOf(read(key)) ?? faultOfId(key, read(key));
    if (fault !== null)
      throw new RedthreadError(
        "GRAPH_INVALID",
        `${what()} has in \`${key}\` ${fault}, which Neo4j cannot store. Nothing was written; mend the value and load again.`,
      );
  }
}

const BROKEN_TEXT = "a text with half a character";
/** Bytes that an index entry may have, less what else stands in the entry of an id. */
const LONGEST_ID = 7_000;

function faultOfKey(key: string): string | null {
  if (LONE_SURROGATE.test(key)) return BROKEN_TEXT;
  if (key === "") return "a property without a name";
  return key.includes("\0") ? "a name with a zero character" : null;
}

function faultOfId(key: string, value: PropertyValue | undefined): string | null {
  const isLong =
    key === "id" &&
    typeof value === "string" &&
    value.length * 3 > LONGEST_ID &&
    new TextEncoder().encode(value).length > LONGEST_ID;
  return isLong ? `an id of more than ${LONGEST_ID} bytes` : null;
}

function faultOf(value: PropertyValue | undefined): string | null {
  if (value === undefined) return null;
  if (!isList(value)) return faultOfScalar(value);
  const kinds = new Set(value.map(kindOf));
  if (kinds.size > 1) return "a list of values of several kinds";
  for (const item of value) {
    const fault = faultOfScalar(item);
    if (fault !== null) return fault;
  }
  return null;
}

const isList = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

/** What Neo4j takes for one kind in a list. */
function kindOf(value: ScalarValue): unknown {
  if (value instanceof PointValue) return `point ${value.srid}`;
  if (typeof value === "object") return value.constructor;
  return typeof value === "bigint" ? "number" : typeof value;
}

function faultOfScalar(value: ScalarValue): string | null {
  if (typeof value === "string") return LONE_SURROGATE.test(value) ? BROKEN_TEXT : null;
  if (typeof value === "bigint" && (value < LEAST || value > MOST))
    return "a whole number of more than 64 bits";
  return null;
}
