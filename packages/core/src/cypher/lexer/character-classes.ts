const ID_START = /^[\p{ID_Start}\p{Sc}\p{Pc}]$/u;
const ID_PART = /^[\p{ID_Continue}\p{Sc}\p{Pc}]$/u;
const SPACE = /^[\s\p{Z}\u0085\u180e\ufeff]$/u;

const UNICODE_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";
const UNICODE_LEFT_ARROWHEADS = "\u27e8\u3008\ufe64\uff1c";
const UNICODE_RIGHT_ARROWHEADS = "\u27e9\u3009\ufe65\uff1e";

/** White space as Neo4j's grammar has it: Unicode spaces, the byte order mark and control separators too. */
export function isSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x7f) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  }
  return SPACE.test(character);
}

export function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

/** First character of an unquoted name: a letter, `_`, or a currency sign other than `$`. */
export function isNameStart(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
  }
  return ID_START.test(character);
}

export function isNamePart(character: string): boolean {
  return character.charCodeAt(0) < 0x80
    ? isNameStart(character) || isDigit(character)
    : ID_PART.test(character);
}

/** `-`, `<` or `>` for a Unicode look-alike that Neo4j accepts when drawing an arrow; null for any other character. */
export function asciiArrowPart(character: string): "-" | "<" | ">" | null {
  if (UNICODE_DASHES.includes(character)) {
    return "-";
  }
  if (UNICODE_LEFT_ARROWHEADS.includes(character)) {
    return "<";
  }
  return UNICODE_RIGHT_ARROWHEADS.includes(character) ? ">" : null;
}

/** The character (one or two code units) at an offset; empty at the end. */
export function characterAt(source: string, offset: number): string {
  const point = source.codePointAt(offset);
  return point === undefined
    ? ""
    : point < 0x80
      ? source.charAt(offset)
      : String.fromCodePoint(point);
}
