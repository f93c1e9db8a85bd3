import type { ForeignFile, ForeignReader } from "./foreign-reader.js";
import { pdfReader } from "./pdf.js";

/** Every format that is read in a process of its own, in the order in which files are offered. */
export const FOREIGN_READERS: readonly ForeignReader[] = [pdfReader];

/** The reader for a file, by its content, else by its name; null for what the core reads or refuses. */
export function foreignReaderFor(
  file: Pick<ForeignFile, "extension" | "bytes">,
): ForeignReader | null {
  const byContent = FOREIGN_READERS.find((reader) => reader.sniff(file) === "content");
  return byContent ?? FOREIGN_READERS.find((reader) => reader.sniff(file) === "name") ?? null;
}
