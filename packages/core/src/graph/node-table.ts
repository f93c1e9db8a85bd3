import type { PropertyEntries } from "./graph-writer.js";
import { EMPTY_SET, NameSets, type SavedNameSet } from "./name-sets.js";
import { NodeIndexes } from "./node-indexes.js";
import { propertiesEqual } from "./property-equality.js";
import { type PropertyBefore, PropertyTable } from "./property-table.js";
import type { PropertyValue, ScalarValue } from "./property-value.js";
import { SlotAllocator } from "./slot-allocator.js";
import { SlotBits } from "./slot-bits.js";
import type { SectionReader, SectionWriter } from "./snapshot/sections.js";
import { grownArray } from "./typed-growth.js";
import { ValueLookup } from "./value-lookup.js";

const isListValue = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

/** Look-ups in sorted texts, all keys together, beyond which an index pays. */
const SORTED_LOOK_UPS = 256;
/** Labels that fewer than one node in so many carries are saved as a list. */
const SPARSE_LABEL = 32;

/** A label in a snapshot; `words` of its bits, or of its list of nodes. */
interface SavedLabel {
  readonly name: string;
  readonly count: number;
  readonly words: number;
  readonly isSparse: boolean;
}

function labelBits({ count, isSparse }: SavedLabel, words: Uint32Array<ArrayBuffer>): SlotBits {
  if (!isSparse) {
    return SlotBits.restored(words, count);
  }
  const bits = new SlotBits();
  for (const node of words) {
    bits.add(node);
  }
  return bits;
}

function slotsOf(bits: SlotBits): readonly number[] {
  const slots: number[] = [];
  bits.walk((slot) => {
    slots.push(slot);
    return true;
  });
  return slots;
}

function joined(arrays: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** Nodes with labels, properties and indexes, which change together. Knows nothing of undo. */
export class NodeTable {
  readonly slots = new SlotAllocator();
  #alive = new SlotBits();
  #properties = new PropertyTable();
  #labelSets = new NameSets();
  #labelSetOf = new Uint32Array(0);
  /** The sets of labels in a snapshot, until one is asked for. */
  #openLabelSets: (() => void) | null = null;
  readonly #withLabel = new Map<string, SlotBits>();
  readonly #indexes = new NodeIndexes();
  #foundSorted = 0;

  get alive(): SlotBits {
    return this.#alive;
  }
  get properties(): PropertyTable {
    return this.#properties;
  }

  static restored(sections: SectionReader, count: number): NodeTable {
    const table = new NodeTable();
    table.slots.end = count;
    table.#alive = SlotBits.upTo(count);
    table.#properties = PropertyTable.restored(sections, "node ");
    const bits = sections.uint32("node labels");
    let at = 0;
    for (const label of sections.json<readonly SavedLabel[]>("node label names")) {
      const words = bits.slice(at, at + label.words);
      at += label.words;
      table.#withLabel.set(label.name, labelBits(label, words));
    }
    table.#openLabelSets = () => {
      table.#labelSets = NameSets.restored(sections.json<SavedNameSet[]>("node label sets"));
      table.#labelSetOf = sections.uint32("node label set of");
    };
    return table;
  }

  /** Writes what {@link restored} reads; all slots up to the last are in use. */
  save(sections: SectionWriter): void {
    const { end } = this.slots;
    this.#properties.save(sections, "node ", end);
    const names: SavedLabel[] = [];
    const words: Uint32Array[] = [];
    for (const [name, bits] of this.#withLabel) {
      const isSparse = bits.count * SPARSE_LABEL < end;
      const own = isSparse ? Uint32Array.from(slotsOf(bits)) : bits.wordsUpTo(end);
      names.push({ name, count: bits.count, words: own.length, isSparse });
      words.push(own);
    }
    this.#readLabelSets();
    sections.putJson("node label names", names);
    sections.put("node labels", joined(words));
    sections.putJson("node label sets", this.#labelSets.saved());
    const sets = new Uint32Array(end);
    sets.set(this.#labelSetOf.subarray(0, end));
    sections.put("node label set of", sets);
  }

  #readLabelSets(): void {
    const open = this.#openLabelSets;
    this.#openLabelSets = null;
    open?.();
  }

  create(labels: Iterable<string>, properties: PropertyEntries): number {
    this.#readLabelSets();
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
    const set = this.labelSetOf(node);
    return this.#labelSets.names(set);
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
    this.#readLabelSets();
    return this.#labelSetOf[node] ?? EMPTY_SET;
  }

  addLabel(node: number, label: string): void {
    let bits = this.#withLabel.get(label);
    if (bits === undefined) {
      bits = new SlotBits();
      this.#withLabel.set(label, bits);
    }
    if (bits.add(node)) {
      const set = this.labelSetOf(node);
      this.#labelSetOf[node] = this.#labelSets.add(set, label);
      this.#tellIndexes(node, label, true);
    }
  }

  removeLabel(node: number, label: string): void {
    if (this.#withLabel.get(label)?.remove(node) === true) {
      const set = this.labelSetOf(node);
      this.#labelSetOf[node] = this.#labelSets.remove(set, label);
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
    const index = this.#indexes.find(label, key) ?? this.#indexFor(label, key, bits, value);
    return index instanceof ValueLookup ? index.find(value) : index;
  }

  /** An index, or what a snapshot answers, which serves as long as few questions are asked. */
  #indexFor(
    label: string,
    key: string,
    bits: SlotBits,
    value: ScalarValue,
  ): ValueLookup | readonly number[] {
    const column = this.properties.column(key);
    const found =
      typeof value === "string" && this.#foundSorted < SORTED_LOOK_UPS
        ? (column?.findSorted(value) ?? null)
        : null;
    if (found === null) {
      return this.#buildIndex(label, key, bits);
    }
    this.#foundSorted += 1;
    return found.filter((node) => bits.has(node));
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
