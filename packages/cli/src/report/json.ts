import { jsonObject, jsonString, jsonText } from "./json-text.js";
import type { RowFormat } from "./row-format.js";

/** One JSON object a line, keyed by column. */
export function jsonLinesFormat(): RowFormat {
  let write = rowWriter([]);
  return {
    begin: (columns) => {
      write = rowWriter(columns);
      return "";
    },
    row: (values) => `${write(values)}\n`,
    end: () => "",
  };
}

/** One JSON array of objects, keyed by column, an object a line. */
export function jsonFormat(): RowFormat {
  let write = rowWriter([]);
  let before = "[\n";
  return {
    begin: (columns) => {
      write = rowWriter(columns);
      return "";
    },
    row: (values) => {
      const text = `${before}${write(values)}`;
      before = ",\n";
      return text;
    },
    end: () => (before === "[\n" ? "[]\n" : "\n]\n"),
  };
}

type Values = Parameters<RowFormat["row"]>[0];

/** Keys are written out once: most of a long result's text is its keys. */
function rowWriter(columns: readonly string[]): (values: Values) => string {
  if (columns.length === 0) return () => jsonObject([]);
  const heads = columns.map((name, index) => `${index === 0 ? "{" : ","}${jsonString(name)}:`);
  return (values) => {
    let text = "";
    for (let index = 0; index < heads.length; index += 1) {
      text += (heads[index] ?? "") + jsonText(values[index] ?? null);
    }
    return `${text}}`;
  };
}
