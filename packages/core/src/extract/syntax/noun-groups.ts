import type { Item } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import type { ItemTag } from "./tag-items.js";

/**
 * A stretch of items that names one thing, `the gang's alleged leader Ole Lund`: determiner,
 * modifiers, head. What belongs to it by `of`, in a list or set off by commas hangs on it.
 */
export interface NounGroup {
  readonly index: number;
  readonly from: number;
  /** First item behind it. */
  readonly to: number;
  /** Its last noun or name, or the pronoun. */
  readonly head: number;
  /** Item of `the`, `a`, `his` that opens it, or null. */
  readonly opener: number | null;
  /** The group before `'s`. */
  readonly possessor: NounGroup | null;
  /** True where it only owns the next group: `X` in `X's driver`. */
  owns: boolean;
  /** Preposition right before it, as an item, or null. */
  preposition: number | null;
  /** The group that its preposition hangs it on, or null. */
  parent: NounGroup | null;
  /** Groups that hang on it by a preposition, in text order. */
  readonly complements: NounGroup[];
  /** Groups listed with it, itself left out; only the first of a list has them. */
  readonly listed: NounGroup[];
  /** The first of the list that it belongs to, or null. */
  listHead: NounGroup | null;
  /** Groups that say who or what it is: `X, the leader`, `X (INSS)`. */
  readonly apposed: NounGroup[];
}

const INNER: ReadonlySet<ItemTag> = new Set(["adjective", "number", "noun", "name"]);
const HEADS: ReadonlySet<ItemTag> = new Set(["noun", "name", "number"]);

/** The noun groups of a sentence in text order, not yet linked. Linear. */
export function findNounGroups(items: readonly Item[], tags: readonly ItemTag[]): NounGroup[] {
  const groups: NounGroup[] = [];
  let at = 0;
  let possessor: NounGroup | null = null;
  while (at < items.length) {
    const to = groupEnd(items, tags, at);
    if (to === at) {
      possessor = null;
      at += 1;
      continue;
    }
    const group = makeGroup(tags, groups.length, at, to, possessor);
    if (group !== null) groups.push(group);
    if (group !== null && possessor !== null) possessor.owns = true;
    possessor = group !== null && tags[to] === "possessive" ? group : null;
    at = possessor === null ? to : to + 1;
  }
  return groups;
}

/** First item behind the group that starts at `from`; `from` itself where none does. */
function groupEnd(items: readonly Item[], tags: readonly ItemTag[], from: number): number {
  if (tags[from] === "pronoun") return from + 1;
  // `most of the load`
  if (tags[from] === "determiner" && is(items[from + 1], "genitive")) return from + 1;
  let at = from;
  while (tags[at] === "determiner" || tags[at] === "owner") at += 1;
  for (let step = 1; step > 0; at += step) step = stepInside(items, tags, from, at);
  while (at > from && !HEADS.has(tags[at - 1] as ItemTag) && !isDemonymHead(items, tags, at - 1))
    at -= 1;
  return at;
}

/** How many items of a group follow from an item on as one part of it; 0 where it ends. */
function stepInside(
  items: readonly Item[],
  tags: readonly ItemTag[],
  from: number,
  at: number,
): number {
  const tag = tags[at];
  if (tag === undefined) return 0;
  const inside = at > from;
  // `so-called`, `well-known`: a compound modifies, whatever its first part is.
  if (inside && tag === "adverb" && isHyphen(items, tags, at + 1)) return 3;
  if (isHyphen(items, tags, at)) return 2;
  if (INNER.has(tag) || isQuoted(items, tags, at)) return 1;
  if (inside && isShortened(items, tags, at)) return 1;
  const dated = tag === "time" && isNominal(tags[at + 1]);
  const graded = tag === "adverb" && isModifier(tags[at + 1]);
  return inside && (dated || graded) ? 1 : 0;
}

/** The dot of `Lt. Gen. Ole Lund`. */
function isShortened(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  const [before, dot] = [items[at - 1], items[at]];
  const tied = dot?.word === "." && before?.kind === "word" && before.end === dot.start;
  return (
    tied &&
    before.word.length <= LONGEST_SHORT &&
    isNominal(tags[at - 1]) &&
    isNominal(tags[at + 1])
  );
}

const LONGEST_SHORT = 4;

const isNominal = (tag: ItemTag | undefined): boolean => tag === "noun" || tag === "name";
const isModifier = (tag: ItemTag | undefined): boolean => tag === "adjective" || isNominal(tag);

/** `right - hand`, `US - backed`: a hyphen without blanks between parts of a group. */
function isHyphen(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  const [before, sign, after] = [items[at - 1], items[at], items[at + 1]];
  if (sign?.word !== "-" || before === undefined || after === undefined) return false;
  const joined = before.end === sign.start && sign.end === after.start;
  const next = tags[at + 1];
  return (
    joined && next !== undefined && (INNER.has(next) || next === "verb" || next === "preposition")
  );
}

const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "‘", "’", "'", "«", "»"]);

/** A quote mark around a part of the group: `Ole "Topo" Lund`. */
function isQuoted(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  return QUOTES.has(items[at]?.word ?? "") && isNominal(tags[at + 1]) && isNominal(tags[at - 1]);
}

/** A name of people alone: `two Iraqis`, `the Iraqi`. */
function isDemonymHead(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  return tags[at] === "adjective" && items[at]?.kind === "mention";
}

function makeGroup(
  tags: readonly ItemTag[],
  index: number,
  from: number,
  to: number,
  possessor: NounGroup | null,
): NounGroup | null {
  let head = to - 1;
  while (head > from && !HEADS.has(tags[head] as ItemTag) && tags[head] !== "pronoun") head -= 1;
  const first = tags[from];
  return {
    index,
    from,
    to,
    head,
    opener: to > from + 1 && (first === "determiner" || first === "owner") ? from : null,
    possessor,
    owns: false,
    preposition: null,
    parent: null,
    complements: [],
    listed: [],
    listHead: null,
    apposed: [],
  };
}
