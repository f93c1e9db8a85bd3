import type { Io } from "./io.js";
import { Output } from "./output.js";
import { chosenFormat, type FormatName } from "./report/format-option.js";
import { printRows, type Rows } from "./report/formats.js";
import { type Layout, layoutFor } from "./terminal/layout.js";

/** An answer in two forms: prose for people and rows for everything else. */
export interface Report {
  readonly text: (layout: Layout) => string;
  readonly columns: readonly string[];
  readonly rows: Rows;
}

/** Prints prose where a table was asked for or the output is a terminal, rows in the other formats. */
export async function printReport(
  report: Report,
  format: FormatName | undefined,
  io: Io,
): Promise<void> {
  if (chosenFormat(format, io) !== "table") {
    await printRows(io, report.columns, report.rows, { format });
    return;
  }
  const output = new Output(io.stdout);
  await output.write(report.text(layoutFor(io)));
  await output.flush();
}
