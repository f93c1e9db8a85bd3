import { regexError } from "./regex-error.js";
import type { CharacterSet, SetItem } from "./regex-node.js";

const MAX_CODE_POINT = 0x10ffff;
/** Simple case folding is looked up up to here; ranges beyond are taken as they are. */
const MAX_FOLDED_RANGE = 0x600;

export const rangeItem = (from: number, to: number = from): SetItem => ({
  kind: "range",
  from,
  to,
});

export const setOf = (items: readonly SetItem[], negated: boolean = false): CharacterSet => ({
  negated,
  parts: [items],
});

const ranges = (...pairs: readonly (readonly [number, number])[]): CharacterSet =>
  setOf(pairs.map(([from, to]) => rangeItem(from, to)));

const negate = (set: CharacterSet): CharacterSet => ({ ...set, negated: !set.negated });

export const ANY_CHARACTER = ranges([0, MAX_CODE_POINT]);
const LINE_ENDS = ranges([0x0a, 0x0a], [0x0d, 0x0d], [0x85, 0x85], [0x2028, 0x2029]);
export const NOT_LINE_END = negate(LINE_ENDS);
export const NOT_NEWLINE = negate(ranges([0x0a, 0x0a]));

const DIGIT = ranges([0x30, 0x39]);
const WORD = ranges([0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]);
const SPACE = ranges([0x09, 0x0d], [0x20, 0x20]);
const HORIZONTAL = ranges(
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
);
const VERTICAL = ranges([0x0a, 0x0d], [0x85, 0x85], [0x2028, 0x2029]);

/** `\d`, `\w` and their kin; in Java they are ASCII. */
export const ESCAPED_SETS: ReadonlyMap<string, CharacterSet> = new Map([
  ["d", DIGIT],
  ["D", negate(DIGIT)],
  ["w", WORD],
  ["W", negate(WORD)],
  ["s", SPACE],
  ["S", negate(SPACE)],
  ["h", HORIZONTAL],
  ["H", negate(HORIZONTAL)],
  ["v", VERTICAL],
  ["V", negate(VERTICAL)],
]);

const property = (name: string): CharacterSet =>
  setOf([{ kind: "property", name, negated: false }]);

const POSIX: ReadonlyMap<string, CharacterSet> = new Map([
  ["Lower", ranges([0x61, 0x7a])],
  ["Upper", ranges([0x41, 0x5a])],
  ["ASCII", ranges([0, 0x7f])],
  ["Alpha", ranges([0x41, 0x5a], [0x61, 0x7a])],
  ["Digit", DIGIT],
  ["Alnum", ranges([0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a])],
  ["Punct", ranges([0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e])],
  ["Graph", ranges([0x21, 0x7e])],
  ["Print", ranges([0x20, 0x7e])],
  ["Blank", ranges([0x09, 0x09], [0x20, 0x20])],
  ["Cntrl", ranges([0, 0x1f], [0x7f, 0x7f])],
  ["XDigit", ranges([0x30, 0x39], [0x41, 0x46], [0x61, 0x66])],
  ["Space", SPACE],
  ["javaLowerCase", property("Lowercase")],
  ["javaUpperCase", property("Uppercase")],
  ["javaWhitespace", property("White_Space")],
  ["IsPunctuation", property("P")],
  ["IsDigit", property("Nd")],
  ["IsLetter", property("L")],
]);

/** The set of `\p{name}`. @throws CypherError when there is no such property */
export function propertySet(name: string): CharacterSet {
  const posix = POSIX.get(name);
  if (posix !== undefined) {
    return posix;
  }
  const bare = name.startsWith("Is") ? name.slice(2) : name;
  for (const candidate of [name, bare, `Script=${bare}`]) {
    if (/^[A-Za-z_=]{1,60}$/.test(candidate) && isProperty(candidate)) {
      return property(candidate);
    }
  }
  throw regexError(`The regular expression names the unknown property \`\\p{${name}}\`.`);
}

function isProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, "u").unicode;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return false;
    }
    throw error;
  }
}

/** How letters meet their other case: not at all, in ASCII (Java's `i`), or everywhere (`iu`). */
export type CaseFolding = "none" | "ascii" | "unicode";

/** The item, with the other cases of its letters. */
export function foldItem(item: SetItem, folding: CaseFolding): readonly SetItem[] {
  if (item.kind !== "range" || folding === "none") {
    return [item];
  }
  const added: SetItem[] = [item];
  const last = Math.min(item.to, folding === "ascii" ? 0x7f : MAX_FOLDED_RANGE);
  const first = item.from > last && folding === "unicode" ? item.from : Math.min(item.from, last);
  const end = item.from > last && folding === "unicode" ? Math.min(item.to, item.from) : last;
  for (let code = first; code <= end; code += 1) {
    for (const other of otherCases(code, folding)) {
      added.push(rangeItem(other));
    }
  }
  return added;
}

function otherCases(code: number, folding: CaseFolding): number[] {
  const character = String.fromCodePoint(code);
  const cases = [character.toLowerCase(), character.toUpperCase()];
  return cases.flatMap((text) => {
    const other = text.codePointAt(0);
    const isOne = other !== undefined && text.length === String.fromCodePoint(other).length;
    const isWanted = folding === "unicode" || (code < 0x80 && other !== undefined && other < 0x80);
    return isOne && isWanted && other !== code ? [other] : [];
  });
}

/** Whether a code point belongs to the set. */
export function setHas(set: CharacterSet, code: number): boolean {
  const inside = set.parts.every((part) => part.some((item) => itemHas(item, code)));
  return inside !== set.negated;
}

function itemHas(item: SetItem, code: number): boolean {
  switch (item.kind) {
    case "range":
      return code >= item.from && code <= item.to;
    case "set":
      return setHas(item.set, code);
    case "property":
      return new RegExp(`\\p{${item.name}}`, "u").test(String.fromCodePoint(code)) !== item.negated;
  }
}
