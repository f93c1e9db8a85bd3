import { formatCell } from "@redthread/core/cypher";
import { visibleText } from "../terminal/visible-text.js";
import type { RowFormat } from "./row-format.js";

/** A table of GitHub's Markdown; what would end a cell or begin markup is escaped. */
export function markdownFormat(): RowFormat {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return {
    begin: (columns) => line(columns.map(escaped)) + line(columns.map(() => "---")),
    row: (values) =>
      line(values.map((value) => (value === null ? "" : escaped(formatCell(value))))),
    end: () => "",
  };
}

function escaped(text: string): string {
  return text
    .split(/\r?\n/)
    .map((part) => visibleText(part).replace(/[\\`*_[\]<>|&~#]/g, "\\$&"))
    .join("<br>");
}
