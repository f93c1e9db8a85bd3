import { type CaseFolding, foldItem, rangeItem } from "./character-sets.js";
import { parseEscape } from "./parse-escape.js";
import type { PatternReader } from "./pattern-reader.js";
import type { CharacterSet, SetItem } from "./regex-node.js";

/** Deepest nesting of `[…]`. */
const MAX_DEPTH = 20;

/** `[…]` with the opening bracket taken: ranges, escapes, nested sets, `&&`. */
export function parseSet(
  reader: PatternReader,
  folding: CaseFolding,
  depth: number = 0,
): CharacterSet {
  if (depth > MAX_DEPTH) {
    throw reader.error("its character classes are nested too deeply");
  }
  const negated = reader.take("^");
  const parts: SetItem[][] = [];
  let items: SetItem[] = [];
  let isFirst = true;
  while (isFirst || !reader.looksAt("]")) {
    if (reader.isAtEnd) {
      throw reader.error("a character class is not closed with `]`");
    }
    if (reader.take("&&")) {
      parts.push(items);
      items = [];
    } else {
      items.push(...parseItem(reader, folding, depth));
    }
    isFirst = false;
  }
  reader.next();
  // `[a&&]` is `[a]` in Java: an empty side does not restrict.
  const filled = [...parts, items].filter((part) => part.length > 0);
  return { negated, parts: filled.length === 0 ? [[]] : filled };
}

function parseItem(reader: PatternReader, folding: CaseFolding, depth: number): readonly SetItem[] {
  if (reader.take("[")) {
    return [{ kind: "set", set: parseSet(reader, folding, depth + 1) }];
  }
  if (reader.take("\\Q")) {
    return Array.from(reader.takeUntil("\\E")).flatMap((character) =>
      foldItem(rangeItem(character.codePointAt(0) ?? 0), folding),
    );
  }
  const from = parseMember(reader);
  if (typeof from !== "number") {
    return [{ kind: "set", set: from }];
  }
  const isRange =
    reader.looksAt("-") &&
    reader.peek(1) !== "]" &&
    reader.peek(1) !== "[" &&
    reader.peek(1) !== "";
  if (!isRange) {
    return foldItem(rangeItem(from), folding);
  }
  reader.next();
  const to = parseMember(reader);
  if (typeof to !== "number" || to < from) {
    throw reader.error("a range in a character class runs backwards");
  }
  return foldItem(rangeItem(from, to), folding);
}

const parseMember = (reader: PatternReader): number | CharacterSet =>
  reader.take("\\") ? parseEscape(reader) : (reader.next().codePointAt(0) ?? 0);
