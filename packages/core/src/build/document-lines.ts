import { RedthreadError } from "../errors/redthread-error.js";
import type {
  Block,
  BlockRole,
  ReportDocument,
  RowPiece,
  Sentence,
} from "../model/report-document.js";

/** A file whose text a document holds. */
export interface DocumentSource {
  /** Path relative to the folder that was read. */
  readonly path: string;
  /** SHA-256 of the file's bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The file on disk that it was taken out of: an archive, a mail; absent for one that is on disk itself. */
  readonly within?: { readonly path: string; readonly sha256: string };
}

/** A document as stored beside its text: all that extraction reads, so that no input is needed again. */
interface DocumentLine {
  readonly id: string;
  readonly sha256: string;
  /** Sorted by path; the first one gives the document its path. */
  readonly sources: readonly DocumentSource[];
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: ReportDocument["date"];
  readonly language: string | null;
  readonly dateOrder: ReportDocument["dateOrder"];
  readonly notices: readonly string[];
  /** Half-open ranges of the text in UTF-16 code units, in order. */
  readonly blocks: readonly (
    | readonly [number, number, BlockRole]
    | readonly [number, number, BlockRole, paragraph: number]
  )[];
  /** Ranges with the index of the block that holds each. */
  readonly sentences: readonly (readonly [number, number, block: number])[];
  /** Pages, rows and the like with their ranges; absent where there are none. */
  readonly places?: readonly (readonly [number, number, name: string])[];
  /** What rows of tables say, by block; absent where there are none. */
  readonly rows?: readonly (readonly [block: number, pieces: readonly RowPiece[]])[];
}

/** A document as a line of `documents.jsonl`, without a line end. */
export function encodeDocument(
  document: ReportDocument,
  sources: readonly DocumentSource[],
): string {
  const { id, sha256, title, publisher, date, language, dateOrder, notices } = document;
  const line: DocumentLine = {
    id,
    sha256,
    sources,
    title,
    publisher,
    date,
    language,
    dateOrder,
    notices,
    ...layoutOf(document),
  };
  return JSON.stringify(line);
}

function layoutOf({
  blocks,
  sentences,
  places = [],
  rows = [],
}: ReportDocument): Pick<DocumentLine, "blocks" | "sentences" | "places" | "rows"> {
  return {
    blocks: blocks.map(({ start, end, role, paragraph }) =>
      paragraph === undefined ? [start, end, role] : [start, end, role, paragraph],
    ),
    sentences: sentences.map(({ start, end, block }) => [start, end, block]),
    ...(places.length === 0
      ? {}
      : { places: places.map(({ start, end, name }) => [start, end, name] as const) }),
    ...(rows.length === 0
      ? {}
      : { rows: rows.map(({ block, pieces }) => [block, pieces] as const) }),
  };
}

/** Everything about a document that extraction can read, as one text to be hashed. */
export function documentFacts(document: ReportDocument): string {
  const { sha256, title, publisher, date, language, dateOrder } = document;
  return JSON.stringify([sha256, title, publisher, date, language, dateOrder, layoutOf(document)]);
}

/** A stored document before its text is known. */
export interface StoredDocument {
  readonly sha256: string;
  readonly sources: readonly DocumentSource[];
  /** The document as it was read, given its stored text. */
  readonly withText: (text: string) => ReportDocument;
}

/**
 * A document read back from a line of `documents.jsonl`.
 * @throws RedthreadError `CASE_DAMAGED` for a line that is none.
 */
export function decodeDocument(content: string, number: number): StoredDocument {
  const line = parseLine(content, number);
  const { id, sha256, sources, title, publisher, date, language, dateOrder, notices } = line;
  const blocks = line.blocks.map(([start, end, role, paragraph], index): Block => {
    const block = { index, role, start, end };
    return paragraph === undefined ? block : { ...block, paragraph };
  });
  const sentences = line.sentences.map(
    ([start, end, block], index): Sentence => ({ index, block, start, end }),
  );
  const path = sources[0]?.path ?? "";
  const places = line.places?.map(([start, end, name]) => ({ start, end, name }));
  const rows = line.rows?.map(([block, pieces]) => ({ block, pieces }));
  return {
    sha256,
    sources,
    withText: (text) => ({
      id,
      sha256,
      path,
      title,
      publisher,
      date,
      language,
      text,
      blocks,
      sentences,
      ...(places === undefined ? {} : { places }),
      ...(rows === undefined ? {} : { rows }),
      dateOrder,
      notices,
    }),
  };
}

const LISTS = ["sources", "notices", "blocks", "sentences"] as const;

function parseLine(content: string, number: number): DocumentLine {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw damaged(number, "is no JSON object");
  }
  if (typeof value !== "object" || value === null) throw damaged(number, "is no JSON object");
  const found = value as Readonly<Record<string, unknown>>;
  if (!/^[0-9a-f]{64}$/.test(String(found["sha256"]))) throw damaged(number, "has no `sha256`");
  if (typeof found["id"] !== "string") throw damaged(number, "has no text `id`");
  const lost = LISTS.find((key) => !Array.isArray(found[key]));
  if (lost !== undefined) throw damaged(number, `has no list \`${lost}\``);
  // The line was written by encodeDocument, and what later code relies on was checked.
  return value as DocumentLine;
}

const damaged = (line: number, what: string): RedthreadError =>
  new RedthreadError(
    "CASE_DAMAGED",
    `Line ${line} of the documents ${what}. Build the case again from its reports.`,
  );
