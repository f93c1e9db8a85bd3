import { RedthreadError } from "../errors/redthread-error.js";
import type { FormatReader, Source } from "./formats/format-reader.js";
import { readerByContent, readerByName } from "./formats/registry.js";

/** First bytes of formats that are recognised and not read, with what to call them. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["25504446", "a PDF"],
  ["d0cf11e0a1b11ae1", "an old Office document"],
  ["1f8b", "a gzip archive"],
  ["377abcaf271c", "a 7-Zip archive"],
  ["526172211a07", "a RAR archive"],
  ["7b5c727466", "a rich text document"],
];

/** First bytes of what is never a report. */
const NO_REPORT: readonly (readonly [string, string])[] = [
  ["ffd8ff", "a JPEG picture"],
  ["89504e47", "a PNG picture"],
  ["47494638", "a GIF picture"],
  ["52494646", "a picture, sound or film"],
  ["49492a00", "a TIFF picture"],
  ["4d4d002a", "a TIFF picture"],
  ["424d", "a bitmap picture"],
  ["7f454c46", "a program"],
  ["4d5a", "a program"],
  ["4f676753", "a sound or film"],
  ["494433", "a sound"],
];

const ZIP = "504b0304";
const OFFICE: Readonly<Record<string, string>> = {
  docx: "a Word document",
  xlsx: "an Excel workbook",
  pptx: "a PowerPoint file",
  odt: "an OpenDocument text",
  ods: "an OpenDocument table",
  epub: "an e-book",
};
const TABLES: Readonly<Record<string, string>> = {
  csv: "a table (CSV)",
  tsv: "a table (TSV)",
  json: "JSON",
  jsonl: "JSON lines",
  xml: "XML",
  yaml: "YAML",
  yml: "YAML",
};

/** End of a name in lower case without its dot, or empty. */
export const extensionOf = (path: string): string =>
  /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";

/**
 * Refuses a file that is recognised by its first bytes as no text.
 * @throws RedthreadError `INPUT_UNSUPPORTED` with a reason of one line.
 */
export function assertTextBytes(bytes: Uint8Array, path: string): void {
  const head = [...bytes.subarray(0, 12)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const none = NO_REPORT.find(([signature]) => head.startsWith(signature));
  if (none !== undefined && !looksPrintable(bytes))
    throw unsupported(path, `no report: ${none[1]}`);
  if (head.slice(8).startsWith("66747970")) throw unsupported(path, "no report: a film");
  const later = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (later !== undefined) throw unsupported(path, `not read yet: ${later[1]}`);
  if (head.startsWith(ZIP)) {
    throw unsupported(path, `not read yet: ${OFFICE[extensionOf(path)] ?? "a ZIP archive"}`);
  }
}

/** Short signatures such as `BM` and `MZ` also open ordinary texts. */
const looksPrintable = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 256).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);

const unsupported = (path: string, reason: string): RedthreadError =>
  new RedthreadError(
    "INPUT_UNSUPPORTED",
    `\`${path}\` is ${reason}. \`redthread info --formats\` lists the formats that are read; save it as one of them.`,
  );

/**
 * The reader for a file: by its content, then by media type and name.
 * @throws RedthreadError `INPUT_UNSUPPORTED` for tables and data files, `INPUT_EMPTY`.
 */
export function chooseReader(source: Source): FormatReader {
  const reader = readerByContent(source);
  if (reader !== undefined) return reader;
  const table = TABLES[source.extension];
  const named = readerByName(source);
  if (table === undefined && named !== undefined) return named;
  throw unsupported(source.path, `not read yet: ${table ?? "its format"}${columnsOf(source)}`);
}

function columnsOf({ extension, decoded }: Source): string {
  if (extension !== "csv" && extension !== "tsv") return "";
  const first = decoded().text.slice(0, 300).split("\n", 1)[0]?.trim() ?? "";
  return `. Columns seen: ${first}`;
}
