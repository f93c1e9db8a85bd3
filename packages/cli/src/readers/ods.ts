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
import { type Attributes, readXml, type XmlListener } from "./xml-events.js";

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
  const table = new SheetText();
  readXml(await contentOf(path, bytes), table);
  return onePage(plainPage(table.lines));
}

interface Cell {
  text: string;
  readonly attributes: Attributes;
}

const CELL = /^table:(covered-)?table-cell$/;

/** Hears the XML of sheets and writes down their rows. */
class SheetText implements XmlListener {
  readonly lines: PageLine[] = [];
  #rows: { cells: readonly string[]; place: string }[] = [];
  #sheet = "";
  /** Rows of the sheet so far, those that stand for several counted. */
  #number = 0;
  #repeat = 1;
  #cells: string[] = [];
  #cell: Cell | null = null;

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === "table:table") {
      this.#sheet = attributes["table:name"] ?? "";
      this.#rows = [];
      this.#number = 0;
    } else if (name === "table:table-row") {
      this.#cells = [];
      this.#repeat = Number(attributes["table:number-rows-repeated"] ?? 1);
    } else if (CELL.test(name)) this.#cell = { text: "", attributes };
    else if (name === "text:p") this.text(" ");
  };

  readonly text = (letters: string): void => {
    if (this.#cell !== null) this.#cell.text += letters;
  };

  readonly close = (name: string): void => {
    if (CELL.test(name)) this.#endCell();
    else if (name === "table:table-row") this.#endRow();
    else if (name === "table:table") this.#endSheet();
  };

  #endCell(): void {
    if (this.#cell === null) return;
    const { attributes, text } = this.#cell;
    const times = Number(attributes["table:number-columns-repeated"] ?? 1);
    const value = exactValue(attributes) ?? text.trim();
    const count = value === "" && times > MOST_REPEATS ? 0 : Math.min(times, MOST_REPEATS);
    for (let at = 0; at < count; at += 1) this.#cells.push(value);
    this.#cell = null;
  }

  #endRow(): void {
    const isEmpty = this.#cells.every((one) => one === "");
    const count = isEmpty ? 1 : Math.min(this.#repeat, MOST_REPEATS);
    for (let at = 1; at <= count; at += 1) {
      const place = `sheet ${this.#sheet}, row ${this.#number + at}`;
      this.#rows.push({ cells: this.#cells, place });
    }
    this.#number += this.#repeat;
  }

  #endSheet(): void {
    const own = rowLines(this.#rows);
    if (own.length === 0) return;
    this.lines.push({ text: this.#sheet, role: "headline" }, ...own, { text: "" });
  }
}

/** The value of a cell where it is more exact than what is shown. */
function exactValue(attributes: Attributes): string | null {
  const type = attributes["office:value-type"];
  if (type === "date") return attributes["office:date-value"]?.slice(0, 10) ?? null;
  if (type === "float") return attributes["office:value"] ?? null;
  return null;
}
