import type { Block } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { findCalendarDates } from "../text/calendar-date.js";
import { parseDateline } from "../text/dateline.js";
import { tokenize } from "../text/tokenize.js";

/** Blocks before and with the first paragraph that can name the outlet. */
const HEADER_BLOCKS = 8;
/** Longest name of an outlet, in characters. */
const LONGEST = 80;

/**
 * The outlet of a report: the source in a dateline; a name that the pack or its head word tells in
 * the header or byline; what stands beside the date in a header parted by bars; the owner in the
 * copyright line. Null where none of them is there.
 */
export function findPublisher(
  text: string,
  blocks: readonly Block[],
  pack: DomainPack,
): string | null {
  const header = blocks.slice(0, HEADER_BLOCKS);
  const lineOf = (block: Block): string => text.slice(block.start, block.end);
  for (const block of header) {
    const source = block.role === "paragraph" ? parseDateline(lineOf(block))?.source : null;
    if (source) return source;
  }
  const lines = header.filter(
    ({ role }) => role === "headline" || role === "dateline" || role === "byline",
  );
  for (const block of lines) {
    const mayGuess = block.role !== "headline" || block.index > 0;
    const part = lineOf(block)
      .split(/\s*(?:\||\/|;|,(?= \p{Lu})|\bfor(?= \p{Lu}))\s*/u)
      .find((piece) => isOutlet(piece.trim(), pack, mayGuess));
    if (part !== undefined && part.length < LONGEST) return part.trim();
  }
  for (const block of lines) {
    const part = besideDate(lineOf(block)) ?? behindAuthor(lineOf(block), pack);
    if (part !== null) return part;
  }
  return copyrightOwner(text, blocks);
}

function isOutlet(piece: string, pack: DomainPack, mayGuess: boolean): boolean {
  const tokens = tokenize(piece);
  const match = pack.lexicon.longestAt(tokens, 0);
  const known = match?.values.some(({ entry }) => entry.kind === "media") === true;
  if (known && match?.to === tokens.length) return true;
  if (!mayGuess || tokens.length < 2 || tokens.length > 6) return false;
  const capital = tokens.every(
    (token) => /^(?:\p{Lu}|[&-]$)/u.test(token.text) || token.folded === "of",
  );
  return capital && tokens.some((token) => pack.words.has("media_heads", token.folded));
}

const CREDIT = /^(?:text|words|story|analysis|report|by|analysis by|report by|words by)\b:?\s+/i;
const NO_OUTLET =
  /^(?:published|updated|issued|posted|modified|last|long read|opinion|analysis|background|news|world|weekly|correction|page|\d)/i;

/** `Published: 3 February 2026 | Amman Court Record`: the part that is no date, no cue and no person. */
function besideDate(line: string): string | null {
  if (!line.includes("|") || findCalendarDates(line).length === 0) return null;
  for (const part of line.split("|").reverse()) {
    const piece = part.trim().replace(/[*_]+$/, "");
    if (findCalendarDates(piece).length > 0 || NO_OUTLET.test(piece) || /\d{1,2}:\d\d/.test(piece))
      continue;
    const name = CREDIT.test(piece)
      ? piece
          .split(/,\s+|\bfor\s+/)
          .slice(1)
          .join(", ")
      : piece;
    if (/^\p{Lu}/u.test(name) && name.length < LONGEST && / /.test(name)) return name;
  }
  return null;
}

/** `By Ada Lund, Harbour Ledger`: what stands behind the author and is neither post nor place. */
function behindAuthor(line: string, pack: DomainPack): string | null {
  const credit = CREDIT.exec(line)?.[0];
  const [author = "", outlet = "", ...more] =
    credit === undefined ? [] : line.slice(credit.length).trim().split(/,\s+/);
  if (more.length > 0 || !isNameOf(author, 2) || !isNameOf(outlet, 2)) return null;
  const tokens = tokenize(outlet);
  const isOther =
    pack.gazetteer.find(outlet).length > 0 ||
    pack.lexicon.longestAt(tokens, 0) !== undefined ||
    tokens.some(({ folded }) =>
      (["posts", "titles", "roles", "ranks"] as const).some((list) => pack.words.has(list, folded)),
    );
  return isOther ? null : outlet.trim();
}

/** Words that all begin with a capital, as names do. */
function isNameOf(text: string, least: number): boolean {
  const words = text.trim().split(/\s+/);
  return words.length >= least && words.length <= 5 && words.every((word) => /^\p{Lu}/u.test(word));
}

const OWNER =
  /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?(\p{Lu}[\p{L}\p{N}&' ]{2,50}?)(?:\.|,|$)/iu;

function copyrightOwner(text: string, blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(-5)) {
    const owner = OWNER.exec(text.slice(block.start, block.end))?.[1]?.trim();
    if (owner !== undefined && !/^all rights/i.test(owner)) return owner;
  }
  return null;
}
