import type { PropertyValue } from "./property-value.js";
import type { ValueLookup } from "./value-lookup.js";

/** The hash indexes built so far, by label and property key; the node table tells it of every change. */
export class NodeIndexes {
  readonly #byLabel = new Map<string, Map<string, ValueLookup>>();

  get isEmpty(): boolean {
    return this.#byLabel.size === 0;
  }

  find(label: string, key: string): ValueLookup | undefined {
    return this.#byLabel.get(label)?.get(key);
  }

  register(label: string, key: string, index: ValueLookup): void {
    const keys = this.#byLabel.get(label) ?? new Map<string, ValueLookup>();
    keys.set(key, index);
    this.#byLabel.set(label, keys);
  }

  /** A node with these labels had `before` and has `after` under `key`. */
  propertyChanged(
    node: number,
    labels: readonly string[],
    key: string,
    before: PropertyValue | undefined,
    after: PropertyValue | undefined,
  ): void {
    for (const label of labels) {
      const index = this.#byLabel.get(label)?.get(key);
      if (index !== undefined) {
        if (before !== undefined) {
          index.remove(node, before);
        }
        if (after !== undefined) {
          index.add(node, after);
        }
      }
    }
  }

  /** A node gained or lost a label; `propertyOf` reads its properties. */
  labelChanged(
    node: number,
    label: string,
    gained: boolean,
    propertyOf: (key: string) => PropertyValue | undefined,
  ): void {
    for (const [key, index] of this.#byLabel.get(label) ?? []) {
      const value = propertyOf(key);
      if (value !== undefined) {
        if (gained) {
          index.add(node, value);
        } else {
          index.remove(node, value);
        }
      }
    }
  }
}
