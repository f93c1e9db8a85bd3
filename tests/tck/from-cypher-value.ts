import {
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import {
  Float,
  formatTemporal,
  PointValue,
  type TemporalValue,
  type TimeForm,
} from "@redthread/core/graph";
import type {
  ExpectedNode,
  ExpectedPath,
  ExpectedRelationship,
  ExpectedValue,
} from "./expected-value.js";

/** A value the engine returned, in the terms of the TCK's tables; times of day are printed in the given form. */
export function fromCypherValue(value: CypherValue, form: TimeForm = "short"): ExpectedValue {
  if (value === null) {
    return { kind: "null" };
  }
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", value };
    case "number":
    case "bigint":
      return { kind: "integer", value: BigInt(value) };
    case "string":
      return { kind: "string", value };
    default:
      return fromObject(value, form);
  }
}

function fromObject(
  value: Exclude<CypherValue, null | boolean | number | bigint | string>,
  form: TimeForm,
) {
  if (value instanceof Float) {
    return { kind: "float", value: value.value } as const;
  }
  if (isList(value)) {
    return { kind: "list", items: value.map((item) => fromCypherValue(item, form)) } as const;
  }
  if (value instanceof Map) {
    return { kind: "map", entries: fromEntries(value, form) } as const;
  }
  if (value instanceof NodeRecord) {
    return fromNode(value, form);
  }
  if (value instanceof RelationshipRecord) {
    return fromRelationship(value, form);
  }
  if (value instanceof PathRecord) {
    return fromPath(value, form);
  }
  if (value instanceof PointValue) {
    return {
      kind: "string",
      value: `point ${value.srid} ${value.x} ${value.y} ${value.z}`,
    } as const;
  }
  // What is left are temporal values; a value bound to the engine's graph never leaves the engine.
  return { kind: "string", value: formatTemporal(value as TemporalValue, form) } as const;
}

function isList(value: CypherValue): value is readonly CypherValue[] {
  return Array.isArray(value);
}

function fromEntries(
  entries: ReadonlyMap<string, CypherValue>,
  form: TimeForm,
): ReadonlyMap<string, ExpectedValue> {
  return new Map([...entries].map(([key, value]) => [key, fromCypherValue(value, form)]));
}

function fromNode(node: NodeRecord, form: TimeForm): ExpectedNode {
  return { kind: "node", labels: node.labels, properties: fromEntries(node.properties, form) };
}

function fromRelationship(relationship: RelationshipRecord, form: TimeForm): ExpectedRelationship {
  const { type, properties } = relationship;
  return { kind: "relationship", type, properties: fromEntries(properties, form) };
}

function fromPath(path: PathRecord, form: TimeForm): ExpectedPath {
  return {
    kind: "path",
    nodes: path.nodes.map((node) => fromNode(node, form)),
    relationships: path.relationships.map((each) => fromRelationship(each, form)),
    forward: path.relationships.map(
      ({ startElementId }, index) => startElementId === path.nodes[index]?.elementId,
    ),
  };
}

/** The value of a TCK table as the engine takes it, for parameters and procedures. */
export function toCypherValue(value: ExpectedValue): CypherValue {
  switch (value.kind) {
    case "null":
      return null;
    case "boolean":
    case "string":
      return value.value;
    case "integer": {
      const number = Number(value.value);
      return Number.isSafeInteger(number) ? number : value.value;
    }
    case "float":
      return new Float(value.value);
    case "list":
      return value.items.map(toCypherValue);
    case "map":
      return new Map([...value.entries].map(([key, entry]) => [key, toCypherValue(entry)]));
    default:
      throw new Error(`A ${value.kind} cannot be passed in.`);
  }
}
