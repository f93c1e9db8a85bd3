/** Id of the set without names. */
export const EMPTY_SET = 0;

interface NameSet {
  readonly parent: number;
  /** The name that the parent lacks. */
  readonly name: string;
  /** All names, made when first asked for. */
  names: readonly string[] | null;
  /** Ids of the sets one name away, filled on first use. */
  readonly withName: Map<string, number>;
  readonly withoutName: Map<string, number>;
}

const createSet = (parent: number, name: string, names: readonly string[] | null): NameSet => ({
  parent,
  name,
  names,
  withName: new Map(),
  withoutName: new Map(),
});

/** The set that lacks the last name, and that name. */
export type SavedNameSet = readonly [parent: number, name: string];

/**
 * Ordered sets of names in a trie, so that an element keeps its labels or its property keys in four
 * bytes: each set is known by a small integer and exists once. The order of a set is the order in
 * which its names were added; sets of different order differ.
 */
export class NameSets {
  readonly #sets: NameSet[] = [createSet(EMPTY_SET, "", [])];

  /** Sets that {@link saved} gave, with the ids they had. */
  static restored(saved: readonly SavedNameSet[]): NameSets {
    const restored = new NameSets();
    for (const [parent, name] of saved) {
      restored.add(parent, name);
    }
    return restored;
  }

  /** All sets but the empty one, in the order of their ids. */
  saved(): readonly SavedNameSet[] {
    return this.#sets.slice(1).map(({ parent, name }) => [parent, name]);
  }

  names(id: number): readonly string[] {
    const set = this.#get(id);
    set.names ??= this.#collect(id);
    return set.names;
  }

  /** The set with the name appended; the same id when it is there already. */
  add(id: number, name: string): number {
    const set = this.#get(id);
    const known = set.withName.get(name);
    if (known !== undefined) {
      return known;
    }
    let next = id;
    if (!this.#has(id, name)) {
      next = this.#sets.length;
      this.#sets.push(createSet(id, name, null));
    }
    set.withName.set(name, next);
    return next;
  }

  /** The set without the name; the same id when it is not there. */
  remove(id: number, name: string): number {
    const set = this.#get(id);
    const known = set.withoutName.get(name);
    if (known !== undefined) {
      return known;
    }
    let next = id;
    if (this.#has(id, name)) {
      next = EMPTY_SET;
      for (const other of this.names(id)) {
        next = other === name ? next : this.add(next, other);
      }
    }
    set.withoutName.set(name, next);
    return next;
  }

  #has(id: number, name: string): boolean {
    for (let at = id; at !== EMPTY_SET; at = this.#get(at).parent) {
      if (this.#get(at).name === name) {
        return true;
      }
    }
    return false;
  }

  #collect(id: number): string[] {
    const names: string[] = [];
    for (let at = id; at !== EMPTY_SET; at = this.#get(at).parent) {
      names.push(this.#get(at).name);
    }
    return names.reverse();
  }

  #get(id: number): NameSet {
    const set = this.#sets[id];
    if (set === undefined) {
      throw new TypeError(`no name set has the id ${id}`);
    }
    return set;
  }
}
