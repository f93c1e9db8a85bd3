import { gzipReader, tarReader, zipReader } from "./archives.js";
import { csvReader } from "./csv.js";
import { docxReader } from "./docx.js";
import { emlReader } from "./eml.js";
import type { ForeignFile, ForeignReader } from "./foreign-reader.js";
import { jsonReader } from "./json-records.js";
import { mboxReader } from "./mbox.js";
import { msgReader } from "./msg.js";
import { odsReader } from "./ods.js";
import { odtReader } from "./odt.js";
import { pdfReader } from "./pdf.js";
import { rtfReader } from "./rtf.js";
import { xlsxReader } from "./xlsx.js";

/** Every format that is read in a process of its own, in the order in which files are offered. */
export const FOREIGN_READERS: readonly ForeignReader[] = [
  pdfReader,
  docxReader,
  odtReader,
  rtfReader,
  xlsxReader,
  odsReader,
  csvReader,
  jsonReader,
  emlReader,
  mboxReader,
  msgReader,
  // Office documents are archives too: what they are by name comes first.
  zipReader,
  gzipReader,
  tarReader,
];

/** The reader for a file, by its content, else by its name; null for what the core reads or refuses. */
export function foreignReaderFor(
  file: Pick<ForeignFile, "extension" | "bytes">,
): ForeignReader | null {
  const byContent = FOREIGN_READERS.find((reader) => reader.sniff(file) === "content");
  return byContent ?? FOREIGN_READERS.find((reader) => reader.sniff(file) === "name") ?? null;
}
