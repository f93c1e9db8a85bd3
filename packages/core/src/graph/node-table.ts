import type { PropertyEntries } from "./graph-writer.js";
import { EMPTY_SET, NameSets } from "./name-sets.js";
import { NodeIndexes } from "./node-indexes.js";
import { propertiesEqual } from "./property-equality.js";
import { type PropertyBefore, PropertyTable } from "./property-table.js";
import type { PropertyValue, ScalarValue } from "./property-value.js";
import { SlotAllocator } from "./slot-allocator.js";
import { SlotBits } from "./slot-bits.js";
import { grownArray } from "./typed-growth.js";
import { ValueLookup } from "./value-lookup.js";

const isListValue = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

/** Nodes with labels, properties and indexes, which change together. Knows nothing of undo. */
export class NodeTable {
  readonly slots = new SlotAllocator();
  readonly alive = new SlotBits();
  readonly properties = new PropertyTable();
  readonly #labelSets = new NameSets();
  #labelSetOf = new Uint32Array(0);
  readonly #withLabel = new Map<string, SlotBits>();
  readonly #indexes = new NodeIndexes();

  create(labels: Iterable<string>, properties: PropertyEntries): number {
    const node = this.slots.allocate();
    this.alive.add(node);
    this.#labelSetOf = grownArray(this.#labelSetOf, node + 1);
    for (const [key, value] of properties) {
      this.properties.set(node, key, value);
    }
    for (const label of labels) {
      this.addLabel(node, label);
    }
    return node;
  }

  /** Labels go with the node; the slot is not released. */
  clear(node: number): void {
    for (const label of this.labels(node)) {
      this.removeLabel(node, label);
    }
    this.properties.clear(node);
    this.alive.remove(node);
  }

  labels(node: number): readonly string[] {
    return this.#labelSets.names(this.#labelSetOf[node] ?? EMPTY_SET);
  }

  hasLabel(node: number, label: string): boolean {
    return this.#withLabel.get(label)?.has(node) ?? false;
  }

  withLabel(label: string): SlotBits | undefined {
    return this.#withLabel.get(label);
  }

  usedLabels(): string[] {
    return [...this.#withLabel].filter(([, bits]) => bits.count > 0).map(([label]) => label);
  }

  /** The set of labels before the change, for {@link restoreLabels}. */
  labelSetOf(node: number): number {
    return this.#labelSetOf[node] ?? EMPTY_SET;
  }

  addLabel(node: number, label: string): void {
    let bits = this.#withLabel.get(label);
    if (bits === undefined) {
      bits = new SlotBits();
      this.#withLabel.set(label, bits);
    }
    if (bits.add(node)) {
      this.#labelSetOf[node] = this.#labelSets.add(this.labelSetOf(node), label);
      this.#tellIndexes(node, label, true);
    }
  }

  removeLabel(node: number, label: string): void {
    if (this.#withLabel.get(label)?.remove(node) === true) {
      this.#labelSetOf[node] = this.#labelSets.remove(this.labelSetOf(node), label);
      this.#tellIndexes(node, label, false);
    }
  }

  /** Brings labels back in their order. */
  restoreLabels(node: number, labelSet: number): void {
    for (const label of this.labels(node)) {
      this.removeLabel(node, label);
    }
    for (const label of this.#labelSets.names(labelSet)) {
      this.addLabel(node, label);
    }
  }

  setProperty(node: number, key: string, value: PropertyValue | undefined): void {
    if (this.#indexes.isEmpty) {
      this.properties.set(node, key, value);
      return;
    }
    const before = this.properties.get(node, key);
    this.properties.set(node, key, value);
    this.#indexes.propertyChanged(node, this.labels(node), key, before, value);
  }

  restoreProperty(node: number, key: string, before: PropertyBefore): void {
    this.setProperty(node, key, before.value);
    this.properties.restore(node, key, before);
  }

  find(label: string, key: string, value: PropertyValue): readonly number[] {
    const bits = this.#withLabel.get(label);
    if (bits === undefined) {
      return [];
    }
    if (isListValue(value)) {
      return this.#scan(bits, key, value);
    }
    const index = this.#indexes.find(label, key) ?? this.#buildIndex(label, key, bits);
    return index.find(value);
  }

  #scan(bits: SlotBits, key: string, value: PropertyValue): number[] {
    const found: number[] = [];
    bits.walk((node) => {
      const stored = this.properties.get(node, key);
      if (stored !== undefined && propertiesEqual(stored, value)) {
        found.push(node);
      }
      return true;
    });
    return found;
  }

  #buildIndex(label: string, key: string, bits: SlotBits): ValueLookup {
    const index = new ValueLookup((node) => this.properties.get(node, key));
    bits.walk((node) => {
      const value = this.properties.get(node, key);
      if (value !== undefined) {
        index.add(node, value);
      }
      return true;
    });
    this.#indexes.register(label, key, index);
    return index;
  }

  #tellIndexes(node: number, label: string, gained: boolean): void {
    if (!this.#indexes.isEmpty) {
      this.#indexes.labelChanged(node, label, gained, (key) => this.properties.get(node, key));
    }
  }
}
