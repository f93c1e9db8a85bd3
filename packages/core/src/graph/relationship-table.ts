import { RedthreadError } from "../errors/redthread-error.js";
import { AdjacencyRows } from "./adjacency-rows.js";
import type { PropertyEntries } from "./graph-writer.js";
import { NameDictionary } from "./name-dictionary.js";
import { PropertyTable } from "./property-table.js";
import { SlotAllocator } from "./slot-allocator.js";
import { SlotBits } from "./slot-bits.js";
import { type TypeRows, TypeRowsCache } from "./type-rows.js";
import { grownArray } from "./typed-growth.js";

/** Types are kept in 16 bits. */
const MAX_TYPES = 0xffff;

/** Places of a relationship in the rows of its two ends. */
export interface RowPlaces {
  readonly outgoing: number;
  readonly incoming: number;
}

/** Relationships with ends, type, properties and adjacency, which change together. Knows nothing of undo. */
export class RelationshipTable {
  readonly slots = new SlotAllocator();
  readonly alive = new SlotBits();
  readonly properties = new PropertyTable();
  readonly outgoing = new AdjacencyRows();
  readonly incoming = new AdjacencyRows();
  readonly types = new NameDictionary();
  /** Relationships of each type, by type id. */
  readonly countOf: number[] = [];
  readonly #typeRows = new TypeRowsCache();
  #selfLoops = 0;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #typeOf = new Uint16Array(0);

  get selfLoops(): number {
    return this.#selfLoops;
  }

  /** Rows of one type, or of all when it is null; good until the next change of a relationship. */
  typeRows(direction: "out" | "in", typeId: number | null): TypeRows {
    const rows = direction === "out" ? this.outgoing : this.incoming;
    return this.#typeRows.get(direction, typeId, rows);
  }

  create(type: string, start: number, end: number, properties: PropertyEntries): number {
    const typeId = this.#internType(type);
    const relationship = this.slots.allocate();
    this.#starts = grownArray(this.#starts, relationship + 1);
    this.#ends = grownArray(this.#ends, relationship + 1);
    this.#typeOf = grownArray(this.#typeOf, relationship + 1);
    this.#starts[relationship] = start;
    this.#ends[relationship] = end;
    this.#typeOf[relationship] = typeId;
    this.outgoing.append(start, typeId, relationship, end);
    this.incoming.append(end, typeId, relationship, start);
    this.#count(relationship, 1);
    for (const [key, value] of properties) {
      this.properties.set(relationship, key, value);
    }
    return relationship;
  }

  /** Ends and type stay readable until the slot is used again; the slot is not released. */
  clear(relationship: number): RowPlaces {
    this.properties.clear(relationship);
    this.#count(relationship, -1);
    return {
      outgoing: this.outgoing.remove(this.start(relationship), relationship),
      incoming: this.incoming.remove(this.end(relationship), relationship),
    };
  }

  /** Undoes {@link clear}, properties apart. */
  restore(relationship: number, places: RowPlaces): void {
    const start = this.start(relationship);
    const end = this.end(relationship);
    const type = this.typeId(relationship);
    this.incoming.insert(end, places.incoming, type, relationship, start);
    this.outgoing.insert(start, places.outgoing, type, relationship, end);
    this.#count(relationship, 1);
  }

  start(relationship: number): number {
    return this.#starts[relationship] ?? 0;
  }

  end(relationship: number): number {
    return this.#ends[relationship] ?? 0;
  }

  typeId(relationship: number): number {
    return this.#typeOf[relationship] ?? 0;
  }

  isSelfLoop(relationship: number): boolean {
    return this.start(relationship) === this.end(relationship);
  }

  usedTypes(): string[] {
    const used: string[] = [];
    this.countOf.forEach((count, id) => {
      if (count > 0) {
        used.push(this.types.nameOf(id));
      }
    });
    return used;
  }

  #count(relationship: number, by: 1 | -1): void {
    this.#typeRows.thaw();
    if (by === 1) {
      this.alive.add(relationship);
    } else {
      this.alive.remove(relationship);
    }
    const type = this.typeId(relationship);
    this.countOf[type] = (this.countOf[type] ?? 0) + by;
    if (this.isSelfLoop(relationship)) {
      this.#selfLoops += by;
    }
  }

  #internType(type: string): number {
    const id = this.types.find(type);
    if (id !== -1) {
      return id;
    }
    if (this.types.size === MAX_TYPES) {
      throw new RedthreadError(
        "GRAPH_INVALID",
        `The graph has ${MAX_TYPES} relationship types and cannot take \`${type}\`. Keep what varies in a property instead of the type.`,
      );
    }
    this.countOf.push(0);
    return this.types.intern(type);
  }
}
