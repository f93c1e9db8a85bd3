import type { GraphReader } from "./graph-reader.js";
import type { PropertyValue } from "./property-value.js";

export type PropertyEntries = Iterable<readonly [string, PropertyValue]>;

/** What a statement changed, in the TCK's terms; labels and properties are counted as Neo4j counts them. */
export interface ChangeCounts {
  nodesCreated: number;
  nodesDeleted: number;
  relationshipsCreated: number;
  relationshipsDeleted: number;
  labelsAdded: number;
  labelsRemoved: number;
  propertiesSet: number;
}

/** A count of nothing, to add to. */
export const noChanges = (): ChangeCounts => ({
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
  propertiesSet: 0,
});

/**
 * The one write path of a property graph: columns, adjacency, indexes and undo log change together.
 * Setting a property to `undefined` removes it.
 */
export interface GraphWriter extends GraphReader {
  createNode(labels: Iterable<string>, properties: PropertyEntries): number;
  createRelationship(type: string, start: number, end: number, properties: PropertyEntries): number;
  /** @throws RedthreadError `GRAPH_INVALID` while relationships are left; Cypher checks at the end of the statement. */
  deleteNode(node: number): void;
  deleteRelationship(relationship: number): void;
  addLabel(node: number, label: string): void;
  removeLabel(node: number, label: string): void;
  setNodeProperty(node: number, key: string, value: PropertyValue | undefined): void;
  setRelationshipProperty(
    relationship: number,
    key: string,
    value: PropertyValue | undefined,
  ): void;

  /** Starts recording; every change until {@link commit} or {@link rollback} can be undone. Not nested. */
  begin(): void;
  /** Keeps the changes and forgets how to undo them; slots deleted in between become reusable. */
  commit(): void;
  /** Restores the graph to {@link begin}, slots and order included. */
  rollback(): void;
}
