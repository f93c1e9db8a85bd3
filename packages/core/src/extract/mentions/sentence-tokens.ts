import type { BlockRole, ReportDocument, Sentence } from "../../model/report-document.js";
import type { WordLists } from "../../packs/word-lists.js";
import { parseDateline } from "../../text/dateline.js";
import { is, type ReadToken, readTokens } from "../words/read-tokens.js";

/** A sentence as the grammars read it. */
export interface SentenceTokens {
  readonly sentence: Sentence;
  readonly role: BlockRole;
  readonly tokens: readonly ReadToken[];
  /** True where most words are in capitals, so that capitals tell nothing. */
  readonly shouts: boolean;
  /** True where most words start with a capital although they are no names. */
  readonly titled: boolean;
  /** Tokens before this index are a dateline: its town is no place of the story. */
  readonly datelineEnd: number;
  /** Tokens of the outlet in the dateline, or null. */
  readonly source: { readonly from: number; readonly to: number } | null;
}

/** Tokens of one sentence that are read; a longer one is no sentence. */
const MOST_TOKENS = 400;

/** The sentences that are read for names: those of no boilerplate and no duplicate block. */
export function readSentences(document: ReportDocument, words: WordLists): SentenceTokens[] {
  const read: SentenceTokens[] = [];
  for (const sentence of document.sentences) {
    const block = document.blocks[sentence.block];
    if (block === undefined || block.role === "boilerplate" || block.role === "duplicate") continue;
    const tokens = readTokens(words, document.text, sentence.start, sentence.end).slice(
      0,
      MOST_TOKENS,
    );
    const dateline =
      sentence.start === block.start && block.role !== "headline"
        ? findDateline(document.text.slice(sentence.start, block.end), sentence.start, tokens)
        : { datelineEnd: 0, source: null };
    read.push({ sentence, role: block.role, tokens, ...capitals(tokens), ...dateline });
  }
  return read;
}

function findDateline(
  paragraph: string,
  offset: number,
  tokens: readonly ReadToken[],
): Pick<SentenceTokens, "datelineEnd" | "source"> {
  const dateline = parseDateline(paragraph);
  if (dateline === null) return { datelineEnd: 0, source: null };
  const end = offset + dateline.end;
  const after = tokens.findIndex((token) => token.start >= end);
  const datelineEnd = after < 0 ? tokens.length : after;
  if (dateline.source === null) return { datelineEnd, source: null };
  const open = tokens.findIndex((token, at) => token.text === "(" && at < datelineEnd);
  const close = tokens.findIndex((token, at) => token.text === ")" && at > open);
  return { datelineEnd, source: open < 0 || close < 0 ? null : { from: open + 1, to: close } };
}

const UPPER = /^[\p{Lu}\p{N}]+$/u;
const CAPITAL = /^\p{Lu}/u;

function capitals(tokens: readonly ReadToken[]): Pick<SentenceTokens, "shouts" | "titled"> {
  const words = tokens.filter((token) => token.kind === "word" && token.text.length > 1);
  const upper = words.filter((token) => UPPER.test(token.text)).length;
  const long = words.filter((token) => !is(token, "title_small_words"));
  const capital = long.filter((token) => CAPITAL.test(token.text)).length;
  return {
    shouts: words.length >= 2 && upper > words.length * 0.7,
    titled: long.length >= 4 && capital > long.length * 0.8,
  };
}

/** A token that is a word. */
export interface WordToken extends ReadToken {
  readonly kind: "word";
}

/** True for a word that starts with a capital. */
export const isCapital = (token: ReadToken | undefined): token is WordToken =>
  token?.kind === "word" && CAPITAL.test(token.text);

/** True for a word of two letters or more, all capitals. */
export const isUpper = (token: ReadToken | undefined): token is WordToken =>
  token?.kind === "word" && token.text.length > 1 && UPPER.test(token.text);

/** True for a lower-case word. */
export const isLower = (token: ReadToken | undefined): token is WordToken =>
  token?.kind === "word" && !CAPITAL.test(token.text);

const OPENERS = new Set([".", ":", "“", '"', "‘", "•", "–", "—", "|", "«", "!", "?"]);

/** True where a capital may only mark the start of a sentence or quote. */
export function opensSentence(tokens: readonly ReadToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (before.text === "-") {
    // A dash between blanks opens; a hyphen joins.
    return tokens[at]?.start !== before.end;
  }
  if (before.text === ".") return true;
  if (before.text === ")" && /^\d{1,2}$/.test(tokens[at - 2]?.text ?? "")) return true;
  return OPENERS.has(before.text);
}
