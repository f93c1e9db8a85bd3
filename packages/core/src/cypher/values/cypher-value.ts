import type { ScalarValue } from "../../graph/property-value.js";

/** A node of the engine's graph, by slot. Compared by `slot`; properties are read through the graph. */
export class NodeValue {
  readonly slot: number;
  constructor(slot: number) {
    this.slot = slot;
  }
}

/** A relationship of the engine's graph, by slot. */
export class RelationshipValue {
  readonly slot: number;
  constructor(slot: number) {
    this.slot = slot;
  }
}

/** A walk: one node more than relationships, in the order walked. */
export class PathValue {
  readonly nodes: readonly NodeValue[];
  readonly relationships: readonly RelationshipValue[];
  constructor(nodes: readonly NodeValue[], relationships: readonly RelationshipValue[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/**
 * A node that came from elsewhere or has to outlive its graph: what a result shows. The engine turns
 * every {@link NodeValue} into one before a row leaves it.
 */
export class NodeRecord {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: ReadonlyMap<string, CypherValue>;
  constructor(
    elementId: string,
    labels: readonly string[],
    properties: ReadonlyMap<string, CypherValue>,
  ) {
    this.elementId = elementId;
    this.labels = labels;
    this.properties = properties;
  }
}

/** A relationship as a result shows it. */
export class RelationshipRecord {
  readonly elementId: string;
  readonly type: string;
  readonly startElementId: string;
  readonly endElementId: string;
  readonly properties: ReadonlyMap<string, CypherValue>;
  constructor(
    elementId: string,
    type: string,
    startElementId: string,
    endElementId: string,
    properties: ReadonlyMap<string, CypherValue>,
  ) {
    this.elementId = elementId;
    this.type = type;
    this.startElementId = startElementId;
    this.endElementId = endElementId;
    this.properties = properties;
  }
}

/** A path as a result shows it. */
export class PathRecord {
  readonly nodes: readonly NodeRecord[];
  readonly relationships: readonly RelationshipRecord[];
  constructor(nodes: readonly NodeRecord[], relationships: readonly RelationshipRecord[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** Keys in insertion order. A `Map`, so that a key named `__proto__` is a key like any other. */
export type CypherMap = ReadonlyMap<string, CypherValue>;

/**
 * Any value of a query. A plain `number` is an integer within ±2^53, a `bigint` an integer beyond
 * (within 64 bits), a `Float` a float; `null` is null and `undefined` never occurs.
 */
export type CypherValue =
  | null
  | ScalarValue
  | readonly CypherValue[]
  | CypherMap
  | NodeValue
  | RelationshipValue
  | PathValue
  | NodeRecord
  | RelationshipRecord
  | PathRecord;
