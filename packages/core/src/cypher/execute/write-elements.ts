import type { PropertyValue } from "../../graph/property-value.js";
import type { Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { Runtime } from "../evaluate/runtime.js";
import { CypherError } from "../source/cypher-error.js";
import { type CypherValue, NodeValue, RelationshipValue } from "../values/cypher-value.js";
import { isMap } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import { toPropertyValue } from "./to-property-value.js";

export type Element = NodeValue | RelationshipValue;

/** The properties of a new element; entries that are null are left out. */
export function newProperties(
  evaluate: Evaluate | null,
  row: Row,
): readonly (readonly [string, PropertyValue])[] {
  const map = evaluate === null ? null : evaluate(row);
  if (map === null) {
    return [];
  }
  if (!isMap(map)) {
    throw typeMismatch("The properties of a new element", "a map", map);
  }
  const entries: [string, PropertyValue][] = [];
  for (const [key, value] of map) {
    if (value !== null) {
      entries.push([key, toPropertyValue(value)]);
    }
  }
  return entries;
}

export function createNode(
  { graph, changes }: Runtime,
  labels: readonly string[],
  properties: readonly (readonly [string, PropertyValue])[],
): number {
  changes.nodesCreated += 1;
  changes.labelsAdded += new Set(labels).size;
  changes.propertiesSet += properties.length;
  return graph.createNode(labels, properties);
}

export function createRelationship(
  { graph, changes }: Runtime,
  type: string,
  start: number,
  end: number,
  properties: readonly (readonly [string, PropertyValue])[],
): number {
  changes.relationshipsCreated += 1;
  changes.propertiesSet += properties.length;
  return graph.createRelationship(type, start, end, properties);
}

/** @throws CypherError `DeletedEntityAccess`: labels of a deleted node are refused, properties only left alone. */
export function assertLive(runtime: Runtime, node: NodeValue): void {
  if (runtime.isLiveNode(node.slot)) return;
  throw new CypherError({
    kind: "EntityNotFound",
    phase: "runtime",
    detail: "DeletedEntityAccess",
    message:
      "A label cannot be set or removed: its node has been deleted. Change it before, or leave it out.",
  });
}

/** Sets or, with null, removes one property. Elements that have been deleted are left alone. */
export function setProperty(
  runtime: Runtime,
  element: Element,
  key: string,
  value: CypherValue,
): void {
  const { graph, changes } = runtime;
  const stored = value === null ? undefined : toPropertyValue(value);
  if (element instanceof NodeValue) {
    if (
      graph.hasNode(element.slot) &&
      !(stored === undefined && graph.nodeProperty(element.slot, key) === undefined)
    ) {
      changes.propertiesSet += 1;
      graph.setNodeProperty(element.slot, key, stored);
    }
  } else if (
    graph.hasRelationship(element.slot) &&
    !(stored === undefined && graph.relationshipProperty(element.slot, key) === undefined)
  ) {
    changes.propertiesSet += 1;
    graph.setRelationshipProperty(element.slot, key, stored);
  }
}

export function propertyKeys({ graph }: Runtime, element: Element): readonly string[] {
  return element instanceof NodeValue
    ? graph.nodePropertyKeys(element.slot)
    : graph.relationshipPropertyKeys(element.slot);
}

/** The element to change; null when there is none, which changes nothing. */
export function elementOf(what: string, value: CypherValue): Element | null {
  if (value === null || value instanceof NodeValue || value instanceof RelationshipValue) {
    return value;
  }
  throw typeMismatch(what, "a node or a relationship", value);
}
