import type { PropertyGraph } from "../../graph/property-graph.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  PathRecord,
  PathValue,
  RelationshipRecord,
  RelationshipValue,
} from "../values/cypher-value.js";
import { elementIdOfNode, elementIdOfRelationship } from "../values/element-id.js";
import { isList, isMap } from "../values/is-value.js";

/** Records kept for elements that are returned again, as paths do; dropped together when full. */
const MAX_KEPT = 20_000;

/** Turns values of the engine into values that outlive it: elements become records with all they carry. */
export class RecordMaker {
  readonly #graph: PropertyGraph;
  readonly #keeps: boolean;
  #nodes: Map<number, NodeRecord> | null = null;
  #relationships: Map<number, RelationshipRecord> | null = null;

  /** `keeps`: the graph does not change meanwhile, so a record may be given out twice. */
  constructor(graph: PropertyGraph, keeps: boolean) {
    this.#graph = graph;
    this.#keeps = keeps;
  }

  toRecord(value: CypherValue): CypherValue {
    if (value === null || typeof value !== "object") {
      return value;
    }
    if (value instanceof NodeValue) {
      return this.#node(value.slot);
    }
    if (value instanceof RelationshipValue) {
      return this.#relationship(value.slot);
    }
    if (value instanceof PathValue) {
      return new PathRecord(
        value.nodes.map(({ slot }) => this.#node(slot)),
        value.relationships.map(({ slot }) => this.#relationship(slot)),
      );
    }
    if (isList(value)) {
      return this.#list(value);
    }
    return isMap(value) ? this.#map(value) : value;
  }

  /** A list without elements stays what it is: parts that are shared stay shared. */
  #list(list: readonly CypherValue[]): readonly CypherValue[] {
    if (list.every(isPlain)) {
      return list;
    }
    const records = list.map((item) => this.toRecord(item));
    return records.every((record, at) => record === list[at]) ? list : records;
  }

  #map(map: CypherMap): CypherMap {
    const records = new Map([...map].map(([key, item]) => [key, this.toRecord(item)]));
    return [...map].every(([key, item]) => records.get(key) === item) ? map : records;
  }

  #node(slot: number): NodeRecord {
    this.#nodes ??= new Map();
    const kept = this.#nodes.get(slot);
    if (kept !== undefined) {
      return kept;
    }
    const graph = this.#graph;
    // A deleted node can still be returned; nothing is left of it but its identity.
    const isLive = graph.hasNode(slot);
    const record = new NodeRecord(
      elementIdOfNode(slot),
      isLive ? graph.labelsOf(slot) : [],
      new Map(
        (isLive ? graph.nodePropertyKeys(slot) : []).map((key) => [
          key,
          graph.nodeProperty(slot, key) ?? null,
        ]),
      ),
    );
    this.#keep(this.#nodes, slot, record);
    return record;
  }

  #relationship(slot: number): RelationshipRecord {
    this.#relationships ??= new Map();
    const kept = this.#relationships.get(slot);
    if (kept !== undefined) {
      return kept;
    }
    const graph = this.#graph;
    const keys = graph.hasRelationship(slot) ? graph.relationshipPropertyKeys(slot) : [];
    const record = new RelationshipRecord(
      elementIdOfRelationship(slot),
      graph.typeOf(slot),
      elementIdOfNode(graph.startOf(slot)),
      elementIdOfNode(graph.endOf(slot)),
      new Map(keys.map((key) => [key, graph.relationshipProperty(slot, key) ?? null])),
    );
    this.#keep(this.#relationships, slot, record);
    return record;
  }

  #keep<T>(kept: Map<number, T>, slot: number, record: T): void {
    if (this.#keeps) {
      if (kept.size >= MAX_KEPT) {
        kept.clear();
      }
      kept.set(slot, record);
    }
  }
}

function isPlain(value: CypherValue): boolean {
  return value === null || typeof value !== "object";
}
