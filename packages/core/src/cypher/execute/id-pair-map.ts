import type { Row } from "../evaluate/row.js";
import type { Binding } from "../plan/slots.js";

/** A map by one or two elements of a row: small integers all the way, no key is put together. */
export class IdPairMap<T> {
  readonly #first: number;
  readonly #second: number | null;
  readonly #inner = new Map<number, Map<number, T>>();
  readonly #outer = new Map<number, T>();

  constructor(bindings: readonly Binding[]) {
    this.#first = bindings[0]?.slot ?? 0;
    this.#second = bindings[1]?.slot ?? null;
  }

  get(row: Row): T | undefined {
    const first = row.ids[this.#first] ?? -1;
    return this.#second === null
      ? this.#outer.get(first)
      : this.#inner.get(first)?.get(row.ids[this.#second] ?? -1);
  }

  set(row: Row, value: T): void {
    const first = row.ids[this.#first] ?? -1;
    if (this.#second === null) {
      this.#outer.set(first, value);
      return;
    }
    let inner = this.#inner.get(first);
    if (inner === undefined) {
      inner = new Map();
      this.#inner.set(first, inner);
    }
    inner.set(row.ids[this.#second] ?? -1, value);
  }

  clear(): void {
    this.#outer.clear();
    this.#inner.clear();
  }
}
