import {
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import { Float, formatTemporal, PointValue, type TemporalValue } from "@redthread/core/graph";
import type {
  ExpectedNode,
  ExpectedPath,
  ExpectedRelationship,
  ExpectedValue,
} from "./expected-value.js";

/** A value the engine returned, in the terms of the TCK's tables. */
export function fromCypherValue(value: CypherValue): ExpectedValue {
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
      return fromObject(value);
  }
}

function fromObject(value: Exclude<CypherValue, null | boolean | number | bigint | string>) {
  if (value instanceof Float) {
    return { kind: "float", value: value.value } as const;
  }
  if (isList(value)) {
    return { kind: "list", items: value.map(fromCypherValue) } as const;
  }
  if (value instanceof Map) {
    return { kind: "map", entries: fromEntries(value) } as const;
  }
  if (value instanceof NodeRecord) {
    return fromNode(value);
  }
  if (value instanceof RelationshipRecord) {
    return fromRelationship(value);
  }
  if (value instanceof PathRecord) {
    return fromPath(value);
  }
  if (value instanceof PointValue) {
    return {
      kind: "string",
      value: `point ${value.srid} ${value.x} ${value.y} ${value.z}`,
    } as const;
  }
  // What is left are temporal values; a value bound to the engine's graph never leaves the engine.
  return { kind: "string", value: formatTemporal(value as TemporalValue) } as const;
}

function isList(value: CypherValue): value is readonly CypherValue[] {
  return Array.isArray(value);
}

function fromEntries(
  entries: ReadonlyMap<string, CypherValue>,
): ReadonlyMap<string, ExpectedValue> {
  return new Map([...entries].map(([key, value]) => [key, fromCypherValue(value)]));
}

function fromNode(node: NodeRecord): ExpectedNode {
  return { kind: "node", labels: node.labels, properties: fromEntries(node.properties) };
}

function fromRelationship(relationship: RelationshipRecord): ExpectedRelationship {
  const { type, properties } = relationship;
  return { kind: "relationship", type, properties: fromEntries(properties) };
}

function fromPath(path: PathRecord): ExpectedPath {
  return {
    kind: "path",
    nodes: path.nodes.map(fromNode),
    relationships: path.relationships.map(fromRelationship),
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
