import { EMPTY_SET, NameSets } from "./name-sets.js";
import { PropertyColumn } from "./property-column.js";
import type { PropertyValue } from "./property-value.js";
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
  readonly #keySets = new NameSets();
  #keySetOf = new Uint32Array(0);

  get(slot: number, key: string): PropertyValue | undefined {
    return this.#columns.get(key)?.get(slot);
  }

  keys(slot: number): readonly string[] {
    return this.#keySets.names(this.#keySetOf[slot] ?? EMPTY_SET);
  }

  /** Keys that at least one element has, in no particular order. */
  usedKeys(): string[] {
    return [...this.#columns].filter(([, column]) => column.count > 0).map(([key]) => key);
  }

  column(key: string): PropertyColumn | undefined {
    return this.#columns.get(key);
  }

  /** Sets a property, or removes it when the value is `undefined`. */
  set(slot: number, key: string, value: PropertyValue | undefined): void {
    const keySet = this.#keySetOf[slot] ?? EMPTY_SET;
    if (value === undefined) {
      this.#columns.get(key)?.delete(slot);
      this.#setKeySet(slot, this.#keySets.remove(keySet, key));
    } else {
      this.#columnFor(key).set(slot, value);
      this.#setKeySet(slot, this.#keySets.add(keySet, key));
    }
  }

  before(slot: number, key: string): PropertyBefore {
    return { value: this.get(slot, key), keySet: this.#keySetOf[slot] ?? EMPTY_SET };
  }

  restore(slot: number, key: string, before: PropertyBefore): void {
    this.set(slot, key, before.value);
    this.#setKeySet(slot, before.keySet);
  }

  clear(slot: number): void {
    for (const key of this.keys(slot)) {
      this.#columns.get(key)?.delete(slot);
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
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = new PropertyColumn();
      this.#columns.set(key, column);
    }
    return column;
  }
}
