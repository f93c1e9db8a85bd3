// Twins of good files that somebody cut, locked, renamed or packed to do harm, and what is said of each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { FILES } from "./built-files.js";

export interface DamagedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A part of the one line that is told of it: a reason, or a note where it is read in part. */
  readonly told: string;
}

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FILES, name)));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const half = (name: string): Uint8Array => bytesOf(name).subarray(0, bytesOf(name).length >> 1);

/** A central part of a file overwritten. */
function scratched(name: string): Uint8Array {
  const bytes = Uint8Array.from(bytesOf(name));
  bytes.fill(0x41, bytes.length - 200, bytes.length);
  return bytes;
}

export const DAMAGED: readonly DamagedFile[] = [
  { name: "cut.docx", bytes: half("report-python-docx.docx"), told: "is damaged" },
  { name: "cut.odt", bytes: half("notes-odfpy.odt"), told: "is damaged" },
  { name: "cut.rtf", bytes: half("letter-by-hand.rtf"), told: "is damaged" },
  { name: "cut.xlsx", bytes: half("book-openpyxl.xlsx"), told: "is damaged" },
  { name: "cut.zip", bytes: half("box-python.zip"), told: "is damaged" },
  { name: "cut.tar.gz", bytes: half("bundle-python.tar.gz"), told: "is damaged" },
  { name: "cut.json", bytes: text('[{"a": 1}, {"a": '), told: "is damaged" },
  { name: "scratched.ods", bytes: scratched("sheet-odfpy.ods"), told: "is damaged" },
  { name: "head.pdf", bytes: bytesOf("columns-reportlab.pdf").subarray(0, 40), told: "is damaged" },
  { name: "locked.pdf", bytes: bytesOf("locked.pdf"), told: "needs a password" },
  { name: "locked.zip", bytes: bytesOf("locked.zip"), told: "needs a password" },
  {
    name: "locked.docx",
    bytes: Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(600),
    ]),
    told: "needs a password",
  },
  { name: "macro.docm", bytes: bytesOf("macro.docm"), told: "has macros; they were not looked at" },
  { name: "bomb.zip", bytes: bytesOf("bomb.zip"), told: "unpacks to more than 100 MB" },
  {
    name: "bomb.txt.gz",
    bytes: gzipSync(gzipSync(new Uint8Array(120 * 1024 * 1024))),
    told: "unpacks to more than 100 MB",
  },
  { name: "nested.zip", bytes: bytesOf("nested.zip"), told: "lies more than 3 files deep" },
  { name: "deep.json", bytes: text("[".repeat(100_000)), told: "nests more than 200 levels" },
  {
    name: "deep.rtf",
    bytes: text(`{\\rtf1 ${"{".repeat(50_000)}${"}".repeat(50_001)}`),
    told: "nests more than 1000 groups",
  },
  { name: "empty.csv", bytes: new Uint8Array(0), told: "is empty" },
  { name: "zeros.mbox", bytes: new Uint8Array(4_000), told: "no report" },
  {
    name: "seven.7z",
    bytes: Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]),
    told: "a 7-Zip archive",
  },
  {
    name: "old.doc",
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    told: "an old Office document",
  },
  {
    name: "doubled.csv",
    bytes: text("date,agency,drug,drug\n2025-01-02,Greek police,heroin,x\n"),
    told: "more than one column for the same thing",
  },
  {
    name: "ragged.csv",
    bytes: text("date,agency,drug\n2025-01-02,Greek police,heroin,x,y\n"),
    told: "1 row of a table has more cells than there are headings",
  },
];

/** Files that are called what they are not, and are read as what they are. */
export const MISNAMED: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
  [
    "page.docx",
    text("<!doctype html><p>The quay was closed on Monday, said the harbour office.</p>"),
    "The quay was closed",
  ],
  ["paper.txt", bytesOf("hyphens-fpdf2.pdf"), "40 kilograms of cocaine"],
  ["letter.doc", bytesOf("letter-by-hand.rtf"), "The boat belongs to"],
];
