import { type CypherValue, formatCell } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import { visibleText } from "../terminal/visible-text.js";
import { isArray, jsonText } from "./json-text.js";
import type { RowFormat } from "./row-format.js";

/** How fields of a CSV text are written. */
export interface CsvOptions {
  readonly isRaw: boolean;
  readonly isTerminal: boolean;
}

/**
 * RFC 4180 with `\n` at line ends. A text that a spreadsheet would work out as a formula gets a `'` in
 * front unless `isRaw`; numbers stay numbers. Lists, maps, nodes and the like are JSON; null is an
 * empty field, an empty text is `""`.
 */
export function csvFormat(options: CsvOptions): RowFormat {
  const line = (fields: readonly string[]) => `${fields.join(",")}\n`;
  return {
    begin: (columns) => line(columns.map((name) => textField(name, options))),
    row: (values) => line(values.map((value) => field(value, options))),
    end: () => "",
  };
}

function field(value: CypherValue, options: CsvOptions): string {
  if (value === null) return "";
  if (typeof value === "string") return textField(value, options);
  if (typeof value !== "object" || value instanceof Float) return formatCell(value);
  // Temporal values and points read as text; what has parts is JSON, which programs can take apart.
  const text = isArray(value) || value instanceof Map ? jsonText(value) : unquoted(jsonText(value));
  return textField(text, options);
}

function unquoted(json: string): string {
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * The text with a `'` in front when it, or what follows its own `'`s, begins like a formula. Taking one
 * `'` away from such a text gives back exactly what it was.
 */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function textField(text: string, { isRaw, isTerminal }: CsvOptions): string {
  const safe = isRaw ? text : guarded(text);
  const shown = isTerminal ? visibleText(safe) : safe;
  return shown === "" || /[",\n\r]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
