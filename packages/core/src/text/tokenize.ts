// One pass over the text by code point; every token is a slice of it, so offsets stay UTF-16.
// Hyphens are tokens of their own (`US-backed` is three), apostrophes inside a name are not
// (`Sana'a` is one), a possessive `'s` is split off, and `U.S.` stays whole.
import { fold } from "./fold.js";

type TokenKind = "word" | "number" | "possessive" | "mark";

/** A word, number or sign of a text; tokens are in text order and never overlap. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** {@link fold} of `text` without full stops; empty for signs and for noise. */
  readonly folded: string;
  readonly kind: TokenKind;
}

/** Longest word that can be a word: longer runs are encoded data and match nothing. */
const LONGEST_WORD = 60;

const LETTER = /^[\p{L}\p{M}]$/u;
const DIGIT = /^\p{Nd}$/u;

const isLetter = (sign: string): boolean => {
  const code = sign.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return LETTER.test(sign);
};
const isDigit = (sign: string): boolean => {
  const code = sign.charCodeAt(0);
  if (code < 128) return code >= 48 && code <= 57;
  return DIGIT.test(sign);
};
const isApostrophe = (sign: string): boolean =>
  sign === "'" || sign === "’" || sign === "‘" || sign === "ʼ" || sign === "`" || sign === "ʿ";

const signAt = (text: string, at: number, end: number): string => {
  if (at >= end) return "";
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && at + 1 < end
    ? text.slice(at, at + 2)
    : text.charAt(at);
};

/** Tokens of `text` between two offsets, blanks left out. Linear time. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const sign = signAt(text, at, end);
    if (sign.trim() === "") {
      at += sign.length;
      continue;
    }
    const next = endOfToken(text, at, end, sign);
    tokens.push(makeToken(text, at, next, sign));
    at = next;
  }
  return tokens;
}

function makeToken(text: string, start: number, end: number, first: string): Token {
  const slice = text.slice(start, end);
  if (isLetter(first)) {
    const folded = slice.length > LONGEST_WORD ? "" : fold(slice.replaceAll(".", ""));
    return { start, end, text: slice, folded, kind: "word" };
  }
  if (isDigit(first)) {
    const folded = slice.length > LONGEST_WORD ? "" : slice;
    return { start, end, text: slice, folded, kind: "number" };
  }
  const kind = isApostrophe(first) && end > start + 1 ? "possessive" : "mark";
  return { start, end, text: slice, folded: "", kind };
}

function endOfToken(text: string, at: number, end: number, first: string): number {
  if (isLetter(first)) return endOfDotted(text, at, end) ?? endOfWord(text, at, end);
  if (isDigit(first)) return endOfNumber(text, at, end);
  if (isApostrophe(first) && isPossessive(text, at, end)) return at + 2;
  return at + first.length;
}

/** `'s` after a word and before none. */
function isPossessive(text: string, at: number, end: number): boolean {
  const s = signAt(text, at + 1, end);
  if (s !== "s" && s !== "S") return false;
  const after = signAt(text, at + 2, end);
  const before = at > 0 ? text.charAt(at - 1) : "";
  return isLetterOrDigit(before) && !isLetterOrDigit(after);
}

const isLetterOrDigit = (sign: string): boolean => sign !== "" && (isLetter(sign) || isDigit(sign));

function endOfWord(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const sign = signAt(text, at, end);
    if (isLetterOrDigit(sign)) at += sign.length;
    else if (isApostrophe(sign) && joinsLetters(text, at, end)) at += sign.length;
    else break;
  }
  return at;
}

/** An apostrophe between two letters that starts no possessive. */
const joinsLetters = (text: string, at: number, end: number): boolean => {
  const after = signAt(text, at + 1, end);
  return after !== "" && isLetter(after) && !isPossessive(text, at, end);
};

/** End of `U.S.`, `a.m.`, `D.C`, or null where no dotted abbreviation starts. */
function endOfDotted(text: string, start: number, end: number): number | null {
  let at = start;
  let letters = 0;
  while (at + 1 < end && isLetter(signAt(text, at, end)) && text.charAt(at + 1) === ".") {
    letters += 1;
    at += 2;
  }
  if (letters === 0) return null;
  const next = signAt(text, at, end);
  if (next !== "" && isLetter(next)) {
    // "D.C" ends in a letter without a stop; "U.S.Navy" does not.
    const after = signAt(text, at + next.length, end);
    if (!isLetterOrDigit(after)) return at + next.length;
    return letters >= 2 ? at : null;
  }
  return letters >= 2 ? at : null;
}

function endOfNumber(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const sign = signAt(text, at, end);
    if (isDigit(sign)) at += sign.length;
    else if ((sign === "." || sign === ",") && isDigit(signAt(text, at + 1, end))) at += 1;
    else break;
  }
  return at;
}
