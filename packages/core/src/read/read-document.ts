import { RedthreadError } from "../errors/redthread-error.js";
import type { ReportDocument } from "../model/report-document.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { foldText, visible } from "../text/invisible.js";
import { sha256 } from "../text/sha256.js";
import { joinLines, layOutText } from "./blocks.js";
import { type DecodedText, decodeText } from "./decode.js";
import type { Source } from "./formats/format-reader.js";
import { guessLanguage } from "./language.js";
import type { Page } from "./page.js";
import { findPlaces, placeRows } from "./place-lines.js";
import { readOrigin } from "./report-origin.js";
import { splitSentences } from "./sentences.js";
import { assertTextBytes, chooseReader, extensionOf } from "./sniff.js";
import { layOutTables } from "./tables/lay-out-tables.js";

/** A file as found: nothing of it is trusted. */
interface FileInput {
  /** Path relative to the folder that was read, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Media type told by whoever delivered the file; the bytes decide where they differ. */
  readonly mediaHint?: string;
}

/** A file whose format is read elsewhere, as the page that was made of it. */
interface PageInput {
  readonly path: string;
  readonly page: Page;
}

export type ReadInput = FileInput | PageInput;

export interface ReadOptions {
  readonly pack: DomainPack;
  /** Encoding of texts that do not state theirs, by its name in the Encoding Standard. */
  readonly encoding?: string | undefined;
}

/** Largest file that is read, in bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * A report as read: immutable text, blocks, sentences, title, publisher, date.
 * @throws RedthreadError `INPUT_EMPTY`, `INPUT_UNSUPPORTED`, `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`.
 */
export function readDocument(input: ReadInput, options: ReadOptions): ReportDocument {
  const { pack } = options;
  const { page, notices } =
    "page" in input ? { page: input.page, notices: [] } : readPage(input, options.encoding);
  const tables = layOutTables(page.lines, `${input.path} ${page.title ?? ""}`, pack.tables);
  const { lines } = tables;
  const whole = joinLines(lines);
  const folded = foldText(whole);
  const text = folded?.text ?? whole;
  if (text.trim() === "") throw emptyInput(input.path);
  const blocks = layOutText(text, lines, pack);
  const origin = readOrigin(text, blocks, pack);
  const language = page.language ?? guessLanguage(text, pack);
  const headline = blocks.find((block) => block.role === "headline");
  const hash = sha256(whole);
  const place = <T extends TextSpan>(one: T): T =>
    folded === null ? one : { ...one, ...folded.whole(one) };
  const placed = blocks.map(place);
  const places = findPlaces(whole, lines);
  const rows = placeRows(whole, lines, placed);
  return {
    id: `doc:${hash.slice(0, 16)}`,
    sha256: hash,
    path: input.path,
    title:
      shown(page.title) ??
      (headline === undefined ? null : text.slice(headline.start, headline.end)),
    publisher: shown(page.publisher) ?? origin.publisher,
    date: page.date === null ? origin.date : { value: page.date, basis: "metadata" },
    language,
    text: whole,
    blocks: placed,
    sentences: splitSentences(text, blocks, pack).map(place),
    ...(places.length > 0 ? { places } : {}),
    ...(rows.length > 0 ? { rows } : {}),
    dateOrder: origin.dateOrder,
    notices: [
      ...notices,
      ...page.notices,
      ...tables.notices,
      ...origin.notices,
      ...languageNotice(language),
    ],
  };
}

/** What a page tells of itself, without what prints nothing. */
const shown = (told: string | null): string | null => (told === null ? null : visible(told));

const languageNotice = (language: string | null): string[] =>
  language === null || language === "en"
    ? []
    : [`The language seems to be \`${language}\`; only English is extracted.`];

function readPage(
  input: FileInput,
  encoding: string | undefined,
): { readonly page: Page; readonly notices: readonly string[] } {
  const { path, bytes } = input;
  if (bytes.length === 0) throw emptyInput(path);
  if (bytes.length > LARGEST_FILE) throw tooLarge(path, bytes.length, LARGEST_FILE, "file");
  const source = sourceOf(input, encoding);
  const reader = chooseReader(source);
  const { largestBytes, name } = reader;
  if (largestBytes !== undefined && bytes.length > largestBytes) {
    throw tooLarge(path, bytes.length, largestBytes, `file of ${name}`);
  }
  return { page: reader.read(source), notices: source.decoded().notices };
}

function sourceOf({ path, bytes, mediaHint = "" }: FileInput, encoding?: string): Source {
  let decoded: DecodedText | null = null;
  return {
    path,
    bytes,
    mediaHint,
    extension: extensionOf(path),
    decoded() {
      if (decoded !== null) return decoded;
      assertTextBytes(bytes, path);
      decoded = decodeText(bytes, path, encoding);
      if (decoded.text.trim() === "") throw emptyInput(path);
      return decoded;
    },
  };
}

const emptyInput = (path: string): RedthreadError =>
  new RedthreadError("INPUT_EMPTY", `\`${path}\` is empty. There is nothing to read.`);

const tooLarge = (path: string, size: number, limit: number, what: string): RedthreadError =>
  new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` has ${(size / 1024 / 1024).toFixed(1)} MB; the limit for a ${what} is ${limit / 1024 / 1024} MB. Split it.`,
  );
