import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { NounGroup } from "./noun-groups.js";
import type { ItemTag } from "./tag-items.js";
import type { WordClasses } from "./word-classes.js";

/** What linking looks at. */
export interface GroupGround {
  readonly items: readonly Item[];
  readonly tags: readonly ItemTag[];
  readonly groups: readonly NounGroup[];
  readonly classes: WordClasses;
}

/**
 * Hangs the groups of a sentence on each other: by a preposition between neighbours, in lists, and
 * where one that is set off says what the other is.
 */
export function linkGroups(ground: GroupGround): void {
  for (const [at, group] of ground.groups.entries()) {
    const before = ground.groups[at - 1];
    if (isAgeGroup(ground, group)) continue;
    group.preposition = prepositionBefore(ground, group);
    if (before === undefined) continue;
    if (group.possessor === before) continue;
    const named = isAgeGroup(ground, before) ? ground.groups[at - 2] : before;
    const partner =
      group.preposition === null && named !== undefined ? listPartner(ground, named, group) : null;
    if (group.preposition !== null) hang(ground, named ?? before, group);
    else if (partner !== null) enlist(partner, group);
    else apposeTo(ground, before, group);
  }
}

function prepositionBefore({ items, tags }: GroupGround, group: NounGroup): number | null {
  let at = (group.possessor === null ? group.from : outermost(group).from) - 1;
  while (tags[at] === "adverb" || isOpeningQuote(items, at)) at -= 1;
  return tags[at] === "preposition" ? at : null;
}

const outermost = (group: NounGroup): NounGroup =>
  group.possessor === null ? group : outermost(group.possessor);

const isOpeningQuote = (items: readonly Item[], at: number): boolean =>
  ['"', "“", "‘", "'"].includes(wordAt(items, at));

/** `the head of the ring in Basra`: each hangs on the one right before its preposition. */
function hang(ground: GroupGround, before: NounGroup, group: NounGroup): void {
  const { items } = ground;
  const at = group.preposition as number;
  const start = startOf(group);
  if (before.to > at || start <= at) return;
  // `X, 34, of Y`: an age may stand between.
  const from = ageEnd(ground, before.to);
  const aged = from > before.to && wordAt(items, from) === "," ? from + 1 : from;
  const gap = items.slice(aged, at);
  if (gap.some((item) => item.kind !== "mark" || !isClosing(item.word))) return;
  group.parent = before;
  before.complements.push(group);
}

const CLOSING: ReadonlySet<string> = new Set(['"', "”", "’", "'", ")", "»"]);
const isClosing = (word: string): boolean => CLOSING.has(word);

/** First item of a group with those before its `'s`. */
export const startOf = (group: NounGroup): number => outermost(group).from;

/** A group and those its list holds. */
export const withListed = (group: NounGroup): readonly NounGroup[] => [group, ...group.listed];

function enlist(before: NounGroup, group: NounGroup): void {
  const head = before.listHead ?? before;
  group.listHead = head;
  head.listed.push(group);
}

/** `X, 34, and Y, aged 41`: a bare figure set off behind a name is how old its holder is. */
function isAgeGroup(ground: GroupGround, group: NounGroup): boolean {
  return ageStart(ground, group.to) === group.from && group.to > group.from;
}

/** Where the age starts that ends before an item, or null: `34` in `X, 34, was`, `aged 34`. */
export function ageStart({ items, classes }: Pick<GroupGround, "items" | "classes">, end: number): number | null {
  const item = items[end - 1];
  const years = item?.kind === "quantity" && item.quantity.unitClass === null ? item.quantity.value : null;
  if (years === null || years < YOUNGEST || years > OLDEST) return null;
  let from = end - 1;
  while (classes("aged").has(wordAt(items, from - 1))) from -= 1;
  const sign = wordAt(items, from - 1);
  return (sign === "," || sign === "(") && items[from - 2]?.kind === "mention" ? from : null;
}

const YOUNGEST = 10;
const OLDEST = 99;

/** First item behind the age that follows a name, its signs included. */
function ageEnd(ground: GroupGround, from: number): number {
  for (let at = from + 2; at <= Math.min(from + 4, ground.items.length); at += 1)
    if (ageStart(ground, at) === from + 1)
      return wordAt(ground.items, from) === "(" && wordAt(ground.items, at) === ")" ? at + 1 : at;
  return from;
}

/** What parts two groups, as words; null where something else than signs and joining words does. */
function between(ground: GroupGround, before: NounGroup, group: NounGroup): string[] | null {
  const { items, tags } = ground;
  const words: string[] = [];
  for (let at = ageEnd(ground, before.to); at < startOf(group); at += 1) {
    const item = items[at];
    if (item === undefined) return null;
    const quiet = tags[at] === "adverb" || isOpeningQuote(items, at) || isClosing(item.word);
    if (quiet) continue;
    if (item.kind !== "mark" && item.kind !== "word") return null;
    words.push(item.word);
  }
  return words;
}

/**
 * What a group is listed with: `A, B and C`, `A as well as B`, `the leader of A and a cousin of B`; the
 * nearest of one kind up the phrases before it, with a joining word at this gap or at a later one.
 */
function listPartner(ground: GroupGround, before: NounGroup, group: NounGroup): NounGroup | null {
  const words = between(ground, before, group);
  if (words === null || words.length === 0) return null;
  const joined = words.join(" ").replace(/^, /, "");
  const { classes } = ground;
  const joins = classes("coordinator").has(joined) || classes("alsoJoins").has(joined);
  if (!joins && (words.join(" ") !== "," || !joinsLater(ground, group))) return null;
  for (let one: NounGroup | null = before; one !== null; one = one.parent) {
    if (isAlike(ground, one, group)) return one;
    // `X, a chemist, and Y`: who is described is listed, not the description.
    const described = one.apposed.find((other) => other.from < before.from && isAlike(ground, other, group));
    if (described !== undefined) return described;
  }
  // `the firm and its director X`: two names of different kinds right beside each other.
  const named = [before, group].every(({ head }) => ground.items[head]?.kind === "mention");
  return joins && named ? before : null;
}

/** True where a joining word follows behind further members of the list. */
function joinsLater(ground: GroupGround, group: NounGroup): boolean {
  const { groups, classes } = ground;
  let last = group;
  for (let at = group.index + 1; at < Math.min(groups.length, group.index + 16); at += 1) {
    const next = groups[at] as NounGroup;
    if (next.possessor === last) {
      last = next;
      continue;
    }
    if (isAgeGroup(ground, next)) continue;
    const words = between(ground, last, next)?.join(" ");
    if (words === undefined) return false;
    const joined = words.replace(/^, /, "");
    if (classes("coordinator").has(joined) || classes("alsoJoins").has(joined))
      return isAlike(ground, group, next);
    if (words === "of" || words === "in") {
      last = next;
      continue;
    }
    if (words !== ",") return false;
    last = next;
  }
  return false;
}

/** Members of a list are all names, or all nouns; names of people and of states do not mix. */
function isAlike({ items, tags }: GroupGround, a: NounGroup, b: NounGroup): boolean {
  const [left, right] = [items[a.head], items[b.head]];
  const leftName = left?.kind === "mention";
  const rightName = right?.kind === "mention";
  if (leftName && rightName) return kindOf(left) === kindOf(right);
  if (leftName !== rightName) return false;
  return tags[a.head] === tags[b.head];
}

type Kind = "person" | "place" | "thing" | "goods";

/** What may stand in one list: people with people, states with places, bodies with groups and states. */
function kindOf(item: Item): Kind {
  if (item.kind !== "mention") return "thing";
  const { role } = item.entity;
  if (role === "person" || role === "official") return "person";
  if (role === "goods") return "goods";
  return role === "country" || role === "place" ? "place" : "thing";
}

const SETS_OFF: ReadonlySet<string> = new Set([",", "(", "-", "–", "—"]);
const CLOSES: ReadonlySet<string> = new Set([",", ")", ".", ";", "-", "–", "—", "”", '"']);

/** `X, the leader of Y,` and `the leader of Y, X,`: a name and a noun, set off from each other. */
function apposeTo(ground: GroupGround, before: NounGroup, group: NounGroup): void {
  const target = chainHead(ground, before);
  const words = between(ground, before, group);
  if (words === null) return;
  const [sign = "", ...rest] = words;
  const aged = rest.length === 0 || rest.every((word) => word === "alias");
  if (!SETS_OFF.has(sign) || !aged) return;
  // `In Basra, police …`: what opens a sentence is no name of its subject.
  if (target.preposition !== null && target.parent === null) return;
  if (ground.tags[group.head] === "number") return;
  const named = ground.items[group.head]?.kind === "mention";
  const wasNamed = ground.items[target.head]?.kind === "mention";
  const bracket = sign === "(" && named && wasNamed;
  if (named === wasNamed && !bracket) return apposeAged(ground, before, group);
  if (!isClosed(ground, group)) return;
  target.apposed.push(group);
  group.apposed.push(target);
}

/** `X, 34, the leader`: the age is stepped over. */
function apposeAged({ items, tags, groups }: GroupGround, before: NounGroup, group: NounGroup): void {
  if (tags[before.head] !== "number" || before.to - before.from > 1) return;
  const named = groups[before.index - 1];
  if (named === undefined || items[named.head]?.kind !== "mention") return;
  if (wordAt(items, named.to) !== "," || named.to + 1 !== before.from) return;
  if (items[group.head]?.kind === "mention") return;
  named.apposed.push(group);
  group.apposed.push(named);
}

/** The group that a chain of `of` hangs on: in `the leader of the ring, X` the leader is X. */
function chainHead({ items, groups }: GroupGround, group: NounGroup): NounGroup {
  let top = group.listHead ?? group;
  while (top.parent !== null && wordAt(items, top.preposition ?? -1) !== "") {
    const parent: NounGroup = top.parent;
    top = parent.listHead ?? parent;
  }
  return groups[top.index] ?? top;
}

/** Nothing of a clause of its own follows: a comma, a bracket, the end, `who`, a participle. */
function isClosed({ items, tags }: GroupGround, group: NounGroup): boolean {
  const at = lastOf(group);
  const tag = tags[at];
  if (at >= items.length) return true;
  if (CLOSES.has(wordAt(items, at))) return true;
  return tag === "relative" || tag === "preposition" || tag === "coordinator" || tag === "possessive" || tag === "verb";
}

function lastOf(group: NounGroup): number {
  let end = group.to;
  for (const complement of group.complements) end = Math.max(end, lastOf(complement));
  return end;
}
