import { Float, type PropertyValue } from "./property-value.js";
import type { ValueHeap } from "./snapshot/stored-value.js";
import type { StoredValues } from "./snapshot/stored-values.js";
import { grownArray } from "./typed-growth.js";

type ColumnKind = "int32" | "integer" | "float" | "boolean" | "text" | "any";

/** Values of one column without presence: reading a slot that was never written is undefined behaviour. */
interface Values {
  readonly kind: ColumnKind;
  /** Whether {@link write} can keep the value as it is; `count` is the number of values in the column. */
  accepts(value: PropertyValue, count: number): boolean;
  write(slot: number, value: PropertyValue): void;
  read(slot: number): PropertyValue;
  clear(slot: number): void;
}

const isInt32 = (value: PropertyValue): value is number =>
  typeof value === "number" && (value | 0) === value && !Object.is(value, -0);

export class Int32Values implements Values {
  readonly kind = "int32";
  items = new Int32Array(0);

  accepts(value: PropertyValue): boolean {
    return isInt32(value);
  }
  write(slot: number, value: PropertyValue): void {
    this.items = grownArray(this.items, slot + 1);
    this.items[slot] = typeof value === "number" ? value : 0;
  }
  read(slot: number): number {
    return this.items[slot] ?? 0;
  }
  clear(): void {
    // Presence is kept by the column.
  }
}

/** Integers within ±2^53. */
export class IntegerValues implements Values {
  readonly kind = "integer";
  items = new Float64Array(0);

  accepts(value: PropertyValue): boolean {
    return typeof value === "number";
  }
  write(slot: number, value: PropertyValue): void {
    this.items = grownArray(this.items, slot + 1);
    this.items[slot] = typeof value === "number" ? value : 0;
  }
  read(slot: number): number {
    return this.items[slot] ?? 0;
  }
  clear(): void {
    // Presence is kept by the column.
  }
}

export class FloatValues implements Values {
  readonly kind = "float";
  items = new Float64Array(0);

  accepts(value: PropertyValue): boolean {
    return value instanceof Float;
  }
  write(slot: number, value: PropertyValue): void {
    this.items = grownArray(this.items, slot + 1);
    this.items[slot] = value instanceof Float ? value.value : 0;
  }
  read(slot: number): Float {
    return new Float(this.items[slot] ?? 0);
  }
  clear(): void {
    // Presence is kept by the column.
  }
}

export class BooleanValues implements Values {
  readonly kind = "boolean";
  items = new Uint8Array(0);

  accepts(value: PropertyValue): boolean {
    return typeof value === "boolean";
  }
  write(slot: number, value: PropertyValue): void {
    this.items = grownArray(this.items, slot + 1);
    this.items[slot] = value === true ? 1 : 0;
  }
  read(slot: number): boolean {
    return this.items[slot] === 1;
  }
  clear(): void {
    // Presence is kept by the column.
  }
}

/** Distinct strings up to which a dictionary is always worth its map. */
const SMALL_DICTIONARY = 1024;

/** Strings by code, each distinct one kept once; a test such as CONTAINS can run once a distinct string. */
export class TextValues implements Values {
  readonly kind = "text";
  codes = new Uint32Array(0);
  #strings: string[] = [];
  #codeOf = new Map<string, number>();
  /** The texts of a snapshot, until all of them are needed. */
  #stored: ValueHeap | null = null;

  static restored(codes: Uint32Array<ArrayBuffer>, stored: ValueHeap): TextValues {
    const values = new TextValues();
    values.codes = codes;
    values.#stored = stored;
    return values;
  }

  /** Refuses when most strings are distinct: then the dictionary costs more than it saves. */
  accepts(value: PropertyValue, count: number): boolean {
    return typeof value === "string" && this.#takesText(value, count);
  }
  #takesText(text: string, count: number): boolean {
    this.#readAll();
    const { length } = this.#strings;
    return length < SMALL_DICTIONARY || length * 2 < count || this.#codeOf.has(text);
  }
  write(slot: number, value: PropertyValue): void {
    if (typeof value !== "string") {
      return;
    }
    this.#readAll();
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#strings.length;
      this.#strings.push(value);
      this.#codeOf.set(value, code);
    }
    this.codes = grownArray(this.codes, slot + 1);
    this.codes[slot] = code;
  }
  read(slot: number): string {
    const code = this.codes[slot] ?? 0;
    return this.#strings[code] ?? this.#storedText(code);
  }
  #storedText(code: number): string {
    const text = this.#stored?.read(code);
    if (typeof text !== "string") {
      return "";
    }
    this.#strings[code] = text;
    return text;
  }
  #readAll(): void {
    const stored = this.#stored;
    if (stored !== null) {
      this.#strings = Array.from({ length: stored.size }, (_, code) => this.#storedText(code));
      this.#codeOf = new Map(this.#strings.map((text, code) => [text, code]));
      this.#stored = null;
    }
  }
  /** Equal texts have equal codes. */
  codeAt(slot: number): number {
    return this.codes[slot] ?? 0;
  }
  clear(): void {
    // Presence is kept by the column.
  }
}

/** Any mix of values, as they are. */
export class AnyValues implements Values {
  readonly kind = "any";
  readonly items: (PropertyValue | undefined)[] = [];

  accepts(): boolean {
    return true;
  }
  write(slot: number, value: PropertyValue): void {
    while (this.items.length < slot) {
      this.items.push(undefined);
    }
    this.items[slot] = value;
  }
  read(slot: number): PropertyValue {
    return this.items[slot] ?? false;
  }
  clear(slot: number): void {
    if (slot < this.items.length) {
      this.items[slot] = undefined;
    }
  }
}

/** Values by kind, so that a reader who knows the kind knows how they are kept. */
export type ColumnValues =
  | Int32Values
  | IntegerValues
  | FloatValues
  | BooleanValues
  | TextValues
  | AnyValues
  | StoredValues;

/** The narrowest kind that holds every value. */
export function valuesFor(values: Iterable<PropertyValue>, count: number): ColumnValues {
  const candidates = [
    new Int32Values(),
    new IntegerValues(),
    new FloatValues(),
    new BooleanValues(),
    new TextValues(),
  ];
  let open: ColumnValues[] = candidates;
  for (const value of values) {
    open = open.filter((candidate) => candidate.accepts(value, count));
    if (open.length === 0) {
      break;
    }
  }
  return open[0] ?? new AnyValues();
}
