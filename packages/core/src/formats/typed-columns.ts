import { compareText } from "../text/compare.js";
import type { Property } from "./graph-elements.js";
import { typeOfValue, VALUE_TYPES, type ValueType } from "./typed-text.js";

/** One property of one type; a property that is a number here and a text there takes two. */
export interface TypedColumn {
  readonly key: string;
  readonly type: ValueType;
}

/** The columns that some elements need, by key and type, and where each property belongs. */
export interface TypedColumns {
  readonly list: readonly TypedColumn[];
  readonly indexOf: (property: Property) => number;
}

export function columnsOf(
  elements: Iterable<{ readonly properties: readonly Property[] }>,
): TypedColumns {
  const types = new Map<string, Set<ValueType>>();
  for (const { properties } of elements)
    for (const [key, value] of properties) {
      const known = types.get(key) ?? new Set();
      types.set(key, known.add(typeOfValue(value)));
    }
  const list = [...types]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, found]) =>
      VALUE_TYPES.filter((type) => found.has(type)).map((type) => ({ key, type })),
    );
  const index = new Map(list.map(({ key, type }, at) => [`${type}:${key}`, at]));
  return {
    list,
    indexOf: ([key, value]) => index.get(`${typeOfValue(value)}:${key}`) ?? -1,
  };
}
