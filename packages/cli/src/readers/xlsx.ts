import type { PageLine } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { locked } from "./docx.js";
import {
  type ForeignFile,
  type ForeignReader,
  isOldOffice,
  onePage,
  plainPage,
  type ReadFile,
  startsWith,
} from "./foreign-reader.js";
import { rowLines } from "./sheet-rows.js";
import { readXml } from "./xml-events.js";
import { openZip, type ZipEntry } from "./zip-file.js";

/** Excel workbooks: the values that the program last worked out, sheet by sheet. */
export const xlsxReader: ForeignReader = {
  name: "Excel",
  extensions: ["xlsx", "xlsm"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    xlsxReader.extensions.includes(extension) && (startsWith(bytes, "PK") || isOldOffice(bytes))
      ? "content"
      : null,
  read: readXlsx,
};

type Entries = ReadonlyMap<string, ZipEntry>;

async function readXlsx({ path, bytes }: ForeignFile): Promise<ReadFile> {
  if (isOldOffice(bytes)) throw locked(path);
  const entries: Entries = new Map((await openZip(path, bytes)).map((one) => [one.name, one]));
  const sheets = await readSheets(entries);
  if (sheets.length === 0)
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${path}\` is no Excel workbook: it holds no sheet. Open it and save it anew.`,
    );
  const strings = await readStrings(entries.get("xl/sharedStrings.xml"));
  const styles = await readDateStyles(entries.get("xl/styles.xml"));
  const lines: PageLine[] = [];
  for (const { name, part } of sheets) {
    const entry = entries.get(part);
    if (entry === undefined) continue;
    const rows = readRows(await entry.read(), { strings, ...styles });
    const named = rowLines(rows.map((row) => ({ ...row, place: `sheet ${name}, ${row.place}` })));
    if (named.length > 0) lines.push({ text: name, role: "headline" }, ...named, { text: "" });
  }
  const macros = entries.has("xl/vbaProject.bin");
  return onePage(
    plainPage(lines, macros ? ["The workbook has macros; they were not looked at."] : []),
  );
}

/** Sheets in the order of the workbook, with the part of the file that holds each. */
async function readSheets(
  entries: Entries,
): Promise<readonly { readonly name: string; readonly part: string }[]> {
  const targets = new Map<string, string>();
  const sheets: { name: string; id: string }[] = [];
  const relations = await entries.get("xl/_rels/workbook.xml.rels")?.read();
  const workbook = await entries.get("xl/workbook.xml")?.read();
  if (relations === undefined || workbook === undefined) return [];
  readXml(relations, {
    open: (name, { Id = "", Target = "" }) => {
      if (name === "Relationship") targets.set(Id, Target);
    },
    close: () => undefined,
  });
  readXml(workbook, {
    open: (tag, { name = "", "r:id": id = "" }) => {
      if (tag === "sheet") sheets.push({ name, id });
    },
    close: () => undefined,
  });
  return sheets.flatMap(({ name, id }) => {
    const target = targets.get(id);
    if (target === undefined) return [];
    return [{ name, part: target.startsWith("/") ? target.slice(1) : `xl/${target}` }];
  });
}

/** Texts that cells point to by number; how a word is to be spoken is no part of it. */
async function readStrings(entry: ZipEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (entry === undefined) return strings;
  let text = "";
  let inText = false;
  let spoken = 0;
  readXml(await entry.read(), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") spoken += 1;
      inText = name === "t" && spoken === 0;
    },
    text(letters) {
      if (inText) text += letters;
    },
    close(name) {
      if (name === "rPh") spoken -= 1;
      else if (name === "si") strings.push(text);
      inText = false;
    },
  });
  return strings;
}

interface Styles {
  /** Whether a number of each style is a day. */
  readonly isDate: readonly boolean[];
  /** Whether days are counted from 1904. */
  readonly is1904?: boolean;
}

const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
    : /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")) && !/^general$/i.test(code);

async function readDateStyles(entry: ZipEntry | undefined): Promise<Styles> {
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  if (entry === undefined) return { isDate };
  let inCells = false;
  readXml(await entry.read(), {
    open(name, attributes) {
      const id = Number(attributes["numFmtId"] ?? 0);
      if (name === "numFmt") codes.set(id, attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) isDate.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return { isDate };
}

interface Row {
  readonly cells: string[];
  readonly place: string;
}

function readRows(
  sheet: Uint8Array,
  { strings, isDate }: Styles & { readonly strings: readonly string[] },
): readonly Row[] {
  const rows: Row[] = [];
  let column = 0;
  let type = "";
  let style = 0;
  let value = "";
  let inValue = false;
  readXml(sheet, {
    open(name, attributes) {
      if (name === "row") {
        rows.push({ cells: [], place: `row ${attributes["r"] ?? rows.length + 1}` });
        column = 0;
      } else if (name === "c") {
        column = columnOf(attributes["r"] ?? "") ?? column;
        type = attributes["t"] ?? "n";
        style = Number(attributes["s"] ?? 0);
        value = "";
      }
      inValue = name === "v" || name === "t";
    },
    text(letters) {
      if (inValue) value += letters;
    },
    close(name) {
      inValue = false;
      if (name !== "c") return;
      const cells: string[] = rows.at(-1)?.cells ?? [];
      if (column < MOST_COLUMNS) {
        while (cells.length < column) cells.push("");
        cells[column] = cellText(value, type, isDate[style] === true, strings);
      }
      column += 1;
    },
  });
  return rows;
}

const MOST_COLUMNS = 500;

/** Index of a column by the letters of a cell's name. */
function columnOf(name: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(
  value: string,
  type: string,
  isDate: boolean,
  strings: readonly string[],
): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type === "e") return "";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return isDate ? dayOf(number) : String(Number(number.toPrecision(15)));
}

/** A day counted from the end of 1899; Excel takes 1900 for a leap year. */
function dayOf(serial: number): string {
  const days = Math.floor(serial) - (serial < 60 ? 25_568 : 25_569);
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}
