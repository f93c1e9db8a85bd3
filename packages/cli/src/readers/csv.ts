import { decodeText } from "@redthread/core/build";
import {
  type ForeignFile,
  type ForeignReader,
  onePage,
  plainPage,
  type ReadFile,
} from "./foreign-reader.js";
import { rowLines } from "./sheet-rows.js";

/** Tables as text, whatever parts their cells. */
export const csvReader: ForeignReader = {
  name: "CSV",
  extensions: ["csv", "tsv", "tab"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    csvReader.extensions.includes(extension) && bytes.length > 0 ? "name" : null,
  read: readCsv,
};

const SEPARATORS = [",", ";", "\t", "|"];

async function readCsv({ path, bytes, extension, encoding }: ForeignFile): Promise<ReadFile> {
  const { default: Papa } = await import("papaparse");
  const { text, notices } = decodeText(bytes, path, encoding);
  // Excel writes the separator into a first line of its own.
  const stated = /^"?sep=(.)"?\n/i.exec(text);
  const delimiter = stated?.[1] ?? (extension === "tsv" ? "\t" : "");
  const body = stated === null ? text : text.slice(stated[0].length);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter,
    delimitersToGuess: SEPARATORS,
    skipEmptyLines: false,
  });
  const broken = errors.filter(({ type }) => type === "Quotes");
  const rows = data.map((cells, at) => ({ cells, place: `row ${at + 1}` }));
  return onePage(
    plainPage(rowLines(rows), [
      ...notices,
      ...(broken.length === 0
        ? []
        : [`Quote marks do not pair, first in row ${(broken[0]?.row ?? 0) + 1}.`]),
    ]),
  );
}
