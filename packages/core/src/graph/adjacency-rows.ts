/*
 * Adjacency of one direction as gapped rows: a node owns a block of 2^k entries in three parallel
 * pools, sorted by type and, within a type, by insertion. An insert shifts the tail of the row or
 * moves a full row to a block twice the size; a removal closes the gap from the nearer end, so that
 * emptying a row in either direction costs O(1) each; freed blocks are kept by size and used again.
 * Typed expand finds its part by binary search (linear up to 16 entries), untyped expand reads the
 * row from end to end. 10 bytes an entry and 13 a node.
 */
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import { grownArray } from "./typed-growth.js";

const LINEAR_SEARCH_LIMIT = 16;
const NO_BLOCK = 0xff;

export class AdjacencyRows {
  #relationships = new Int32Array(0);
  #neighbours = new Int32Array(0);
  #types = new Uint16Array(0);
  #poolEnd = 0;
  /** Where the block of each node begins; its row may begin later. */
  #bases = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #lengths = new Uint32Array(0);
  /** Exponent of the block size, {@link NO_BLOCK} where the node has none. */
  #sizes = new Uint8Array(0);
  readonly #freeBlocks: number[][] = [];

  /**
   * Rows one behind the other, as {@link save} wrote them. A row has a block of its own length then, which
   * counts as one of the next smaller size: it moves to a whole one as soon as it grows.
   */
  static restored(sections: SectionReader, prefix: string): AdjacencyRows {
    const rows = new AdjacencyRows();
    const ends = sections.uint32(`${prefix}ends`);
    rows.#relationships = sections.int32(`${prefix}relationships`);
    rows.#neighbours = sections.int32(`${prefix}neighbours`);
    rows.#types = sections.uint16(`${prefix}types`);
    rows.#poolEnd = rows.#relationships.length;
    rows.#starts = new Uint32Array(ends.length);
    rows.#lengths = new Uint32Array(ends.length);
    rows.#sizes = new Uint8Array(ends.length).fill(NO_BLOCK);
    let start = 0;
    for (let node = 0; node < ends.length; node += 1) {
      const length = (ends[node] ?? 0) - start;
      rows.#starts[node] = start;
      rows.#lengths[node] = length;
      if (length > 0) {
        rows.#sizes[node] = 31 - Math.clz32(length);
      }
      start += length;
    }
    rows.#bases = rows.#starts.slice();
    return rows;
  }

  /** Writes the rows of all nodes one behind the other, without gaps. */
  save(sections: SectionWriter, prefix: string, nodeSlots: number): void {
    const ends = new Uint32Array(nodeSlots);
    let total = 0;
    for (let node = 0; node < nodeSlots; node += 1) {
      total += this.#lengths[node] ?? 0;
      ends[node] = total;
    }
    const relationships = new Int32Array(total);
    const neighbours = new Int32Array(total);
    const types = new Uint16Array(total);
    for (let node = 0; node < nodeSlots; node += 1) {
      const [from, end] = [this.rowStart(node), this.rowEnd(node)];
      const to = (ends[node] ?? 0) - (end - from);
      relationships.set(this.#relationships.subarray(from, end), to);
      neighbours.set(this.#neighbours.subarray(from, end), to);
      types.set(this.#types.subarray(from, end), to);
    }
    sections.put(`${prefix}ends`, ends);
    sections.put(`${prefix}relationships`, relationships);
    sections.put(`${prefix}neighbours`, neighbours);
    sections.put(`${prefix}types`, types);
  }

  /** Relationship slots of all rows. A write may replace the array: read it again afterwards. */
  get relationships(): Int32Array {
    return this.#relationships;
  }

  /** The other end of each relationship, parallel to {@link relationships}. */
  get neighbours(): Int32Array {
    return this.#neighbours;
  }

  rowStart(node: number): number {
    return this.#starts[node] ?? 0;
  }

  rowEnd(node: number): number {
    return (this.#starts[node] ?? 0) + (this.#lengths[node] ?? 0);
  }

  /** First position in the row of `node` with the type, {@link typeEnd} when it has none. */
  typeStart(node: number, type: number): number {
    return this.#firstNotBelow(this.rowStart(node), this.rowEnd(node), type);
  }

  typeEnd(node: number, type: number): number {
    return this.#firstNotBelow(this.rowStart(node), this.rowEnd(node), type + 1);
  }

  /** Adds behind the relationships of the same type; returns the place in the row, for undo. */
  append(node: number, type: number, relationship: number, neighbour: number): number {
    const at = this.typeEnd(node, type) - this.rowStart(node);
    this.insert(node, at, type, relationship, neighbour);
    return at;
  }

  insert(node: number, at: number, type: number, relationship: number, neighbour: number): void {
    const length = this.#lengths[node] ?? 0;
    this.#makeRoom(node, length + 1);
    const start = this.rowStart(node);
    const position = start + at;
    this.#move(position, position + 1, length - at);
    this.#relationships[position] = relationship;
    this.#neighbours[position] = neighbour;
    this.#types[position] = type;
    this.#lengths[node] = length + 1;
  }

  /** Takes a relationship out, the others keep their order; returns its place in the row. */
  remove(node: number, relationship: number): number {
    const start = this.rowStart(node);
    const end = this.rowEnd(node);
    const position = this.#positionOf(relationship, start, end);
    if (position === -1) {
      throw new TypeError(`node ${node} has no relationship ${relationship}`);
    }
    if (position - start < end - 1 - position) {
      this.#move(start, start + 1, position - start);
      this.#starts[node] = start + 1;
    } else {
      this.#move(position + 1, position, end - 1 - position);
    }
    this.#lengths[node] = end - start - 1;
    if (end - start === 1) {
      this.#freeBlock(node);
    }
    return position - start;
  }

  /** Looks from both ends at once: what goes is mostly the oldest or the newest. */
  #positionOf(relationship: number, start: number, end: number): number {
    const relationships = this.#relationships;
    for (let low = start, high = end - 1; low <= high; low += 1, high -= 1) {
      if (relationships[low] === relationship) {
        return low;
      }
      if (relationships[high] === relationship) {
        return high;
      }
    }
    return -1;
  }

  #move(from: number, to: number, count: number): void {
    if (count > 0) {
      this.#relationships.copyWithin(to, from, from + count);
      this.#neighbours.copyWithin(to, from, from + count);
      this.#types.copyWithin(to, from, from + count);
    }
  }

  #firstNotBelow(start: number, end: number, type: number): number {
    const types = this.#types;
    let low = start;
    if (end - start <= LINEAR_SEARCH_LIMIT) {
      while (low < end && (types[low] ?? 0) < type) {
        low += 1;
      }
      return low;
    }
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((types[middle] ?? 0) < type) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Makes the place behind the last entry free. */
  #makeRoom(node: number, needed: number): void {
    this.#growNodes(node + 1);
    const size = this.#sizes[node] ?? NO_BLOCK;
    if (size === NO_BLOCK) {
      this.#giveBlock(node, 0);
      return;
    }
    const base = this.#bases[node] ?? 0;
    const start = this.rowStart(node);
    const capacity = 1 << size;
    if (start - base + needed <= capacity) {
      return;
    }
    const length = this.rowEnd(node) - start;
    // A wide gap before the row is used up, a narrow one is not worth moving everything for.
    if ((start - base) * 4 >= capacity) {
      this.#move(start, base, length);
      this.#starts[node] = base;
      return;
    }
    this.#freeBlock(node);
    this.#giveBlock(node, size + 1);
    this.#move(start, this.rowStart(node), length);
  }

  #giveBlock(node: number, size: number): void {
    const base = this.#takeBlock(size);
    this.#bases[node] = base;
    this.#starts[node] = base;
    this.#sizes[node] = size;
  }

  #takeBlock(size: number): number {
    const freed = this.#freeBlocks[size]?.pop();
    if (freed !== undefined) {
      return freed;
    }
    const start = this.#poolEnd;
    this.#poolEnd += 1 << size;
    this.#relationships = grownArray(this.#relationships, this.#poolEnd);
    this.#neighbours = grownArray(this.#neighbours, this.#poolEnd);
    this.#types = grownArray(this.#types, this.#poolEnd);
    return start;
  }

  #freeBlock(node: number): void {
    const size = this.#sizes[node] ?? NO_BLOCK;
    while (this.#freeBlocks.length <= size) {
      this.#freeBlocks.push([]);
    }
    this.#freeBlocks[size]?.push(this.#bases[node] ?? 0);
    this.#sizes[node] = NO_BLOCK;
  }

  #growNodes(count: number): void {
    const before = this.#sizes.length;
    if (count <= before) {
      return;
    }
    this.#bases = grownArray(this.#bases, count);
    this.#starts = grownArray(this.#starts, count);
    this.#lengths = grownArray(this.#lengths, count);
    this.#sizes = grownArray(this.#sizes, count).fill(NO_BLOCK, before);
  }
}
