import { CypherError } from "../source/cypher-error.js";
import {
  asciiArrowPart,
  characterAt,
  isDigit,
  isNamePart,
  isNameStart,
  isSpace,
} from "./character-classes.js";
import { lexNumber } from "./lex-number.js";
import { lexQuotedName, lexString, unterminated } from "./lex-string.js";
import type { Token } from "./token.js";

const PAIRS = new Set(["..", "<=", ">=", "<>", "=~", "+=", "||", "!="]);
const SINGLES = new Set("()[]{}.,:;|&!%+-*/^=<>");

/**
 * Tokens of a query, the last one of kind `end`. Comments and white space are dropped. O(length).
 * @throws CypherError for a string, name or comment that is never closed, a bad escape, and a character
 * that stands for nothing.
 */
export function lex(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(source, 0);
  while (at < source.length) {
    const token = lexToken(source, at);
    tokens.push(token);
    at = skipBlank(source, token.end);
  }
  tokens.push(plainToken("end", "", source.length, source.length));
  return tokens;
}

function plainToken(
  kind: "word" | "parameter" | "symbol" | "end",
  text: string,
  start: number,
  end: number,
): Token {
  const keyword = kind === "word" ? text.toUpperCase() : "";
  return { kind, text, keyword, start, end, value: null, problem: null };
}

/** Offset of the first character after white space and comments. */
function skipBlank(source: string, from: number): number {
  let at = from;
  for (;;) {
    if (source.startsWith("//", at)) {
      at = endOfLine(source, at);
    } else if (source.startsWith("/*", at)) {
      const close = source.indexOf("*/", at + 2);
      if (close === -1) {
        throw unterminated(at, source.length, "comment", "*/");
      }
      at = close + 2;
    } else if (at < source.length && isSpace(source.charAt(at))) {
      at += 1;
    } else {
      return at;
    }
  }
}

function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === "\n" || source[at] === "\r") {
      return at;
    }
  }
  return source.length;
}

function lexToken(source: string, start: number): Token {
  const first = characterAt(source, start);
  if (isNameStart(first)) {
    const end = endOfName(source, start);
    return plainToken("word", source.slice(start, end), start, end);
  }
  if (isDigit(first) || (first === "." && startsFraction(source, start))) {
    return lexNumber(source, start);
  }
  if (first === "'" || first === '"') {
    return lexString(source, start);
  }
  if (first === "`") {
    return lexQuotedName(source, start);
  }
  return first === "$" ? lexParameter(source, start) : lexSymbol(source, start, first);
}

/** `.5` is a float, the dot of `a.5` or `1..5` is none. */
function startsFraction(source: string, dot: number): boolean {
  return isDigit(source.charAt(dot + 1)) && source[dot - 1] !== ".";
}

function endOfName(source: string, start: number): number {
  let end = start;
  for (;;) {
    const part = characterAt(source, end);
    if (part === "" || !isNamePart(part)) {
      return end;
    }
    end += part.length;
  }
}

function lexParameter(source: string, start: number): Token {
  if (source[start + 1] === "`") {
    const name = lexQuotedName(source, start + 1);
    return plainToken("parameter", name.text, start, name.end);
  }
  const end = endOfName(source, start + 1);
  return end === start + 1
    ? plainToken("symbol", "$", start, end)
    : plainToken("parameter", source.slice(start + 1, end), start, end);
}

function lexSymbol(source: string, start: number, first: string): Token {
  const pair = source.slice(start, start + 2);
  if (PAIRS.has(pair)) {
    return plainToken("symbol", pair, start, start + 2);
  }
  const symbol = SINGLES.has(first) ? first : asciiArrowPart(first);
  if (symbol === null) {
    throw new CypherError({
      kind: "SyntaxError",
      phase: "compile time",
      detail: "UnexpectedSyntax",
      message: `The character \`${first}\` has no meaning here.`,
      hint: "Names with special characters stand in backticks, texts in quotes.",
      span: { start, end: start + first.length },
    });
  }
  return plainToken("symbol", symbol, start, start + first.length);
}
