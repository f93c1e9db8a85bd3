import { RedthreadError } from "../errors/redthread-error.js";
import type { AdjacencyRows } from "./adjacency-rows.js";
import type { Direction, ExpandVisitor } from "./graph-reader.js";
import { GraphSchema } from "./graph-schema.js";
import type { GraphWriter, PropertyEntries } from "./graph-writer.js";
import { NodeTable } from "./node-table.js";
import type { PropertyColumn } from "./property-column.js";
import type { PropertyTable } from "./property-table.js";
import type { PropertyValue } from "./property-value.js";
import { RelationshipTable } from "./relationship-table.js";
import type { SlotBits } from "./slot-bits.js";
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import type { TypeRows } from "./type-rows.js";
import { UndoLog } from "./undo-log.js";

/** The sizes of the tables in a snapshot. */
interface SavedSizes {
  readonly nodes: number;
  readonly relationships: number;
  readonly version: number;
}

/**
 * A labelled property graph in columns: dense slots, label sets, gapped adjacency rows, a typed column
 * a property key. Neighbours come by type (in the order types were first used) and then by insertion.
 * The graph must not change while one of its visitors runs; lists given as property values are kept
 * as they are and must not change afterwards.
 */
export class PropertyGraph implements GraphWriter {
  #nodes = new NodeTable();
  #relationships = new RelationshipTable();
  readonly #undo = new UndoLog();
  /** Rules that every statement has to leave standing. */
  readonly schema = new GraphSchema();
  #version = 0;

  /** A graph whose parts are read from a snapshot when they are first asked for. */
  static restored(sections: SectionReader): PropertyGraph {
    const graph = new PropertyGraph();
    const { nodes, relationships, version } = sections.json<SavedSizes>("sizes");
    graph.#nodes = NodeTable.restored(sections, nodes);
    graph.#relationships = RelationshipTable.restored(sections, relationships);
    graph.#version = version;
    return graph;
  }

  /** Writes what {@link restored} reads; false for a graph with gaps, of which no snapshot is made. */
  save(sections: SectionWriter): boolean {
    const [nodes, relationships] = [this.#nodes, this.#relationships];
    if (!nodes.slots.isDense || !relationships.slots.isDense) {
      return false;
    }
    const sizes: SavedSizes = {
      nodes: nodes.slots.end,
      relationships: relationships.slots.end,
      version: this.#version,
    };
    sections.putJson("sizes", sizes);
    nodes.save(sections);
    relationships.save(sections, nodes.slots.end);
    return true;
  }

  get nodeCount(): number {
    return this.#nodes.alive.count;
  }
  get relationshipCount(): number {
    return this.#relationships.alive.count;
  }
  get version(): number {
    return this.#version;
  }
  /** One more than the highest node slot in use; columns and marks of this length hold every node. */
  get nodeSlots(): number {
    return this.#nodes.slots.end;
  }
  get relationshipSlots(): number {
    return this.#relationships.slots.end;
  }
  /** Rows of relationships that leave a node, for tight loops; typed by {@link typeIdOf}. */
  get outgoing(): AdjacencyRows {
    return this.#relationships.outgoing;
  }
  get incoming(): AdjacencyRows {
    return this.#relationships.incoming;
  }

  /** Rows of one type, or of all when it is null, for long runs; get them again after a write. */
  typeRows(direction: "out" | "in", typeId: number | null): TypeRows {
    return this.#relationships.typeRows(direction, typeId);
  }
  /** Relationships that start where they end. */
  get selfLoops(): number {
    return this.#relationships.selfLoops;
  }

  hasNode(node: number): boolean {
    return this.#nodes.alive.has(node);
  }
  hasRelationship(relationship: number): boolean {
    return this.#relationships.alive.has(relationship);
  }
  forEachNode(label: string | null, visit: (node: number) => boolean | undefined): void {
    (label === null ? this.#nodes.alive : this.#nodes.withLabel(label))?.walk(visit);
  }
  forEachRelationship(
    type: string | null,
    visit: (relationship: number) => boolean | undefined,
  ): void {
    if (type === null) {
      this.#relationships.alive.walk(visit);
      return;
    }
    const typeId = this.typeIdOf(type);
    if (typeId !== -1) {
      this.#relationships.alive.walk((relationship) =>
        this.#relationships.typeId(relationship) === typeId ? visit(relationship) : true,
      );
    }
  }

  labelsOf(node: number): readonly string[] {
    return this.#nodes.labels(node);
  }
  hasLabel(node: number, label: string): boolean {
    return this.#nodes.hasLabel(node, label);
  }
  typeOf(relationship: number): string {
    return this.#relationships.types.nameOf(this.#relationships.typeId(relationship));
  }
  startOf(relationship: number): number {
    return this.#relationships.start(relationship);
  }
  endOf(relationship: number): number {
    return this.#relationships.end(relationship);
  }
  /** -1 when no relationship ever had the type. */
  typeIdOf(type: string): number {
    return this.#relationships.types.find(type);
  }
  relationshipTypeId(relationship: number): number {
    return this.#relationships.typeId(relationship);
  }
  /** All nodes, as bits. */
  get nodes(): SlotBits {
    return this.#nodes.alive;
  }
  /** All relationships, as bits. */
  get relationships(): SlotBits {
    return this.#relationships.alive;
  }
  /** The nodes that carry the label, as bits; undefined when none ever did. */
  nodesWithLabel(label: string): SlotBits | undefined {
    return this.#nodes.withLabel(label);
  }

  nodeProperty(node: number, key: string): PropertyValue | undefined {
    return this.#nodes.properties.get(node, key);
  }
  nodePropertyKeys(node: number): readonly string[] {
    return this.#nodes.properties.keys(node);
  }
  relationshipProperty(relationship: number, key: string): PropertyValue | undefined {
    return this.#relationships.properties.get(relationship, key);
  }
  relationshipPropertyKeys(relationship: number): readonly string[] {
    return this.#relationships.properties.keys(relationship);
  }
  /** The column of a property key, for tight loops. */
  nodeColumn(key: string): PropertyColumn | undefined {
    return this.#nodes.properties.column(key);
  }
  relationshipColumn(key: string): PropertyColumn | undefined {
    return this.#relationships.properties.column(key);
  }

  expand(
    node: number,
    direction: Direction,
    types: readonly string[] | null,
    visit: ExpandVisitor,
  ): void {
    const typeIds = types === null ? null : this.#typeIdsOf(types);
    if (direction !== "in" && !visitRow(this.outgoing, node, typeIds, false, visit)) {
      return;
    }
    if (direction !== "out") {
      const skipLoops = direction === "both" && this.#relationships.selfLoops > 0;
      visitRow(this.incoming, node, typeIds, skipLoops, visit);
    }
  }

  degree(node: number, direction: Direction, types: readonly string[] | null): number {
    const typeIds = types === null ? null : this.#typeIdsOf(types);
    if (direction !== "both") {
      return rowLength(direction === "out" ? this.outgoing : this.incoming, node, typeIds);
    }
    const ends = rowLength(this.outgoing, node, typeIds) + rowLength(this.incoming, node, typeIds);
    return this.#relationships.selfLoops === 0 ? ends : ends - this.#loopsAt(node, typeIds);
  }

  labels(): readonly string[] {
    return this.#nodes.usedLabels().sort();
  }
  relationshipTypes(): readonly string[] {
    return this.#relationships.usedTypes().sort();
  }
  propertyKeys(): readonly string[] {
    return [
      ...new Set([
        ...this.#nodes.properties.usedKeys(),
        ...this.#relationships.properties.usedKeys(),
      ]),
    ].sort();
  }
  countWithLabel(label: string): number {
    return this.#nodes.withLabel(label)?.count ?? 0;
  }
  countWithType(type: string): number {
    return this.#relationships.countOf[this.typeIdOf(type)] ?? 0;
  }

  findNodes(label: string, key: string, value: PropertyValue): readonly number[] {
    return this.#nodes.find(label, key, value);
  }

  createNode(labels: Iterable<string>, properties: PropertyEntries): number {
    // Read both to their end first: an iterable that throws must leave nothing half made.
    const entries = listed(properties);
    const names = listed(labels);
    this.#version += 1;
    const endBefore = this.#nodes.slots.end;
    const node = this.#nodes.create(names, entries);
    this.schema.touch(node);
    this.#undo.push(() => {
      this.#nodes.clear(node);
      this.#nodes.slots.takeBack(node, node === endBefore);
    });
    return node;
  }

  createRelationship(
    type: string,
    start: number,
    end: number,
    properties: PropertyEntries,
  ): number {
    this.#requireNode(start);
    this.#requireNode(end);
    const entries = listed(properties);
    this.#version += 1;
    const table = this.#relationships;
    const endBefore = table.slots.end;
    const typesBefore = table.types.size;
    const relationship = table.create(type, start, end, entries);
    const isNewType = table.types.size > typesBefore;
    this.#undo.push(() => {
      table.clear(relationship);
      table.slots.takeBack(relationship, relationship === endBefore);
      if (isNewType) {
        table.types.dropLast();
        table.countOf.pop();
      }
    });
    return relationship;
  }

  deleteNode(node: number): void {
    this.#requireNode(node);
    const degree = this.degree(node, "both", null);
    if (degree > 0) {
      throw new RedthreadError(
        "GRAPH_INVALID",
        `Node ${node} still has ${degree} relationships, so it cannot be deleted. Delete them first.`,
      );
    }
    this.#version += 1;
    const nodes = this.#nodes;
    if (this.#undo.isOpen) {
      const labelSet = nodes.labelSetOf(node);
      const properties = entriesOf(nodes.properties, node);
      this.#undo.push(() => {
        nodes.slots.reclaim();
        nodes.alive.add(node);
        for (const [key, value] of properties) {
          nodes.setProperty(node, key, value);
        }
        nodes.restoreLabels(node, labelSet);
      });
    }
    nodes.clear(node);
    nodes.slots.release(node);
    this.#settleOutsideStatement();
  }

  deleteRelationship(relationship: number): void {
    this.#requireRelationship(relationship);
    this.#version += 1;
    const table = this.#relationships;
    const properties = this.#undo.isOpen ? entriesOf(table.properties, relationship) : [];
    const places = table.clear(relationship);
    table.slots.release(relationship);
    this.#undo.push(() => {
      table.slots.reclaim();
      table.restore(relationship, places);
      for (const [key, value] of properties) {
        table.properties.set(relationship, key, value);
      }
    });
    this.#settleOutsideStatement();
  }

  addLabel(node: number, label: string): void {
    this.#changeLabels(node, () => this.#nodes.addLabel(node, label));
  }

  removeLabel(node: number, label: string): void {
    this.#changeLabels(node, () => this.#nodes.removeLabel(node, label));
  }

  setNodeProperty(node: number, key: string, value: PropertyValue | undefined): void {
    this.#requireNode(node);
    this.#version += 1;
    this.schema.touch(node);
    if (this.#undo.isOpen) {
      const before = this.#nodes.properties.before(node, key);
      this.#undo.push(() => this.#nodes.restoreProperty(node, key, before));
    }
    this.#nodes.setProperty(node, key, value);
  }

  setRelationshipProperty(
    relationship: number,
    key: string,
    value: PropertyValue | undefined,
  ): void {
    this.#requireRelationship(relationship);
    this.#version += 1;
    const { properties } = this.#relationships;
    if (this.#undo.isOpen) {
      const before = properties.before(relationship, key);
      this.#undo.push(() => properties.restore(relationship, key, before));
    }
    properties.set(relationship, key, value);
  }

  begin(): void {
    this.#undo.open();
  }

  /** @throws RedthreadError `GRAPH_INVALID` when a rule of the schema is broken; the statement stays open */
  commit(): void {
    this.schema.check(this);
    this.#undo.close();
    this.#nodes.slots.settle();
    this.#relationships.slots.settle();
  }

  rollback(): void {
    this.#version += 1;
    this.schema.forgetTouched();
    this.#undo.replay();
  }

  #changeLabels(node: number, change: () => void): void {
    this.#requireNode(node);
    const before = this.#nodes.labelSetOf(node);
    change();
    if (this.#nodes.labelSetOf(node) !== before) {
      this.#version += 1;
      this.schema.touch(node);
      this.#undo.push(() => this.#nodes.restoreLabels(node, before));
    }
  }

  #settleOutsideStatement(): void {
    if (!this.#undo.isOpen) {
      this.#nodes.slots.settle();
      this.#relationships.slots.settle();
    }
  }

  #typeIdsOf(types: readonly string[]): number[] {
    const ids: number[] = [];
    for (const type of types) {
      const id = this.typeIdOf(type);
      if (id !== -1 && !ids.includes(id)) {
        ids.push(id);
      }
    }
    return ids;
  }

  #loopsAt(node: number, typeIds: readonly number[] | null): number {
    let loops = 0;
    visitRow(this.outgoing, node, typeIds, false, (_relationship, neighbour) => {
      loops += neighbour === node ? 1 : 0;
      return true;
    });
    return loops;
  }

  #requireNode(node: number): void {
    if (!this.#nodes.alive.has(node)) {
      throw new TypeError(`no node has the slot ${node}`);
    }
  }

  #requireRelationship(relationship: number): void {
    if (!this.#relationships.alive.has(relationship)) {
      throw new TypeError(`no relationship has the slot ${relationship}`);
    }
  }
}

const listed = <T>(items: Iterable<T>): readonly T[] => (Array.isArray(items) ? items : [...items]);

function entriesOf(table: PropertyTable, slot: number): [string, PropertyValue][] {
  const entries: [string, PropertyValue][] = [];
  for (const key of table.keys(slot)) {
    const value = table.get(slot, key);
    if (value !== undefined) {
      entries.push([key, value]);
    }
  }
  return entries;
}

function rowLength(rows: AdjacencyRows, node: number, typeIds: readonly number[] | null): number {
  if (typeIds === null) {
    return rows.rowEnd(node) - rows.rowStart(node);
  }
  let length = 0;
  for (const typeId of typeIds) {
    length += rows.typeEnd(node, typeId) - rows.typeStart(node, typeId);
  }
  return length;
}

/** False when the visitor stopped. */
function visitRow(
  rows: AdjacencyRows,
  node: number,
  typeIds: readonly number[] | null,
  skipLoops: boolean,
  visit: ExpandVisitor,
): boolean {
  if (typeIds === null) {
    return visitRange(rows, node, rows.rowStart(node), rows.rowEnd(node), skipLoops, visit);
  }
  return typeIds.every((typeId) =>
    visitRange(
      rows,
      node,
      rows.typeStart(node, typeId),
      rows.typeEnd(node, typeId),
      skipLoops,
      visit,
    ),
  );
}

function visitRange(
  rows: AdjacencyRows,
  node: number,
  start: number,
  end: number,
  skipLoops: boolean,
  visit: ExpandVisitor,
): boolean {
  const { relationships, neighbours } = rows;
  for (let at = start; at < end; at += 1) {
    const neighbour = neighbours[at] ?? 0;
    if (!(skipLoops && neighbour === node) && visit(relationships[at] ?? 0, neighbour) === false) {
      return false;
    }
  }
  return true;
}
