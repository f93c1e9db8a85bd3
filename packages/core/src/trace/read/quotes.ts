import type { GraphReader } from "../../graph/graph-reader.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { firstFrom } from "../../text/first-from.js";
import { readText, readTexts } from "./trace-node.js";

/** A quote with where it stands and who published it. */
export interface TraceQuote {
  readonly quote: string;
  /** Id of the document. */
  readonly document: string;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly path: string | null;
  /** Where in the file it stands, such as `page 3`, or null where the format has no such places. */
  readonly place: string | null;
}

const SPAN = /^(.*):(\d+)-(\d+)$/;

/** The quotes of a node or relationship from its parallel lists. */
export function readQuotes(
  graph: GraphReader,
  read: (key: string) => PropertyValue | undefined,
  keys: readonly [quotes: string, spans: string] = ["quotes", "spans"],
): readonly TraceQuote[] {
  const spans = readTexts(read(keys[1]));
  return readTexts(read(keys[0])).map((quote, index) => {
    const [, document = "", start = "0", end = "0"] = SPAN.exec(spans[index] ?? "") ?? [];
    return locateQuote(graph, { quote, document, start: Number(start), end: Number(end) });
  });
}

/** A quote with what is known of its document. */
export function locateQuote(
  graph: GraphReader,
  place: Pick<TraceQuote, "quote" | "document" | "start" | "end">,
): TraceQuote {
  const node = graph.findNodes("Document", "id", place.document)[0];
  const of = (key: string): string | null =>
    node === undefined ? null : readText(graph.nodeProperty(node, key));
  const [title, publisher, date, path] = [of("title"), of("publisher"), of("date"), of("path")];
  const named =
    node === undefined ? null : placeAt((key) => graph.nodeProperty(node, key), place.start);
  return { ...place, title, publisher, date, path, place: named };
}

/** The name of the last place of a document that begins at or before an offset, or null. */
function placeAt(read: (key: string) => PropertyValue | undefined, offset: number): string | null {
  const names = readTexts(read("places"));
  if (names.length === 0) return null;
  const starts = read("placeStarts");
  const after = Array.isArray(starts)
    ? firstFrom(starts, (start) => Number(start) > offset)
    : names.length;
  return names[Math.max(0, after - 1)] ?? null;
}
