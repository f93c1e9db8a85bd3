import { ESCAPED_SETS, propertySet } from "./character-sets.js";
import type { PatternReader } from "./pattern-reader.js";
import type { CharacterSet } from "./regex-node.js";

const CONTROL: ReadonlyMap<string, number> = new Map([
  ["t", 0x09],
  ["n", 0x0a],
  ["r", 0x0d],
  ["f", 0x0c],
  ["a", 0x07],
  ["e", 0x1b],
]);

/** What stands behind a backslash, read alike inside and outside of `[…]`: a code point or a set. */
export function parseEscape(reader: PatternReader): number | CharacterSet {
  const character = reader.next();
  const control = CONTROL.get(character);
  if (control !== undefined) {
    return control;
  }
  const set = ESCAPED_SETS.get(character);
  if (set !== undefined) {
    return set;
  }
  switch (character) {
    case "p":
    case "P":
      return parseProperty(reader, character === "P");
    case "x":
      return reader.take("{") ? hexUntilBrace(reader) : hexDigits(reader, 2);
    case "u":
      return hexDigits(reader, 4);
    case "0":
      return octalDigits(reader);
    case "c":
      return (reader.next().codePointAt(0) ?? 0) ^ 0x40;
    case "":
      throw reader.error("a backslash stands at its end");
    default:
      if (/[A-Za-z0-9]/.test(character)) {
        throw reader.error(`\`\\${character}\` means nothing there`);
      }
      return character.codePointAt(0) ?? 0;
  }
}

function parseProperty(reader: PatternReader, negated: boolean): CharacterSet {
  const name = reader.take("{") ? reader.takeUntil("}") : reader.next();
  const inverted = name.startsWith("^");
  const assigned = /^(?:(?:sc|script|gc|general_category)=)(.*)$/i.exec(name);
  const set = propertySet(assigned?.[1] ?? (inverted ? name.slice(1) : name));
  return negated === inverted ? set : { ...set, negated: !set.negated };
}

function hexDigits(reader: PatternReader, count: number): number {
  let digits = "";
  while (digits.length < count) {
    digits += reader.next();
  }
  return codePoint(reader, digits, 16);
}

const hexUntilBrace = (reader: PatternReader): number =>
  codePoint(reader, reader.takeUntil("}"), 16);

function octalDigits(reader: PatternReader): number {
  let digits = "";
  while (digits.length < 3 && /^[0-7]$/.test(reader.peek())) {
    digits += reader.next();
  }
  return codePoint(reader, digits, 8);
}

function codePoint(reader: PatternReader, digits: string, base: 8 | 16): number {
  const isFine = base === 16 ? /^[0-9A-Fa-f]{1,6}$/.test(digits) : /^[0-7]{1,3}$/.test(digits);
  const code = isFine ? Number.parseInt(digits, base) : Number.NaN;
  if (!(code <= 0x10ffff)) {
    throw reader.error(`\`${digits}\` is no character number`);
  }
  return code;
}
