import type { CypherValue } from "@redthread/core/cypher";
import { type Io, wantsColor, widthOf } from "../io.js";
import { Output } from "../output.js";
import { csvFormat } from "./csv.js";
import { chosenFormat, type FormatName } from "./format-option.js";
import { jsonFormat, jsonLinesFormat } from "./json.js";
import { markdownFormat } from "./markdown.js";
import type { FormatOptions, RowFormat } from "./row-format.js";
import { tableFormat } from "./table.js";

/** The format of a name. */
export function rowFormat(name: FormatName, options: FormatOptions): RowFormat {
  switch (name) {
    case "table":
      return tableFormat(options);
    case "json":
      return jsonFormat();
    case "jsonl":
      return jsonLinesFormat();
    case "csv":
      return csvFormat(options);
    case "markdown":
      return markdownFormat();
  }
}

export interface PrintOptions {
  readonly format?: FormatName | undefined;
  readonly isRaw?: boolean;
  /** Text around the rows. */
  readonly before?: string;
  readonly after?: string;
}

/** Rows in hand or on their way, with values parallel to the columns. */
export type Rows = Iterable<readonly CypherValue[]> | AsyncIterable<readonly CypherValue[]>;

/** Prints rows as they come, at the pace of whoever reads; returns how many there were. */
export async function printRows(
  io: Io,
  columns: readonly string[],
  rows: Rows,
  options: PrintOptions,
): Promise<number> {
  const format = rowFormat(chosenFormat(options.format, io), {
    width: widthOf(io.stdout, io.env),
    color: wantsColor(io.stdout, io.env),
    isTerminal: io.stdout.isTTY === true,
    isRaw: options.isRaw === true,
  });
  const output = new Output(io.stdout);
  let count = 0;
  // The header of a query that fails on its first row would look like an empty answer.
  let pending = (options.before ?? "") + format.begin(columns);
  for await (const row of rows) {
    const text = pending + format.row(row);
    pending = "";
    count += 1;
    const full = output.write(text);
    if (full !== undefined) await full;
  }
  await output.write(pending + format.end() + (options.after ?? ""));
  await output.flush();
  return count;
}
