/*
 * The relationships of one type (or of any type) in one direction, node by node. They are read from the
 * gapped rows as they stand, by search; once so many nodes have been asked for that a copy pays, the
 * type is frozen: offsets and two flat columns, where a row is two look-ups. A write to any
 * relationship thaws it. Freezing is O(nodes + relationships of the type), 8 bytes a relationship and
 * 4 a node.
 */
import type { AdjacencyRows } from "./adjacency-rows.js";

/** Nodes asked for, as a share of all, at which a copy pays. */
const FREEZE_SHARE = 8;

export class TypeRows {
  readonly #rows: AdjacencyRows;
  /** Null: relationships of any type, whose rows need no search. */
  readonly #type: number | null;
  #offsets: Int32Array | null = null;
  #neighbours = new Int32Array(0);
  #relationships = new Int32Array(0);
  #asked = 0;

  constructor(rows: AdjacencyRows, type: number | null) {
    this.#rows = rows;
    this.#type = type;
  }

  /** Once frozen: where the row of each node begins, which is where that of the node before ends. */
  get offsets(): Int32Array | null {
    return this.#offsets;
  }

  /** The other end of each relationship; read it again after {@link ask}. */
  get neighbours(): Int32Array {
    return this.#offsets === null ? this.#rows.neighbours : this.#neighbours;
  }

  /** Relationship slots, parallel to {@link neighbours}. */
  get relationships(): Int32Array {
    return this.#offsets === null ? this.#rows.relationships : this.#relationships;
  }

  /** Announces that the rows of so many nodes are about to be read, in a graph of so many slots. */
  ask(nodes: number, nodeSlots: number): void {
    if (this.#offsets !== null || this.#type === null) {
      return;
    }
    this.#asked += nodes;
    if (this.#asked * FREEZE_SHARE > nodeSlots) {
      this.#freeze(this.#type, nodeSlots);
    }
  }

  start(node: number): number {
    const offsets = this.#offsets;
    if (offsets !== null) {
      return offsets[node] ?? 0;
    }
    return this.#type === null ? this.#rows.rowStart(node) : this.#rows.typeStart(node, this.#type);
  }

  end(node: number): number {
    const offsets = this.#offsets;
    if (offsets !== null) {
      return offsets[node + 1] ?? offsets[node] ?? 0;
    }
    return this.#type === null ? this.#rows.rowEnd(node) : this.#rows.typeEnd(node, this.#type);
  }

  #freeze(type: number, nodeSlots: number): void {
    const rows = this.#rows;
    const starts = new Int32Array(nodeSlots);
    const offsets = new Int32Array(nodeSlots + 1);
    let total = 0;
    for (let node = 0; node < nodeSlots; node += 1) {
      const start = rows.typeStart(node, type);
      starts[node] = start;
      total += start === rows.rowEnd(node) ? 0 : rows.typeEnd(node, type) - start;
      offsets[node + 1] = total;
    }
    const neighbours = new Int32Array(total);
    const relationships = new Int32Array(total);
    for (let node = 0; node < nodeSlots; node += 1) {
      let from = starts[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      for (let to = offsets[node] ?? 0; to < end; to += 1) {
        neighbours[to] = rows.neighbours[from] ?? 0;
        relationships[to] = rows.relationships[from] ?? 0;
        from += 1;
      }
    }
    this.#offsets = offsets;
    this.#neighbours = neighbours;
    this.#relationships = relationships;
  }
}

/** The rows by type and direction, as long as no relationship comes or goes. */
export class TypeRowsCache {
  readonly #known = new Map<string, TypeRows>();

  get(direction: "out" | "in", type: number | null, rows: AdjacencyRows): TypeRows {
    const key = `${direction} ${type}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = new TypeRows(rows, type);
      this.#known.set(key, known);
    }
    return known;
  }

  thaw(): void {
    if (this.#known.size > 0) {
      this.#known.clear();
    }
  }
}
