// Values as a type and a text, for formats that know nothing but text. Both together give the value back.

import { parseDuration } from "../cypher/values/temporal/parse-duration.js";
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from "../cypher/values/temporal/parse-temporal.js";
import { UTC } from "../cypher/values/temporal/zone.js";
import { RedthreadError } from "../errors/redthread-error.js";
import { CRS_NAMES, SRIDS } from "../graph/crs.js";
import { type ExactJson, parseExactJson } from "../graph/exact-json.js";
import { formatTemporal } from "../graph/format-temporal.js";
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
import { unusable } from "./graph-elements.js";

/**
 * What a text stands for. A list is JSON; a `number` is an int or, with a point, a float; `any` is one
 * item of such a list, or a list.
 */
export const VALUE_TYPES = [
  "string",
  "int",
  "float",
  "boolean",
  "date",
  "localtime",
  "time",
  "localdatetime",
  "datetime",
  "duration",
  "point",
  "list",
  "number",
  "any",
] as const;

export type ValueType = (typeof VALUE_TYPES)[number];

const KINDS: readonly (readonly [ValueType, abstract new (...args: never[]) => object])[] = [
  ["float", Float],
  ["date", DateValue],
  ["localtime", LocalTimeValue],
  ["time", TimeValue],
  ["localdatetime", LocalDateTimeValue],
  ["datetime", DateTimeValue],
  ["duration", DurationValue],
  ["point", PointValue],
];

export const isList = (value: PropertyValue): value is readonly ScalarValue[] =>
  Array.isArray(value);

export function typeOfValue(value: PropertyValue): ValueType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (typeof value !== "object") return "int";
  return KINDS.find(([, kind]) => value instanceof kind)?.[0] ?? "list";
}

/** The text that {@link readTypedText} turns back under the value's own type. */
export function textOfValue(value: PropertyValue): string {
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(itemText).join(",")}]`;
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof PointValue) return pointText(value);
  return formatTemporal(value);
}

/** The text of a value in a column of a type: of its own type, or of one that holds it too. */
export const textInColumn = (type: ValueType, value: PropertyValue): string =>
  type === "any" && !isList(value) ? itemText(value) : textOfValue(value);

/** A list's item as JSON: itself where JSON has it, else an object of its type and text. */
function itemText(value: ScalarValue): string {
  if (typeof value === "string") return jsonString(value);
  const isPlain =
    typeof value !== "object" || (value instanceof Float && Number.isFinite(value.value));
  if (isPlain) return textOfValue(value);
  return JSON.stringify({ [typeOfValue(value)]: textOfValue(value) });
}

/** JSON that files of text can hold: it escapes controls and halves of pairs by itself, these two not. */
const jsonString = (text: string): string =>
  JSON.stringify(text).replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");

/** Always told apart from a whole number: `20.0`, `1e+21`, `NaN`. */
export function floatText(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /[.eyN]/.test(text) ? text : `${text}.0`;
}

function pointText({ srid, x, y, z }: PointValue): string {
  const crs = JSON.stringify(CRS_NAMES.get(srid) ?? String(srid));
  const third = z === null ? "" : `,"z":${floatText(z)}`;
  return `{"crs":${crs},"x":${floatText(x)},"y":${floatText(y)}${third}}`;
}

const READERS: Readonly<Record<ValueType, (text: string) => PropertyValue>> = {
  string: (text) => text,
  int: readInteger,
  float: (text) => new Float(readFloat(text)),
  boolean: readBoolean,
  date: parseDate,
  localtime: parseLocalTime,
  time: (text) => parseTime(text, UTC),
  localdatetime: parseLocalDateTime,
  datetime: (text) => parseDateTime(text, UTC),
  duration: parseDuration,
  point: readPoint,
  list: readList,
  number: (text) =>
    /^\s*[+-]?\d+\s*$/.test(text) ? readInteger(text) : new Float(readFloat(text)),
  any: readAny,
};

/** @throws RedthreadError `GRAPH_INVALID` where the text is none of the type. */
export function readTypedText(type: ValueType, text: string): PropertyValue {
  try {
    return READERS[type](text);
  } catch (cause) {
    if (cause instanceof RedthreadError) throw cause;
    throw unusable(`\`${text.slice(0, 60)}\` is no ${type}`, cause);
  }
}

function readInteger(text: string): number | bigint {
  if (!/^\s*[+-]?\d{1,19}\s*$/.test(text)) throw unusable(`\`${text.slice(0, 60)}\` is no int`);
  const value = Number(text);
  return Number.isSafeInteger(value) ? value + 0 : BigInt(text.trim().replace("+", ""));
}

const INFINITE: ReadonlyMap<string, number> = new Map([
  ["infinity", Number.POSITIVE_INFINITY],
  ["inf", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["nan", Number.NaN],
]);

function readFloat(text: string): number {
  const bare = text.trim();
  const value = INFINITE.get(bare.toLowerCase()) ?? Number(bare);
  const isNumber = bare !== "" && (!Number.isNaN(value) || INFINITE.has(bare.toLowerCase()));
  if (!isNumber) throw unusable(`\`${text.slice(0, 60)}\` is no float`);
  return value;
}

function readBoolean(text: string): boolean {
  const bare = text.trim().toLowerCase();
  if (bare === "true" || bare === "1") return true;
  if (bare === "false" || bare === "0") return false;
  throw unusable(`\`${text.slice(0, 60)}\` is no boolean`);
}

type JsonObject = { readonly [key: string]: ExactJson };

function readPoint(text: string): PointValue {
  const value = parseExactJson(text);
  const point = isObject(value) ? value : {};
  const srid = typeof point["crs"] === "string" ? SRIDS.get(point["crs"]) : undefined;
  if (srid === undefined) throw unusable(`\`${text.slice(0, 60)}\` is no point`);
  const { x, y, z } = point;
  return new PointValue(srid, numberOf(x), numberOf(y), z === undefined ? null : numberOf(z));
}

function numberOf(value: ExactJson | undefined): number {
  if (value instanceof Float) return value.value;
  if (typeof value === "number") return value;
  throw unusable("a point lacks a coordinate");
}

const isObject = (value: ExactJson): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Float);

function readList(text: string): PropertyValue {
  const value = parseExactJson(text);
  if (!Array.isArray(value)) throw unusable(`\`${text.slice(0, 60)}\` is no list`);
  return value.map(readItem);
}

function readAny(text: string): PropertyValue {
  // Inside of a list the parser tells 3 from 3.0.
  const values = parseExactJson(`[${text}]`);
  const [value = null, ...others] = Array.isArray(values) ? values : [];
  if (others.length > 0) throw unusable(`\`${text.slice(0, 60)}\` is no value`);
  return Array.isArray(value) ? value.map(readItem) : readItem(value);
}

function readItem(item: ExactJson): ScalarValue {
  if (typeof item === "number" && !Number.isInteger(item)) return new Float(item);
  if (isObject(item)) return readTagged(item);
  if (item === null || Array.isArray(item)) throw unusable("a list holds a null or another list");
  // What is left of JSON is a boolean, a number or a text.
  return item as ScalarValue;
}

function readTagged(item: JsonObject): ScalarValue {
  const [[tag, text] = []] = Object.entries(item);
  const type = VALUE_TYPES.find((one) => one === tag);
  if (type === undefined || type === "list" || typeof text !== "string")
    throw unusable("a list holds an object that is no value");
  const value = readTypedText(type, text);
  if (isList(value)) throw unusable("a list holds another list");
  return value;
}
