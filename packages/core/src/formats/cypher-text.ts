// Names and values as Cypher text that nothing in them can end. Neo4j decodes `\u0060` before it
// reads a query, so a backslash before a `u` never stands in a name, and in no text beside its `u`.
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type PropertyValue,
  type ScalarValue,
  TimeValue,
} from "../graph/property-value.js";
import type { Property } from "./graph-elements.js";
import { floatText, isList, textOfValue, typeOfValue } from "./typed-text.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is replaced
const UNFIT_IN_NAMES = /[\\\u0000-\u001f\u007f]|\p{Surrogate}/gu;

/** A name without what Cypher cannot quote; such a character becomes U+FFFD. */
const fitForName = (name: string): string =>
  name === "" ? "\ufffd" : name.replace(UNFIT_IN_NAMES, "\ufffd");

export const cypherName = (name: string): string => `\`${fitForName(name).replaceAll("`", "``")}\``;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const escaped = (found: string): string =>
  ESCAPES[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A literal; an expression of several where a backslash stands before a `u`. */
function cypherText(text: string): string {
  const pieces = text.replace(/\p{Surrogate}/gu, "\ufffd").split(/(?<=\\)(?=[uU])/);
  const literals = pieces.map(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is escaped
    (piece) => `'${piece.replace(/[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escaped)}'`,
  );
  return literals.length === 1 ? (literals[0] ?? "''") : `(${literals.join(" + ")})`;
}

const FUNCTIONS: readonly (readonly [string, abstract new (...args: never[]) => object])[] = [
  ["date", DateValue],
  ["localtime", LocalTimeValue],
  ["time", TimeValue],
  ["localdatetime", LocalDateTimeValue],
  ["datetime", DateTimeValue],
  ["duration", DurationValue],
];

function cypherLiteral(value: PropertyValue): string {
  if (typeof value === "string") return cypherText(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${oneType(value).map(cypherLiteral).join(", ")}]`;
  if (value instanceof Float) return floatLiteral(value.value);
  if (value instanceof PointValue) return pointLiteral(value);
  const name = FUNCTIONS.find(([, kind]) => value instanceof kind)?.[0] ?? "date";
  return `${name}('${textOfValue(value)}')`;
}

/** No property of Neo4j holds a list of values of several types: as texts they are of one. */
function oneType(list: readonly ScalarValue[]): readonly ScalarValue[] {
  const types = new Set(list.map(typeOfValue));
  return types.size < 2 ? list : list.map(textOfValue);
}

function floatLiteral(value: number): string {
  if (Number.isNaN(value)) return "(0.0 / 0.0)";
  if (!Number.isFinite(value)) return value > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
  return floatText(value).replace("e+", "e");
}

function pointLiteral({ srid, x, y, z }: PointValue): string {
  const third = z === null ? "" : `, z: ${floatLiteral(z)}`;
  return `point({srid: ${srid}, x: ${floatLiteral(x)}, y: ${floatLiteral(y)}${third}})`;
}

export const cypherMap = (properties: readonly Property[]): string =>
  `{${properties.map(([key, value]) => `${cypherName(key)}: ${cypherLiteral(value)}`).join(", ")}}`;
