import type { SavedNameSet } from "./name-sets.js";
import { EMPTY_SET, NameSets } from "./name-sets.js";
import { PropertyColumn, type SavedColumn } from "./property-column.js";
import type { PropertyValue } from "./property-value.js";
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import { grownArray } from "./typed-growth.js";

/** What one property of one element was before a change; `keySet` brings its place among the keys back. */
export interface PropertyBefore {
  readonly value: PropertyValue | undefined;
  readonly keySet: number;
}

/**
 * Properties of nodes or of relationships: a column a key, and for each element the set of its keys in
 * the order they were first set. Lists are kept as given and must not change afterwards.
 */
export class PropertyTable {
  readonly #columns = new Map<string, PropertyColumn>();
  #keySets = new NameSets();
  #keySetOf = new Uint32Array(0);
  /** What a snapshot still has of the table. */
  readonly #savedColumns = new Map<string, () => PropertyColumn>();
  #openKeySets: (() => void) | null = null;

  static restored(sections: SectionReader, prefix: string): PropertyTable {
    const table = new PropertyTable();
    const columns = sections.json<readonly (readonly [string, SavedColumn])[]>(`${prefix}columns`);
    for (const [at, [key, saved]] of columns.entries()) {
      const own = `${prefix}column ${at} `;
      table.#savedColumns.set(key, () => PropertyColumn.restored(saved, sections, own));
    }
    table.#openKeySets = () => {
      table.#keySets = NameSets.restored(sections.json<SavedNameSet[]>(`${prefix}key sets`));
      table.#keySetOf = sections.uint32(`${prefix}key set of`);
    };
    return table;
  }

  /** Writes what {@link restored} reads, for the elements below `end`. */
  save(sections: SectionWriter, prefix: string, end: number): void {
    const columns: (readonly [string, SavedColumn])[] = [];
    for (const key of this.usedKeys()) {
      const own = `${prefix}column ${columns.length} `;
      const saved = this.column(key)?.save(sections, own);
      if (saved !== undefined) columns.push([key, saved]);
    }
    sections.putJson(`${prefix}columns`, columns);
    this.#readKeySets();
    const sets = new Uint32Array(end);
    sets.set(this.#keySetOf.subarray(0, end));
    sections.putJson(`${prefix}key sets`, this.#keySets.saved());
    sections.put(`${prefix}key set of`, sets);
  }

  get(slot: number, key: string): PropertyValue | undefined {
    return this.column(key)?.get(slot);
  }

  keys(slot: number): readonly string[] {
    this.#readKeySets();
    return this.#keySets.names(this.#keySetOf[slot] ?? EMPTY_SET);
  }

  /** Keys that at least one element has, in no particular order. */
  usedKeys(): string[] {
    const own = [...this.#columns].filter(([, column]) => column.count > 0).map(([key]) => key);
    return [...own, ...this.#savedColumns.keys()];
  }

  column(key: string): PropertyColumn | undefined {
    return this.#columns.get(key) ?? this.#savedColumn(key);
  }

  #savedColumn(key: string): PropertyColumn | undefined {
    const column = this.#savedColumns.get(key)?.();
    if (column !== undefined) {
      this.#columns.set(key, column);
      this.#savedColumns.delete(key);
    }
    return column;
  }

  #readKeySets(): void {
    const open = this.#openKeySets;
    this.#openKeySets = null;
    open?.();
  }

  /** Sets a property, or removes it when the value is `undefined`. */
  set(slot: number, key: string, value: PropertyValue | undefined): void {
    this.#readKeySets();
    const keySet = this.#keySetOf[slot] ?? EMPTY_SET;
    if (value === undefined) {
      this.column(key)?.delete(slot);
      this.#setKeySet(slot, this.#keySets.remove(keySet, key));
    } else {
      this.#columnFor(key).set(slot, value);
      this.#setKeySet(slot, this.#keySets.add(keySet, key));
    }
  }

  before(slot: number, key: string): PropertyBefore {
    this.#readKeySets();
    return { value: this.get(slot, key), keySet: this.#keySetOf[slot] ?? EMPTY_SET };
  }

  restore(slot: number, key: string, before: PropertyBefore): void {
    this.set(slot, key, before.value);
    this.#setKeySet(slot, before.keySet);
  }

  clear(slot: number): void {
    for (const key of this.keys(slot)) {
      this.column(key)?.delete(slot);
    }
    this.#setKeySet(slot, EMPTY_SET);
  }

  #setKeySet(slot: number, keySet: number): void {
    if (keySet !== EMPTY_SET || slot < this.#keySetOf.length) {
      this.#keySetOf = grownArray(this.#keySetOf, slot + 1);
      this.#keySetOf[slot] = keySet;
    }
  }

  #columnFor(key: string): PropertyColumn {
    let column = this.column(key);
    if (column === undefined) {
      column = new PropertyColumn();
      this.#columns.set(key, column);
    }
    return column;
  }
}
