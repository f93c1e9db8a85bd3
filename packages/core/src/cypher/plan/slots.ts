/**
 * Where a variable lives in a row. Nodes and relationships bound by patterns are plain integers in the
 * id array (-1 is null); every other value, and every variable whose type only the data knows, sits in
 * the value array.
 */
export interface Binding {
  readonly kind: "node" | "relationship" | "value";
  readonly slot: number;
}

/** Hands out the places of one prepared query; a place is written by exactly one operator. */
export class SlotAllocator {
  #ids = 0;
  #values = 0;

  get idCount(): number {
    return this.#ids;
  }

  get valueCount(): number {
    return this.#values;
  }

  node(): Binding {
    return { kind: "node", slot: this.#ids++ };
  }

  relationship(): Binding {
    return { kind: "relationship", slot: this.#ids++ };
  }

  value(): Binding {
    return { kind: "value", slot: this.#values++ };
  }

  /** A new place that can hold what `binding` holds. */
  like(binding: Binding): Binding {
    return binding.kind === "value" ? this.value() : { kind: binding.kind, slot: this.#ids++ };
  }
}
