import { AnyValues, type ColumnValues, IntegerValues, valuesFor } from "./column-values.js";
import type { PropertyValue } from "./property-value.js";
import { SlotBits } from "./slot-bits.js";
import { readHeap, restoreValues, saveHeap, saveValues } from "./snapshot/saved-column.js";
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import { SortedTexts } from "./snapshot/sorted-texts.js";

const isText = (value: PropertyValue | undefined): boolean => typeof value === "string";

/** Values below which a column stays a map, whatever its density. */
const SPARSE_COUNT = 32;
/** Comparisons a value at which sorting the column pays. */
const ASKED_PER_VALUE = 8;
/** A column becomes an array when at least one slot in so many has a value. */
const SPARSE_SHARE = 16;

/** What a snapshot says of a column besides its values. */
export interface SavedColumn {
  readonly count: number;
  readonly highest: number;
  /** Null: kept as a map. */
  readonly kind: ColumnValues["kind"] | null;
  /** The slots are also there in the order of their texts. */
  readonly isSorted: boolean;
}

/**
 * The values of one property key, by slot. Starts as a map, becomes an array of the narrowest type
 * once enough slots have a value, and a plain array when kinds mix. What it answers never depends on
 * how it is stored.
 */
export class PropertyColumn {
  #presence = new SlotBits();
  #sparse: Map<number, PropertyValue> | null = new Map();
  #values: ColumnValues = new AnyValues();
  #highest = 0;
  #ranks: Int32Array | null = null;
  #asked = 0;
  #isUnique: boolean | null = null;
  #lookedUp = 0;
  #codes: Int32Array | null = null;
  #askedCodes = 0;
  /** Of a snapshot, until the first write. */
  #sorted: (() => SortedTexts) | null = null;

  static restored(saved: SavedColumn, sections: SectionReader, prefix: string): PropertyColumn {
    const column = new PropertyColumn();
    const { count, highest, kind, isSorted } = saved;
    column.#presence = SlotBits.restored(sections.uint32(`${prefix}presence`), count);
    column.#highest = highest;
    if (kind === null) {
      const heap = readHeap(sections, prefix);
      const sparse = new Map<number, PropertyValue>();
      column.presence.walk((slot) => {
        sparse.set(slot, heap.read(sparse.size));
        return true;
      });
      column.#sparse = sparse;
      return column;
    }
    column.#sparse = null;
    column.#values = restoreValues(kind, sections, prefix);
    if (isSorted) {
      column.#sorted = () =>
        new SortedTexts(sections.uint32(`${prefix}sorted`), (slot) => String(column.get(slot)));
    }
    return column;
  }

  /** Writes what {@link restored} reads. */
  save(sections: SectionWriter, prefix: string): SavedColumn {
    const { count } = this;
    const highest = this.#highestPresent();
    sections.put(`${prefix}presence`, this.presence.wordsUpTo(highest + 1));
    if (this.#sparse !== null) {
      saveHeap(
        this.#slots().map((slot) => this.get(slot)),
        sections,
        prefix,
      );
      return { count, highest, kind: null, isSorted: false };
    }
    const { kind } = this.#values;
    saveValues(this.#values, (slot) => this.get(slot), highest + 1, sections, prefix);
    const isSorted = kind === "any" && this.#slots().every((slot) => isText(this.get(slot)));
    if (isSorted) {
      sections.put(`${prefix}sorted`, Uint32Array.from(this.#slotsByText()));
    }
    return { count, highest, kind, isSorted };
  }

  /** The slots whose value is the text, in their order; null where only a search could tell. */
  findSorted(text: string): readonly number[] | null {
    if (this.#sorted === null) {
      return null;
    }
    const sorted = this.#sorted();
    this.#sorted = () => sorted;
    return sorted.find(text);
  }

  get presence(): SlotBits {
    return this.#presence;
  }

  get count(): number {
    return this.presence.count;
  }

  /** The typed values behind the column, null while it is a map. A write may replace it. */
  get dense(): ColumnValues | null {
    return this.#sparse === null ? this.#values : null;
  }

  /**
   * The place of each slot's text among the texts of the column, equal ones at one place, once so many
   * comparisons have been asked for that sorting pays. Null before, and for a column that holds other
   * values too. Good until the next write.
   */
  ranksOfText(comparisons: number, compare: (a: string, b: string) => number): Int32Array | null {
    this.#asked += comparisons;
    if (this.#ranks === null && this.#asked > ASKED_PER_VALUE * this.count) {
      this.#ranks = this.#sortTexts(compare);
      // A column of other values is not looked through again and again.
      this.#asked = this.#ranks === null ? Number.NEGATIVE_INFINITY : 0;
    }
    return this.#ranks;
  }

  /**
   * Whether no two slots have equal values, texts and plain numbers all of them; known once so many
   * look-ups have been asked for that going through the column pays. Good until the next write.
   */
  isKnownUnique(lookUps: number): boolean {
    this.#lookedUp += lookUps;
    if (this.#isUnique === null && this.#lookedUp > this.count) {
      this.#isUnique = this.#areDistinct();
    }
    return this.#isUnique === true;
  }

  /**
   * A number for each slot's text, equal ones the same, once so many texts have been asked for that
   * numbering them pays; `texts`: those asked for now. Null before, and for a column that holds other
   * values too. Good until the next write.
   */
  codesOfText(texts: number): Int32Array | null {
    this.#askedCodes += texts;
    if (this.#codes === null && this.#askedCodes > this.count) {
      this.#codes = this.#numberTexts();
      this.#askedCodes = this.#codes === null ? Number.NEGATIVE_INFINITY : 0;
    }
    return this.#codes;
  }

  get(slot: number): PropertyValue | undefined {
    if (this.#sparse !== null) {
      return this.#sparse.get(slot);
    }
    return this.presence.has(slot) ? this.#values.read(slot) : undefined;
  }

  set(slot: number, value: PropertyValue): void {
    this.#forgetWhatIsKnown();
    this.presence.add(slot);
    this.#highest = Math.max(this.#highest, slot);
    if (this.#sparse !== null) {
      this.#sparse.set(slot, value);
      this.#leaveMapWhenDense(this.#sparse);
      return;
    }
    if (!this.#values.accepts(value, this.count)) {
      this.#widen(value);
    }
    this.#values.write(slot, value);
  }

  delete(slot: number): void {
    this.#forgetWhatIsKnown();
    if (this.presence.remove(slot)) {
      this.#sparse?.delete(slot);
      this.#values.clear(slot);
    }
  }

  #forgetWhatIsKnown(): void {
    this.#ranks = null;
    this.#asked = 0;
    this.#isUnique = null;
    this.#lookedUp = 0;
    this.#codes = null;
    this.#askedCodes = 0;
    this.#sorted = null;
  }

  #slots(): number[] {
    const slots: number[] = [];
    this.presence.walk((slot) => {
      slots.push(slot);
      return true;
    });
    return slots;
  }

  #highestPresent(): number {
    return this.#slots().at(-1) ?? 0;
  }

  /** By code unit, which is how texts without a comparison are sorted; equal ones by slot. */
  #slotsByText(): number[] {
    const slotsOf = new Map<string, number[]>();
    for (const slot of this.#slots()) {
      const text = String(this.get(slot));
      const slots = slotsOf.get(text) ?? [];
      slotsOf.set(text, slots);
      slots.push(slot);
    }
    return [...slotsOf.keys()].sort().flatMap((text) => slotsOf.get(text) ?? []);
  }

  #areDistinct(): boolean {
    const seen = new Set<PropertyValue>();
    let areDistinct = true;
    this.presence.walk((slot) => {
      const value = this.get(slot);
      const isPlain = typeof value === "string" || typeof value === "number";
      areDistinct &&= isPlain && !seen.has(value);
      seen.add(value ?? false);
      return areDistinct;
    });
    return areDistinct;
  }

  #numberTexts(): Int32Array | null {
    const codes = new Int32Array(this.#highest + 1);
    const codeOf = new Map<string, number>();
    let areTexts = this.#sparse === null;
    this.presence.walk((slot) => {
      const text = this.get(slot);
      if (typeof text !== "string") {
        areTexts = false;
        return false;
      }
      const code = codeOf.get(text) ?? codeOf.size;
      codeOf.set(text, code);
      codes[slot] = code;
      return areTexts;
    });
    return areTexts ? codes : null;
  }

  #sortTexts(compare: (a: string, b: string) => number): Int32Array | null {
    const texts: { readonly slot: number; readonly text: string }[] = [];
    let areTexts = this.#sparse === null;
    this.presence.walk((slot) => {
      const text = this.get(slot);
      areTexts &&= typeof text === "string";
      texts.push({ slot, text: typeof text === "string" ? text : "" });
      return areTexts;
    });
    if (!areTexts) {
      return null;
    }
    texts.sort((a, b) => compare(a.text, b.text));
    const ranks = new Int32Array(this.#highest + 1);
    let rank = 0;
    for (const [at, { slot, text }] of texts.entries()) {
      rank += at > 0 && texts[at - 1]?.text !== text ? 1 : 0;
      ranks[slot] = rank;
    }
    return ranks;
  }

  #leaveMapWhenDense(sparse: Map<number, PropertyValue>): void {
    if (sparse.size < SPARSE_COUNT || sparse.size * SPARSE_SHARE <= this.#highest) {
      return;
    }
    this.#values = valuesFor(sparse.values(), sparse.size);
    for (const [slot, value] of sparse) {
      this.#values.write(slot, value);
    }
    this.#sparse = null;
  }

  #widen(value: PropertyValue): void {
    const narrow = this.#values;
    const wide =
      narrow.kind === "int32" && typeof value === "number" ? new IntegerValues() : new AnyValues();
    this.presence.walk((slot) => {
      wide.write(slot, narrow.read(slot));
      return true;
    });
    this.#values = wide;
  }
}
