import type { DocumentEntity } from "../../model/document-entity.js";
import type { Qualifier } from "../../model/quantity.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";
import type { ItemRange } from "./voice.js";

/** How many people a stretch of items tells, and who of them by name. */
export interface PeopleCount {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  readonly named: readonly DocumentEntity[];
}

interface Group extends Omit<PeopleCount, "named"> {
  readonly at: number;
  readonly next: number;
  readonly named: DocumentEntity | null;
}
const FIXED: ReadonlyMap<string, number> = new Map([
  ["both", 2],
  ["couple", 2],
  ["pair", 2],
  ["duo", 2],
  ["trio", 3],
  ["quartet", 4],
]);
const PLURAL = /(?:s|men|women|people|police|crew)$/;

/** The people told of in a stretch of items, or null. Lists are summed, breakdowns are not. */
export function countPeople(
  items: readonly Item[],
  range: ItemRange,
  book: RuleBook,
): PeopleCount | null {
  const groups = findGroups(items, range, book);
  const first = groups[0];
  if (first === undefined) return null;
  const list = [first];
  for (const group of groups.slice(1)) {
    const last = list.at(-1) as Group;
    if (!isListed(items, last.next, group.at)) break;
    list.push(group);
  }
  return sumGroups(list);
}

function sumGroups(list: readonly Group[]): PeopleCount {
  const first = list[0] as Group;
  const named = list.flatMap((group) => (group.named === null ? [] : [group.named]));
  const rest = list.slice(1).reduce((sum, group) => sum + group.value, 0);
  if (
    list.length === 1 ||
    rest === first.value ||
    (rest < first.value && list.length > 2 && first.value > 3)
  ) {
    return { ...pick(first), named };
  }
  const value = first.value + rest;
  const exact = list.every((group) => group.qualifier === "eq");
  return { value, low: value, high: exact ? value : null, qualifier: exact ? "eq" : "gte", named };
}

const pick = ({ value, low, high, qualifier }: Group) => ({ value, low, high, qualifier });

/** Only commas, `and`, places in brackets or `in X` may stand between the parts of a list. */
function isListed(items: readonly Item[], from: number, to: number): boolean {
  let joined = false;
  for (let at = from; at < to; at += 1) {
    const item = items[at] as Item;
    if (is(item, "additive") || item.word === "," || is(item, "plus_word")) joined = true;
    else if (
      item.kind === "mention" &&
      (item.entity.role === "place" || item.entity.role === "country")
    )
      continue;
    else if (item.kind === "quantity" && isAge(items, at)) continue;
    else if (item.kind === "word" && is(item, "listed_counts")) continue;
    else return false;
  }
  return joined && to - from <= 6;
}

/** `X, 30, and`: how old the one before is. */
const isAge = (items: readonly Item[], at: number): boolean =>
  [",", "("].includes(wordAt(items, at - 1)) && [",", ")"].includes(wordAt(items, at + 1));

function findGroups(items: readonly Item[], range: ItemRange, book: RuleBook): Group[] {
  const groups: Group[] = [];
  let at = range.from;
  while (at < range.to) {
    const group = groupAt(items, at, range, book);
    if (group === null) at += 1;
    else {
      groups.push(group);
      at = group.next;
    }
  }
  return groups;
}

function groupAt(
  items: readonly Item[],
  at: number,
  range: ItemRange,
  book: RuleBook,
): Group | null {
  const item = items[at] as Item;
  if (item.kind === "quantity") return countedGroup(items, at, range, book);
  if (item.kind === "mention") return namedGroup(items, at);
  const fixed = FIXED.get(item.word);
  if (fixed !== undefined) return exactly(fixed, at, at + 1);
  if (is(item, "one_person")) return singleGroup(items, at, range.to, book);
  return null;
}

const exactly = (value: number, at: number, next: number): Group => ({
  value,
  low: value,
  high: value,
  qualifier: "eq",
  at,
  next,
  named: null,
});

function namedGroup(items: readonly Item[], at: number): Group | null {
  const item = items[at];
  if (item?.kind !== "mention") return null;
  const { role } = item.entity;
  if (role !== "person" && role !== "official") return null;
  if (is(items[at - 1], "count_breaks") || wordAt(items, at + 1) === "'s") return null;
  return { ...exactly(1, at, at + 1), named: item.entity };
}

/** `17 suspects`, `two Iranians`, `three were`, `six others`, `ten to twelve porters`. */
function countedGroup(
  items: readonly Item[],
  at: number,
  { from: start, to: end }: ItemRange,
  book: RuleBook,
): Group | null {
  const item = items[at];
  if (item?.kind !== "quantity") return null;
  const { quantity } = item;
  const { value, low, high, qualifier } = quantity;
  if (quantity.unitClass !== null || quantity.fraction || value === null) return null;
  if (!Number.isInteger(value) || value > 100_000) return null;
  const head = personHead(items, at + 1, Math.min(end, at + 9), book);
  const joined = is(items[at - 1], "additive") && is(items[at + 1], "counted_origin");
  const alone =
    (at + 1 >= end || at === start || joined || is(items[at + 1], "counted_verbs")) &&
    !is(items[at - 1], "count_breaks") &&
    isAlone(items, at + 1, end);
  if (head === null && !alone && !is(items[at + 1], "more_word")) return null;
  return { value, low, high, qualifier, at, next: head ?? at + 1, named: null };
}

/** True where a figure stands for people by itself: `killing five and`, `two were`. */
const isAlone = (items: readonly Item[], next: number, end: number): boolean => {
  const item = items[next];
  return (
    next >= end ||
    is(items[next], "counted_verbs") ||
    item?.kind === "mark" ||
    item?.kind === "date" ||
    is(items[next], "count_breaks") ||
    is(items[next], "additive")
  );
};

/** Item after the noun that makes a figure a count of people, or null. */
function personHead(
  items: readonly Item[],
  from: number,
  end: number,
  book: RuleBook,
): number | null {
  const persons = book.nouns("person");
  for (let at = from; at < end; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      const people = item.entity.role === "country" && item.mention.form === "demonym";
      const after = wordAt(items, at + 1);
      if (people && item.last.endsWith("s") && !persons.has(after)) return at + 1;
      if (item.entity.role === "goods" || item.entity.role === "place") {
        if (item.entity.role === "place") return null;
      }
      continue;
    }
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (item.kind === "mark") {
      if (item.word === "-" || item.word === '"' || item.word === "'s") continue;
      return null;
    }
    if (persons.has(item.word)) return personEnd(items, at + 1, end, persons);
    if (is(item, "count_breaks") || is(item, "additive")) return null;
  }
  return null;
}

/** `arms dealers`, `smugglers and traffickers`: the last of several person nouns in a row. */
function personEnd(
  items: readonly Item[],
  from: number,
  end: number,
  persons: ReadonlySet<string>,
): number {
  let at = from;
  while (at < end && persons.has(wordAt(items, at))) at += 1;
  return at;
}

/** `a man`, `the driver`, `their Lao driver`, `a Malaysian citizen`: one person. */
function singleGroup(
  items: readonly Item[],
  at: number,
  end: number,
  book: RuleBook,
): Group | null {
  const persons = book.nouns("person");
  for (let next = at + 1; next < Math.min(end, at + 6); next += 1) {
    const item = items[next] as Item;
    if (item.kind === "mention") {
      if (item.entity.role === "country" && !persons.has(wordAt(items, next + 1))) {
        const alone =
          item.mention.form === "demonym" && (next + 1 >= end || endsNoun(items, next + 1));
        if (alone && !is(items[at], "definite_article")) return exactly(1, at, next + 1);
      }
      if (item.entity.role === "person" || item.entity.role === "official") return null;
      continue;
    }
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (item.kind === "mark") {
      if (item.word === "-" || item.word === "'s") continue;
      return null;
    }
    const fixed = FIXED.get(item.word);
    if (fixed !== undefined) return exactly(fixed, at, next + 1);
    if (persons.has(item.word)) {
      if (persons.has(wordAt(items, next + 1))) continue;
      const many = PLURAL.test(item.word) || is(item, "other_word") || is(item, "crew_word");
      if (many || is(item, "head_word")) return null;
      return exactly(1, at, next + 1);
    }
    if (is(item, "count_breaks") || is(item, "additive")) return null;
  }
  return null;
}

const endsNoun = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  return item?.kind === "mark" || is(items[at], "count_breaks") || is(items[at], "additive");
};
