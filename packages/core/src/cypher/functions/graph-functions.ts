import type { GraphReader } from "../../graph/graph-reader.js";
import type { PropertyValue } from "../../graph/property-value.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "../values/cypher-value.js";
import { elementIdOfNode, elementIdOfRelationship } from "../values/element-id.js";
import { isMap, isNode, isPath, isRelationship } from "../values/is-value.js";
import { badConversion, typeMismatch } from "../values/value-error.js";
import { argument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";

type Element = NodeValue | NodeRecord | RelationshipValue | RelationshipRecord;

const isElement = (value: CypherValue): value is Element => isNode(value) || isRelationship(value);

const ofElement = (
  signature: string,
  read: (element: Element, graph: GraphReader) => CypherValue,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args, { graph }) => {
      const value = argument(args, 0);
      if (!isElement(value)) {
        throw typeMismatch(`\`${name}()\``, "a node or a relationship", value);
      }
      return read(value, graph);
    },
    1,
  );
};

const ofRelationship = (
  signature: string,
  read: (relationship: RelationshipValue | RelationshipRecord, graph: GraphReader) => CypherValue,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args, { graph }) => {
      const value = argument(args, 0);
      if (!isRelationship(value)) {
        throw badConversion(`\`${name}()\``, "a relationship", value);
      }
      return read(value, graph);
    },
    1,
  );
};

const ofPath = (
  signature: string,
  read: (nodes: readonly CypherValue[], relationships: readonly CypherValue[]) => CypherValue,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args) => {
      const value = argument(args, 0);
      if (!isPath(value)) {
        throw typeMismatch(`\`${name}()\``, "a path", value);
      }
      return read(value.nodes, value.relationships);
    },
    1,
  );
};

/** The element's place in the graph. An element of a result has none: it may come from elsewhere. */
function slotOf(element: Element): number {
  if (element instanceof NodeValue || element instanceof RelationshipValue) {
    return element.slot;
  }
  throw typeMismatch("`id()`", "a node or a relationship of this graph", element);
}

function elementIdOf(element: Element): string {
  if (element instanceof NodeValue) {
    return elementIdOfNode(element.slot);
  }
  return element instanceof RelationshipValue
    ? elementIdOfRelationship(element.slot)
    : element.elementId;
}

function labelsOf(value: CypherValue, graph: GraphReader): readonly string[] {
  if (value instanceof NodeValue) {
    return graph.labelsOf(value.slot);
  }
  if (value instanceof NodeRecord) {
    return value.labels;
  }
  throw badConversion("`labels()`", "a node", value);
}

const typeOf = (
  relationship: RelationshipValue | RelationshipRecord,
  graph: GraphReader,
): string =>
  relationship instanceof RelationshipRecord ? relationship.type : graph.typeOf(relationship.slot);

function endOf(
  relationship: RelationshipValue | RelationshipRecord,
  graph: GraphReader,
  end: "start" | "end",
): NodeValue {
  if (relationship instanceof RelationshipRecord) {
    throw typeMismatch(`\`${end}Node()\``, "a relationship of this graph", relationship);
  }
  const { slot } = relationship;
  return new NodeValue(end === "start" ? graph.startOf(slot) : graph.endOf(slot));
}

function keysOf(value: CypherValue, graph: GraphReader): CypherValue {
  if (value instanceof NodeValue) {
    return graph.nodePropertyKeys(value.slot);
  }
  if (value instanceof RelationshipValue) {
    return graph.relationshipPropertyKeys(value.slot);
  }
  return [...propertiesOf(value, graph).keys()];
}

/** The properties of a node, relationship or map as a map. */
function propertiesOf(value: CypherValue, graph: GraphReader): CypherMap {
  if (value instanceof NodeValue) {
    const { slot } = value;
    return collected(graph.nodePropertyKeys(slot), (key) => graph.nodeProperty(slot, key));
  }
  if (value instanceof RelationshipValue) {
    const { slot } = value;
    return collected(graph.relationshipPropertyKeys(slot), (key) =>
      graph.relationshipProperty(slot, key),
    );
  }
  if (value instanceof NodeRecord || value instanceof RelationshipRecord) {
    return value.properties;
  }
  if (isMap(value)) {
    return value;
  }
  throw typeMismatch("`properties()`", "a node, a relationship or a map", value);
}

function collected(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): CypherMap {
  const entries = new Map<string, CypherValue>();
  for (const key of keys) {
    const value = read(key);
    if (value !== undefined) {
      entries.set(key, value);
    }
  }
  return entries;
}

export const GRAPH_FUNCTIONS: readonly CypherFunction[] = [
  ofElement("id(element) → the number of a node or relationship in this graph", slotOf),
  ofElement(
    "elementId(element) → a text that names the node or relationship among all of the graph",
    elementIdOf,
  ),
  defineStrict(
    "labels(node) → the labels of a node",
    (args, { graph }) => labelsOf(argument(args, 0), graph),
    1,
  ),
  ofRelationship("type(relationship) → the type of a relationship", typeOf),
  ofRelationship("startNode(relationship) → the node it leaves", (relationship, graph) =>
    endOf(relationship, graph, "start"),
  ),
  ofRelationship("endNode(relationship) → the node it leads to", (relationship, graph) =>
    endOf(relationship, graph, "end"),
  ),
  defineStrict(
    "keys(value) → the keys of a node, relationship or map",
    (args, { graph }) => keysOf(argument(args, 0), graph),
    1,
  ),
  defineStrict(
    "properties(value) → the properties of a node, relationship or map as a map",
    (args, { graph }) => propertiesOf(argument(args, 0), graph),
    1,
  ),
  ofPath("nodes(path) → the nodes of a path in the order walked", (nodes) => nodes),
  ofPath(
    "relationships(path) → the relationships of a path in the order walked",
    (_, rels) => rels,
  ),
  ofPath("length(path) → the number of relationships of a path", (_, rels) => rels.length),
];
