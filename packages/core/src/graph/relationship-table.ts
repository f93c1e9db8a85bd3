import { RedthreadError } from "../errors/redthread-error.js";
import { AdjacencyRows } from "./adjacency-rows.js";
import type { PropertyEntries } from "./graph-writer.js";
import { NameDictionary } from "./name-dictionary.js";
import { PropertyTable } from "./property-table.js";
import { SlotAllocator } from "./slot-allocator.js";
import { SlotBits } from "./slot-bits.js";
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import { type TypeRows, TypeRowsCache } from "./type-rows.js";
import { grownArray } from "./typed-growth.js";

/** Types are kept in 16 bits. */
const MAX_TYPES = 0xffff;

/** The types in a snapshot, by their ids. */
interface SavedTypes {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly selfLoops: number;
}

/** Places of a relationship in the rows of its two ends. */
export interface RowPlaces {
  readonly outgoing: number;
  readonly incoming: number;
}

/** Relationships with ends, type, properties and adjacency, which change together. Knows nothing of undo. */
export class RelationshipTable {
  readonly slots = new SlotAllocator();
  #alive = new SlotBits();
  #properties = new PropertyTable();
  #outgoing: AdjacencyRows | null = new AdjacencyRows();
  #incoming: AdjacencyRows | null = new AdjacencyRows();
  /** The snapshot that still has rows or ends of the table. */
  #saved: SectionReader | null = null;
  readonly types = new NameDictionary();
  /** Relationships of each type, by type id. */
  readonly countOf: number[] = [];
  readonly #typeRows = new TypeRowsCache();
  #selfLoops = 0;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #typeOf = new Uint16Array(0);
  #hasEnds = true;

  static restored(sections: SectionReader, count: number): RelationshipTable {
    const table = new RelationshipTable();
    table.slots.end = count;
    table.#alive = SlotBits.upTo(count);
    table.#properties = PropertyTable.restored(sections, "relationship ");
    const { names, counts, selfLoops } = sections.json<SavedTypes>("relationship types");
    for (const name of names) table.types.intern(name);
    table.countOf.push(...counts);
    table.#selfLoops = selfLoops;
    table.#saved = sections;
    table.#outgoing = null;
    table.#incoming = null;
    table.#hasEnds = false;
    return table;
  }

  /** Writes what {@link restored} reads; all slots up to the last are in use. */
  save(sections: SectionWriter, nodeSlots: number): void {
    const { end } = this.slots;
    this.#properties.save(sections, "relationship ", end);
    const names = this.countOf.map((_, id) => this.types.nameOf(id));
    const types: SavedTypes = { names, counts: this.countOf, selfLoops: this.#selfLoops };
    sections.putJson("relationship types", types);
    this.#readEnds();
    sections.put("relationship starts", this.#starts.slice(0, end));
    sections.put("relationship ends", this.#ends.slice(0, end));
    sections.put("relationship type of", this.#typeOf.slice(0, end));
    this.outgoing.save(sections, "outgoing ", nodeSlots);
    this.incoming.save(sections, "incoming ", nodeSlots);
  }

  get alive(): SlotBits {
    return this.#alive;
  }
  get properties(): PropertyTable {
    return this.#properties;
  }
  get outgoing(): AdjacencyRows {
    this.#outgoing ??= this.#savedRows("outgoing ");
    return this.#outgoing;
  }
  get incoming(): AdjacencyRows {
    this.#incoming ??= this.#savedRows("incoming ");
    return this.#incoming;
  }

  #savedRows(prefix: string): AdjacencyRows {
    return this.#saved === null ? new AdjacencyRows() : AdjacencyRows.restored(this.#saved, prefix);
  }

  #readEnds(): void {
    if (!this.#hasEnds && this.#saved !== null) {
      this.#hasEnds = true;
      this.#starts = this.#saved.int32("relationship starts");
      this.#ends = this.#saved.int32("relationship ends");
      this.#typeOf = this.#saved.uint16("relationship type of");
    }
  }

  get selfLoops(): number {
    return this.#selfLoops;
  }

  /** Rows of one type, or of all when it is null; good until the next change of a relationship. */
  typeRows(direction: "out" | "in", typeId: number | null): TypeRows {
    const rows = direction === "out" ? this.outgoing : this.incoming;
    return this.#typeRows.get(direction, typeId, rows);
  }

  create(type: string, start: number, end: number, properties: PropertyEntries): number {
    this.#readEnds();
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
    if (!this.#hasEnds) this.#readEnds();
    return this.#starts[relationship] ?? 0;
  }

  end(relationship: number): number {
    if (!this.#hasEnds) this.#readEnds();
    return this.#ends[relationship] ?? 0;
  }

  typeId(relationship: number): number {
    if (!this.#hasEnds) this.#readEnds();
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
