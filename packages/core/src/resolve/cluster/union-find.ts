/** Disjoint sets over fixed items; each set knows its items. Union is O(smaller set). */
export class DisjointSets<T> {
  readonly #setOf = new Map<T, T[]>();

  constructor(items: Iterable<T>) {
    for (const item of items) this.#setOf.set(item, [item]);
  }

  /** The items of the set that holds `item`; shared by all of them, so it also identifies the set. */
  setOf(item: T): readonly T[] {
    return this.#setOf.get(item) ?? [item];
  }

  union(a: T, b: T): void {
    const left = this.#setOf.get(a);
    const right = this.#setOf.get(b);
    if (left === undefined || right === undefined || left === right) return;
    const [large, small] = left.length >= right.length ? [left, right] : [right, left];
    for (const item of small) {
      large.push(item);
      this.#setOf.set(item, large);
    }
  }

  /** Every set once, in order of its first item as the constructor was given them. */
  sets(): readonly (readonly T[])[] {
    return [...new Set(this.#setOf.values())];
  }
}
