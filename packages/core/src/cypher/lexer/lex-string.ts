import { CypherError } from "../source/cypher-error.js";
import type { Token } from "./token.js";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["`", "`"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The string literal that opens at an offset with `'` or `"`. Line breaks may stand inside. */
export function lexString(source: string, start: number): Token {
  const quote = source.charAt(start);
  let text = "";
  let at = start + 1;
  for (;;) {
    const next = nextSpecial(source, at, quote);
    if (next === -1) {
      throw unterminated(start, source.length, "string", quote);
    }
    text += source.slice(at, next);
    if (source[next] === quote) {
      return {
        kind: "string",
        text,
        keyword: "",
        start,
        end: next + 1,
        value: null,
        problem: null,
      };
    }
    const escaped = readEscape(source, next);
    text += escaped.text;
    at = escaped.end;
  }
}

/** The name between backticks that opens at an offset; a doubled backtick stands for one. */
export function lexQuotedName(source: string, start: number): Token {
  let text = "";
  let at = start + 1;
  for (;;) {
    const close = source.indexOf("`", at);
    if (close === -1) {
      throw unterminated(start, source.length, "name", "`");
    }
    text += source.slice(at, close);
    if (source[close + 1] !== "`") {
      const end = close + 1;
      return { kind: "quoted-word", text, keyword: "", start, end, value: null, problem: null };
    }
    text += "`";
    at = close + 2;
  }
}

function nextSpecial(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    const unit = source[at];
    if (unit === quote || unit === "\\") {
      return at;
    }
  }
  return -1;
}

function readEscape(source: string, backslash: number): { text: string; end: number } {
  const letter = source.charAt(backslash + 1);
  const plain = ESCAPES.get(letter);
  if (plain !== undefined) {
    return { text: plain, end: backslash + 2 };
  }
  if (letter === "u" || letter === "U") {
    return readUnicodeEscape(source, backslash, letter === "u" ? 4 : 8);
  }
  throw new CypherError({
    kind: "SyntaxError",
    phase: "compile time",
    detail: "UnexpectedSyntax",
    message: `\`\\${letter}\` is not an escape sequence.`,
    hint: "Write `\\\\` for a backslash.",
    span: { start: backslash, end: Math.min(backslash + 2, source.length) },
  });
}

function readUnicodeEscape(
  source: string,
  backslash: number,
  length: 4 | 8,
): { text: string; end: number } {
  const end = backslash + 2 + length;
  const digits = source.slice(backslash + 2, end);
  const point = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (digits.length !== length || !(point <= 0x10ffff)) {
    throw new CypherError({
      kind: "SyntaxError",
      phase: "compile time",
      detail: "InvalidUnicodeLiteral",
      message: `\`${source.slice(backslash, backslash + 2)}\` is not followed by the ${length} hexadecimal digits of a character.`,
      hint: "Write for example `\\u00e9`.",
      span: { start: backslash, end: Math.min(end, source.length) },
    });
  }
  const text = length === 4 ? String.fromCharCode(point) : String.fromCodePoint(point);
  return { text, end };
}

/** The error for a quote, backtick or comment that is opened and never closed. */
export function unterminated(
  start: number,
  end: number,
  what: "string" | "name" | "comment",
  closer: string,
): CypherError {
  return new CypherError({
    kind: "SyntaxError",
    phase: "compile time",
    detail: "UnexpectedSyntax",
    message: `The ${what} that starts here is never closed.`,
    hint: `Add the closing \`${closer === "`" ? "backtick" : closer}\`.`,
    span: { start, end: Math.min(end, start + 1) },
  });
}
