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
import { readOrigin } from "./report-origin.js";
import { splitSentences } from "./sentences.js";
import { assertTextBytes, chooseReader, extensionOf } from "./sniff.js";

/** A file as found: nothing of it is trusted. */
export interface ReadInput {
  /** Path relative to the folder that was read, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Media type told by whoever delivered the file; the bytes decide where they differ. */
  readonly mediaHint?: string;
}

export interface ReadOptions {
  readonly pack: DomainPack;
}

/** Largest file that is read, in bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * A report as read: immutable text, blocks, sentences, title, publisher, date.
 * @throws RedthreadError `INPUT_EMPTY`, `INPUT_UNSUPPORTED`, `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`.
 */
export function readDocument(input: ReadInput, options: ReadOptions): ReportDocument {
  const { pack } = options;
  const { page, notices } = readPage(input);
  const whole = joinLines(page.lines);
  const folded = foldText(whole);
  const text = folded?.text ?? whole;
  if (text.trim() === "") throw emptyInput(input.path);
  const blocks = layOutText(text, page.lines, pack);
  const origin = readOrigin(text, blocks, pack);
  const language = page.language ?? guessLanguage(text, pack);
  const headline = blocks.find((block) => block.role === "headline");
  const hash = sha256(whole);
  const place = <T extends TextSpan>(one: T): T =>
    folded === null ? one : { ...one, ...folded.whole(one) };
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
    blocks: blocks.map(place),
    sentences: splitSentences(text, blocks, pack).map(place),
    dateOrder: origin.dateOrder,
    notices: [...notices, ...page.notices, ...origin.notices, ...languageNotice(language)],
  };
}

/** What a page tells of itself, without what prints nothing. */
const shown = (told: string | null): string | null => (told === null ? null : visible(told));

const languageNotice = (language: string | null): string[] =>
  language === null || language === "en"
    ? []
    : [`The language seems to be \`${language}\`; only English is extracted.`];

function readPage(input: ReadInput): { readonly page: Page; readonly notices: readonly string[] } {
  const { path, bytes } = input;
  if (bytes.length === 0) throw emptyInput(path);
  if (bytes.length > LARGEST_FILE) throw tooLarge(path, bytes.length, LARGEST_FILE, "file");
  const source = sourceOf(path, bytes, input.mediaHint);
  const reader = chooseReader(source);
  const { largestBytes, name } = reader;
  if (largestBytes !== undefined && bytes.length > largestBytes) {
    throw tooLarge(path, bytes.length, largestBytes, `file of ${name}`);
  }
  return { page: reader.read(source), notices: source.decoded().notices };
}

function sourceOf(path: string, bytes: Uint8Array, mediaHint = ""): Source {
  let decoded: DecodedText | null = null;
  return {
    path,
    bytes,
    mediaHint,
    extension: extensionOf(path),
    decoded() {
      if (decoded !== null) return decoded;
      assertTextBytes(bytes, path);
      decoded = decodeText(bytes, path);
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
