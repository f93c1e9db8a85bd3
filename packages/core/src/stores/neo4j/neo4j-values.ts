import {
  type CypherValue,
  NodeRecord,
  NodeValue,
  PathRecord,
  PathValue,
  RelationshipRecord,
  RelationshipValue,
} from "../../cypher/values/cypher-value.js";
import { RedthreadError } from "../../errors/redthread-error.js";
import { Float, PointValue } from "../../graph/property-value.js";
import { isMarkKey, isMarkLabel } from "./case-marks.js";
import { type DriverTypes, fromDriverTemporal, toDriverTemporal } from "./neo4j-temporals.js";

/** What the driver takes and gives; it is checked at run time, since a server decides what comes. */
export type DriverValue = unknown;

/**
 * A value of a result as Cypher knows it: integers as numbers (bigints beyond ±2^53), every float as
 * `Float`. The driver must run with `useBigInt`, which keeps integers and floats apart.
 */
export function fromDriverValue(types: DriverTypes, value: DriverValue): CypherValue {
  switch (typeof value) {
    case "boolean":
    case "string":
      return value;
    case "bigint":
      return integerOf(value);
    case "number":
      return new Float(value);
    case "object":
      return value === null ? null : fromDriverObject(types, value);
    default:
      return null;
  }
}

function integerOf(value: bigint): number | bigint {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

function fromDriverObject(types: DriverTypes, value: object): CypherValue {
  if (Array.isArray(value)) return value.map((item) => fromDriverValue(types, item));
  if (types.isNode(value)) {
    return nodeOf(types, value);
  }
  if (types.isRelationship(value)) return relationshipOf(types, value);
  if (types.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    return new PathRecord(
      nodes.map((node) => nodeOf(types, node)),
      value.segments.map((segment) => relationshipOf(types, segment.relationship)),
    );
  }
  if (types.isPoint(value)) {
    return new PointValue(Number(value.srid), value.x, value.y, value.z ?? null);
  }
  const temporal = fromDriverTemporal(types, value);
  if (temporal !== null) return temporal;
  // Cypher has no byte arrays of its own; one that another program stored is shown as its numbers.
  if (value instanceof Int8Array) return [...value];
  return shownEntries(types, value);
}

interface DriverNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: object;
}

/** A node as the case has it: what a load wrote for itself is not shown. */
function nodeOf(types: DriverTypes, { elementId, labels, properties }: DriverNode): NodeRecord {
  const shown = labels.filter((label) => !isMarkLabel(label));
  return new NodeRecord(elementId, shown, shownEntries(types, properties));
}

interface DriverRelationship {
  readonly elementId: string;
  readonly type: string;
  readonly startNodeElementId: string;
  readonly endNodeElementId: string;
  readonly properties: object;
}

function relationshipOf(types: DriverTypes, value: DriverRelationship): RelationshipRecord {
  return new RelationshipRecord(
    value.elementId,
    value.type,
    value.startNodeElementId,
    value.endNodeElementId,
    shownEntries(types, value.properties),
  );
}

/** Entries without what a load wrote for itself, also where a query asks for all properties as a map. */
const shownEntries = (types: DriverTypes, properties: object): ReadonlyMap<string, CypherValue> =>
  new Map([...entriesOf(types, properties)].filter(([key]) => !isMarkKey(key)));

function entriesOf(types: DriverTypes, properties: object): ReadonlyMap<string, CypherValue> {
  const entries = new Map<string, CypherValue>();
  for (const [key, value] of Object.entries(properties)) {
    entries.set(key, fromDriverValue(types, value));
  }
  return entries;
}

/**
 * A value as the driver sends it. Whole numbers go as integers, which a plain number would not.
 * @throws RedthreadError `QUERY_INVALID` for nodes, relationships and paths: Neo4j takes none as a parameter.
 */
export function toDriverValue(types: DriverTypes, value: CypherValue): DriverValue {
  switch (typeof value) {
    case "boolean":
    case "string":
    case "bigint":
      return value;
    case "number":
      return types.int(value);
    case "object":
      return value === null ? null : toDriverObject(types, value);
    default:
      throw new TypeError(`A ${typeof value} is no Cypher value.`);
  }
}

function toDriverObject(types: DriverTypes, value: object & CypherValue): DriverValue {
  if (value instanceof Float) return value.value;
  if (value instanceof PointValue) {
    const { srid, x, y, z } = value;
    return z === null
      ? new types.types.Point(types.int(srid), x, y)
      : new types.types.Point(types.int(srid), x, y, z);
  }
  if (value instanceof Map) return mapToDriver(types, value);
  if (isList(value)) return value.map((item) => toDriverValue(types, item));
  const temporal = toDriverTemporal(types, value);
  if (temporal !== null) return temporal;
  throw notAParameter(value);
}

/** Entries as a plain object. A key such as `__proto__` becomes a key like any other. */
export function mapToDriver(
  types: DriverTypes,
  entries: Iterable<readonly [string, CypherValue]>,
): Record<string, DriverValue> {
  const out: [string, DriverValue][] = [];
  for (const [key, item] of entries) out.push([key, toDriverValue(types, item)]);
  return Object.fromEntries(out);
}

function isList(value: object & CypherValue): value is readonly CypherValue[] {
  return Array.isArray(value);
}

function notAParameter(value: object): RedthreadError {
  const isGraphPart = [
    NodeValue,
    NodeRecord,
    RelationshipValue,
    RelationshipRecord,
    PathValue,
    PathRecord,
  ].some((kind) => value instanceof kind);
  const what = isGraphPart ? "a node, relationship or path" : "a value of no Cypher type";
  return new RedthreadError(
    "QUERY_INVALID",
    `A parameter holds ${what}, which Neo4j does not take. Pass its \`id\` and match it in the query.`,
  );
}
