import type { FormatReader, Source } from "./format-reader.js";
import { htmlReader } from "./html.js";
import { markdownReader } from "./markdown.js";
import { plainTextReader } from "./plain-text.js";

/** Every format that is read, in the order in which files are offered; the last one takes what is left. */
export const FORMAT_READERS: readonly FormatReader[] = [
  htmlReader,
  markdownReader,
  plainTextReader,
];

/** The reader whose format the content itself shows. */
export const readerByContent = (source: Source): FormatReader | undefined =>
  FORMAT_READERS.find((reader) => reader.sniff(source) === "content");

/** The reader for what a file is called or said to be. */
export const readerByName = (source: Source): FormatReader | undefined =>
  FORMAT_READERS.find((reader) => reader.sniff(source) !== null);
