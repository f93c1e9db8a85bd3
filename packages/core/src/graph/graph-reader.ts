import type { PropertyValue } from "./property-value.js";

/** Which way relationships are followed from a node. `both` yields a self-loop once. */
export type Direction = "out" | "in" | "both";

/** Called once a relationship; `neighbour` is the other end. Return false to stop. */
export type ExpandVisitor = (relationship: number, neighbour: number) => boolean | undefined;

/**
 * Reading side of a property graph. Nodes and relationships are dense integer slots: a slot stays
 * valid until its element is deleted and may be reused afterwards. Every order is stable: nodes and
 * relationships by slot, properties and labels by first insertion.
 */
export interface GraphReader {
  readonly nodeCount: number;
  readonly relationshipCount: number;
  /** Rises with every change; caches compare it. */
  readonly version: number;

  hasNode(node: number): boolean;
  hasRelationship(relationship: number): boolean;
  /** Calls `visit` for each node that carries the label, or for each node when it is null. Return false to stop. */
  forEachNode(label: string | null, visit: (node: number) => boolean | undefined): void;
  /** Calls `visit` for each relationship of the type, or for each one when it is null. Return false to stop. */
  forEachRelationship(
    type: string | null,
    visit: (relationship: number) => boolean | undefined,
  ): void;

  labelsOf(node: number): readonly string[];
  hasLabel(node: number, label: string): boolean;
  typeOf(relationship: number): string;
  startOf(relationship: number): number;
  endOf(relationship: number): number;

  nodeProperty(node: number, key: string): PropertyValue | undefined;
  nodePropertyKeys(node: number): readonly string[];
  relationshipProperty(relationship: number, key: string): PropertyValue | undefined;
  relationshipPropertyKeys(relationship: number): readonly string[];

  /** Follows relationships of the given types (all when null) from a node. O(degree) per type. */
  expand(
    node: number,
    direction: Direction,
    types: readonly string[] | null,
    visit: ExpandVisitor,
  ): void;
  degree(node: number, direction: Direction, types: readonly string[] | null): number;

  /** All in use at least once, sorted by code unit. */
  labels(): readonly string[];
  relationshipTypes(): readonly string[];
  propertyKeys(): readonly string[];
  countWithLabel(label: string): number;
  countWithType(type: string): number;

  /**
   * Nodes with the label whose property equals the scalar (Cypher equality: 1 = 1.0), in slot order,
   * from a hash index built on first use and kept in step by writes.
   */
  findNodes(label: string, key: string, value: PropertyValue): readonly number[];
}
