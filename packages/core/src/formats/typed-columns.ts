import type { PropertyValue } from "../graph/property-value.js";
import { compareText } from "../text/compare.js";
import type { Property } from "./graph-elements.js";
import { typeOfValue, type ValueType } from "./typed-text.js";
import { fitForXml } from "./xml-text.js";

/** One property; of values of several types where the same key is a number here and a text there. */
interface TypedColumn {
  readonly key: string;
  readonly type: ValueType;
}

/** The columns that some elements need, by key, and where each property belongs. */
export interface TypedColumns {
  readonly list: readonly TypedColumn[];
  readonly indexOf: (key: string) => number;
}

/** A column a key: several programs take no key twice. */
export function columnsOf(
  elements: Iterable<{ readonly properties: readonly Property[] }>,
): TypedColumns {
  const types = new Map<string, Set<ValueType>>();
  for (const { properties } of elements)
    for (const [key, value] of properties) {
      const known = types.get(key) ?? new Set();
      types.set(key, known.add(isUnfit(value) ? "any" : typeOfValue(value)));
    }
  const list = [...types]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, found]) => ({ key, type: typeOfAll([...found]) }));
  const index = new Map(list.map(({ key }, at) => [key, at]));
  return { list, indexOf: (key) => index.get(key) ?? -1 };
}

/** A text that a file cannot hold as it is; as JSON it can. */
const isUnfit = (value: PropertyValue): boolean =>
  typeof value === "string" && fitForXml(value) !== value;

function typeOfAll(types: readonly ValueType[]): ValueType {
  const [first = "string"] = types;
  if (types.length === 1) return first;
  return types.every((type) => type === "int" || type === "float") ? "number" : "any";
}

/** A name for what an element is, beside those of its properties. */
export function freeName(wanted: string, { indexOf }: TypedColumns): string {
  let name = wanted;
  while (indexOf(name) !== -1) name = `${name}_`;
  return name;
}
