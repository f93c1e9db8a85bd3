// The agency that a paper credits for what it prints: in brackets at the dateline or the end, behind
// the last dash, or in a source line.
import type { Block, ReportDocument } from "../model/report-document.js";
import { parseDateline } from "../text/dateline.js";
import { tokenize } from "../text/tokenize.js";
import type { OriginWords, Publishers } from "./publishers.js";

/** A credit and where it stands. */
export interface Credit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const AT_END =
  /(?:[([]([^()[\]\n]{2,50})[)\]]|[.!?”"]\s*[-–—]{1,2}\s?([\p{Lu}][\p{L}\p{N} .&'-]{1,40}))[.\s]*$/u;
const ALONE = /^\s*[-–—]{0,2}\s*([\p{Lu}][\p{L}\p{N} .&'-]{1,40})\s*$/u;
const SOURCE = /^\s*(\p{L}+)\s*:\s*([\p{Lu}][^\n]{1,60}?)\.?\s*$/u;
/** Names in one credit: `Harbour Wire/Pier News`. */
const PARTS = /\s*(?:\/|,|;|\band\b|\bvia\b)\s*/u;

/** Agencies that a report credits, in text order; never its own publisher. */
export function findCredits(
  document: ReportDocument,
  publishers: Publishers,
  pack: OriginWords,
): readonly Credit[] {
  const own = document.publisher === null ? null : publishers.keyOf(document.publisher);
  const blocks = document.blocks.filter(
    ({ role }) => role !== "boilerplate" && role !== "quotation" && role !== "struck",
  );
  const body = blocks.filter(({ role }) => role === "paragraph");
  const found = [
    ...body.slice(0, 1).flatMap((block) => atDateline(document, block)),
    ...blocks.slice(-3).flatMap((block) => atEnd(document, block, pack)),
  ];
  return found.filter(({ name }) => {
    const key = publishers.keyOf(name);
    return key !== own && isOutlet(name, publishers, pack);
  });
}

function atDateline({ text }: ReportDocument, { start, end }: Block): readonly Credit[] {
  const line = text.slice(start, end);
  const source = parseDateline(line)?.source ?? null;
  return source === null ? [] : parted(source, start + line.indexOf(source));
}

function atEnd(
  { text }: ReportDocument,
  { start, end }: Block,
  { words }: OriginWords,
): readonly Credit[] {
  const line = text.slice(start, end);
  const sourced = SOURCE.exec(line);
  const [, opener = "", source = ""] = sourced ?? [];
  if (words.has("source_words", opener.toLowerCase()))
    return parted(source, start + line.indexOf(source));
  const match = AT_END.exec(line) ?? ALONE.exec(line);
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? [] : parted(name, start + line.lastIndexOf(name));
}

function parted(names: string, start: number): readonly Credit[] {
  return names.split(PARTS).flatMap((part) => {
    const name = part.trim();
    const at = start + names.indexOf(part);
    return name === "" ? [] : [{ name, start: at, end: at + part.length }];
  });
}

/** What a publisher of the case, the pack or its last word shows to be an outlet. */
function isOutlet(name: string, publishers: Publishers, { words, lexicon }: OriginWords): boolean {
  if (publishers.isKnown(name)) return true;
  const tokens = tokenize(name);
  const known = lexicon.longestAt(tokens, 0);
  const isMedia = known?.values.some(({ entry }) => entry.kind === "media") === true;
  if (isMedia && known?.to === tokens.length) return true;
  const last = tokens.at(-1)?.folded ?? "";
  const isName = tokens.every(({ text }) => /^\p{Lu}|^[&-]$/u.test(text));
  return isName && tokens.length > 1 && tokens.length <= 5 && words.has("media_heads", last);
}
