import {
  BooleanValues,
  type ColumnValues,
  FloatValues,
  Int32Values,
  IntegerValues,
  TextValues,
} from "../column-values.js";
import type { PropertyValue } from "../property-value.js";
import type { SectionReader, SectionWriter } from "./sections.js";
import { ValueHeap, ValueHeapWriter } from "./stored-value.js";
import { StoredValues } from "./stored-values.js";

/** Reads a dense column up to its highest slot as {@link saveValues} wrote it. */
export function restoreValues(
  kind: ColumnValues["kind"],
  sections: SectionReader,
  prefix: string,
): ColumnValues {
  const name = `${prefix}values`;
  switch (kind) {
    case "int32":
      return withItems(new Int32Values(), sections.int32(name));
    case "integer":
      return withItems(new IntegerValues(), sections.float64(name));
    case "float":
      return withItems(new FloatValues(), sections.float64(name));
    case "boolean":
      return withItems(new BooleanValues(), sections.bytes(name));
    case "text":
      return TextValues.restored(sections.uint32(name), readHeap(sections, prefix));
    case "any":
      return new StoredValues(readHeap(sections, prefix));
  }
}

function withItems<T, V extends { items: T }>(values: V, items: T): V {
  values.items = items;
  return values;
}

/** Writes the slots up to `end` of a dense column. */
export function saveValues(
  values: ColumnValues,
  valueAt: (slot: number) => PropertyValue | undefined,
  end: number,
  sections: SectionWriter,
  prefix: string,
): void {
  if (values.kind === "any") {
    saveHeap(
      Array.from({ length: end }, (_, slot) => valueAt(slot)),
      sections,
      prefix,
    );
    return;
  }
  if (values.kind === "text") {
    const { codes, texts } = renumbered(valueAt, end);
    sections.put(`${prefix}values`, codes);
    saveHeap(texts, sections, prefix);
    return;
  }
  sections.put(`${prefix}values`, values.items.slice(0, end));
}

/** The dictionary of the texts that are there, by their first slot. */
function renumbered(valueAt: (slot: number) => PropertyValue | undefined, end: number) {
  const codes = new Uint32Array(end);
  const codeOf = new Map<string, number>();
  for (let slot = 0; slot < end; slot += 1) {
    const value = valueAt(slot);
    if (typeof value === "string") {
      const code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      codes[slot] = code;
    }
  }
  return { codes, texts: [...codeOf.keys()] };
}

export function saveHeap(
  values: readonly (PropertyValue | undefined)[],
  sections: SectionWriter,
  prefix: string,
): void {
  const heap = new ValueHeapWriter();
  const ends = new Uint32Array(values.length);
  values.forEach((value, at) => {
    if (value !== undefined) heap.add(value);
    ends[at] = heap.end;
  });
  sections.put(`${prefix}ends`, ends);
  sections.put(`${prefix}heap`, heap.bytes());
}

export function readHeap(sections: SectionReader, prefix: string): ValueHeap {
  return new ValueHeap(sections.uint32(`${prefix}ends`), sections.bytes(`${prefix}heap`));
}
