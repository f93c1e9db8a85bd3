import type { PageLine } from "@redthread/core/build";
import {
  type ForeignFile,
  type ForeignReader,
  onePage,
  plainPage,
  type ReadFile,
  startsWith,
} from "./foreign-reader.js";
import { contentOf } from "./odt.js";
import { rowLines } from "./sheet-rows.js";
import { type Attributes, readXml } from "./xml-events.js";

/** OpenDocument tables, sheet by sheet. */
export const odsReader: ForeignReader = {
  name: "OpenDocument table",
  extensions: ["ods"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    odsReader.extensions.includes(extension) && startsWith(bytes, "PK") ? "content" : null,
  read: readOds,
};

/** How often one row or cell may stand for equal ones; more are empty ones to the edge of the sheet. */
const MOST_REPEATS = 1_000;

async function readOds({ path, bytes }: ForeignFile): Promise<ReadFile> {
  const lines: PageLine[] = [];
  let rows: { cells: string[]; place: string }[] = [];
  let sheet = "";
  let number = 0;
  let repeat = 1;
  let cells: string[] = [];
  let cell: { text: string; readonly attributes: Attributes } | null = null;
  readXml(await contentOf(path, bytes), {
    open(name, attributes) {
      if (name === "table:table") {
        sheet = attributes["table:name"] ?? "";
        rows = [];
        number = 0;
      } else if (name === "table:table-row") {
        cells = [];
        repeat = Number(attributes["table:number-rows-repeated"] ?? 1);
      } else if (/^table:(covered-)?table-cell$/.test(name)) cell = { text: "", attributes };
      else if (name === "text:p" && cell !== null && cell.text !== "") cell.text += " ";
    },
    text(letters) {
      if (cell !== null) cell.text += letters;
    },
    close(name) {
      if (/^table:(covered-)?table-cell$/.test(name) && cell !== null) {
        const times = Number(cell.attributes["table:number-columns-repeated"] ?? 1);
        const text = valueOf(cell.attributes) ?? cell.text;
        if (times <= MOST_REPEATS || text !== "")
          for (let at = 0; at < Math.min(times, MOST_REPEATS); at += 1) cells.push(text);
        cell = null;
      } else if (name === "table:table-row") {
        const isEmpty = cells.every((one) => one === "");
        for (let at = 0; at < (isEmpty ? 1 : Math.min(repeat, MOST_REPEATS)); at += 1)
          rows.push({ cells, place: `sheet ${sheet}, row ${number + at + 1}` });
        number += repeat;
      } else if (name === "table:table") {
        const own = rowLines(rows);
        if (own.length > 0) lines.push({ text: sheet, role: "headline" }, ...own, { text: "" });
      }
    },
  });
  return onePage(plainPage(lines));
}

/** The value of a cell where it is more exact than what is shown. */
function valueOf(attributes: Attributes): string | null {
  const type = attributes["office:value-type"];
  if (type === "date") return attributes["office:date-value"]?.slice(0, 10) ?? null;
  if (type === "float") return attributes["office:value"] ?? null;
  return null;
}
