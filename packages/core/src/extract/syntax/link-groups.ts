import type { EntityRole } from "../../model/schema.js";
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
  /** Whether a noun may say what a thing of a role is: `gang` of a group, `cousin` of a person. */
  readonly describes: (noun: string, role: EntityRole) => boolean;
}

/**
 * Hangs the groups of a sentence on each other: by a preposition between neighbours, in lists, and
 * where one that is set off says what the other is.
 */
export function linkGroups(ground: GroupGround): void {
  let before: NounGroup | undefined;
  const free: (readonly [NounGroup, NounGroup])[] = [];
  for (const group of ground.groups) {
    // `X's driver`: the driver is what stands behind a preposition, in a list, set off; X is only his.
    if (group.owns || isAgeGroup(ground, group) || isAlias(ground, group)) continue;
    if (before !== undefined && group.from < aliasEnd(ground, before.to)) continue;
    group.preposition = prepositionBefore(ground, group);
    if (before !== undefined && !link(ground, before, group)) free.push([before, group]);
    before = group;
  }
  // What is set off can only be told once it is known where each group ends.
  for (const [left, right] of free) apposeTo(ground, left, right);
}

/** Hangs a group on the one before it or lists it there; false where it does neither. */
function link(ground: GroupGround, before: NounGroup, group: NounGroup): boolean {
  if (group.preposition !== null) {
    // `X, along with Y and Z, fled`
    const also = isPerson(ground, group) ? listPartner(ground, before, group) : null;
    if (also === null) hang(ground, before, group);
    else enlist(also, group);
    return true;
  }
  // `the ring, whose leader`: what `whose` opens begins a clause.
  const opener = group.opener === null ? "" : wordAt(ground.items, group.opener);
  if (ground.classes("ownerRelative").has(opener)) return true;
  const partner = listPartner(ground, before, group);
  if (partner !== null) enlist(partner, group);
  return partner !== null;
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
  const { items, tags, classes } = ground;
  const at = group.preposition as number;
  const start = startOf(group);
  if (before.to > at || start <= at) return;
  const word = wordAt(items, at);
  const loose = classes("belonging").has(word) || classes("among").has(word);
  // `X, 34, of Y`: an age may stand between.
  const from = ageEnd(ground, before.to);
  const aged = from > before.to && wordAt(items, from) === "," ? from + 1 : from;
  const gap = items.slice(aged, at).filter((_, step) => tags[aged + step] !== "adverb");
  if (
    gap.some(
      (item) => item.kind !== "mark" || !(isClosing(item.word) || (loose && item.word === ",")),
    )
  )
    return;
  group.parent = before;
  before.complements.push(group);
}

const CLOSING: ReadonlySet<string> = new Set(['"', "”", "’", "'", ")", "»"]);
const isClosing = (word: string): boolean => CLOSING.has(word);

/** First item of a group with those before its `'s`. */
export const startOf = (group: NounGroup): number => outermost(group).from;

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
export function ageStart(
  { items, classes }: Pick<GroupGround, "items" | "classes">,
  end: number,
): number | null {
  const item = items[end - 1];
  const years =
    item?.kind === "quantity" && item.quantity.unitClass === null ? item.quantity.value : null;
  if (years === null || years < YOUNGEST || years > OLDEST) return null;
  let from = end - 1;
  while (classes("aged").has(wordAt(items, from - 1))) from -= 1;
  const sign = wordAt(items, from - 1);
  return (sign === "," || sign === "(") && items[from - 2]?.kind === "mention" ? from : null;
}

const YOUNGEST = 10;
const OLDEST = 99;

/** A group that only gives another name: `alias "Topo"`. */
const isAlias = ({ items, classes }: GroupGround, { from }: NounGroup): boolean =>
  classes("alias").has(wordAt(items, from)) || classes("alias").has(wordAt(items, from - 1));

const LONGEST_ALIAS = 9;

/** First item behind other names that follow a name: `, alias "Topo"`, `(aka "Topo")`. */
function aliasEnd({ items, classes }: GroupGround, from: number): number {
  const first = wordAt(items, from) === "," || wordAt(items, from) === "(" ? from + 1 : from;
  if (!classes("alias").has(wordAt(items, first))) return from;
  for (let at = first + 1; at < first + LONGEST_ALIAS; at += 1)
    if ([",", ")", ";", "."].includes(wordAt(items, at)))
      return wordAt(items, at) === ")" ? at + 1 : at;
  return from;
}

/** First item behind the age and the other names that follow a name. */
function ageEnd(ground: GroupGround, from: number): number {
  const aliased = aliasEnd(ground, from);
  const aged = ownAgeEnd(ground, aliased);
  return aged === aliased ? aged : aliasEnd(ground, aged);
}

/** First item behind the age that follows a name, its signs included. */
function ownAgeEnd(ground: GroupGround, from: number): number {
  for (let at = from + 2; at <= Math.min(from + 4, ground.items.length); at += 1)
    if (ageStart(ground, at) === from + 1)
      return wordAt(ground.items, from) === "(" && wordAt(ground.items, at) === ")" ? at + 1 : at;
  return from;
}

/** What parts two groups, as words; null where something else than signs and joining words does. */
function between(ground: GroupGround, before: NounGroup, group: NounGroup): string[] | null {
  const { items, tags } = ground;
  const words: string[] = [];
  // `the president of which, X`
  const which = tags[before.to + 1] === "relative" && wordAt(items, before.to) === "of";
  for (let at = which ? before.to + 2 : ageEnd(ground, before.to); at < startOf(group); at += 1) {
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
  const joined = words.join(" ").replace(/^[,;] /, "");
  const { classes } = ground;
  const joins = classes("coordinator").has(joined) || classes("alsoJoins").has(joined);
  if (joins && isNewSubject(ground, before, group)) return null;
  const parted = words.join(" ") === "," || words.join(" ") === ";";
  if (!joins && (!parted || !joinsLater(ground, group))) return null;
  for (let one: NounGroup | null = before; one !== null; one = one.parent) {
    if (isAlike(ground, one, group)) return one;
    // `X, a chemist, and Y`: who is described is listed, not the description.
    const described = describedBefore(ground, one);
    if (described !== null && isAlike(ground, described, group)) return described;
    // `X and two friends`, `X, 34, and his wife`: people with and without a name.
    if (joins && isPerson(ground, one) && isSomebody(ground, group))
      return listedAs(ground, one) ?? one;
    if (joins && described !== null && isPerson(ground, described) && isSomebody(ground, group))
      return described;
  }
  // `the firm and its director X`: two names of different kinds right beside each other.
  const named = [before, group].every(({ head }) => ground.items[head]?.kind === "mention");
  return joins && named ? before : null;
}

/** The name that a noun is set off from: X of `X, 34, a chemist`; known before lists are. */
function describedBefore(ground: GroupGround, group: NounGroup): NounGroup | null {
  if (ground.items[group.head]?.kind === "mention" || group.preposition !== null) return null;
  for (let at = group.index - 1; at >= 0 && at >= group.index - 3; at -= 1) {
    const one = ground.groups[at] as NounGroup;
    if (isAgeGroup(ground, one) || one.owns) continue;
    const signs = between(ground, one, group)?.join(" ");
    const other = signs === "," || signs === "–" || signs === "—";
    return other && isPerson(ground, one) && mayBe(ground, one, group, false) ? one : null;
  }
  return null;
}

/** `X, his wife, Y, and three others`: Y is in the list as his wife. */
function listedAs(ground: GroupGround, group: NounGroup): NounGroup | null {
  const noun = ground.groups[group.index - 1];
  const listed = noun?.listHead != null && isSomebody(ground, noun);
  return listed && between(ground, noun, group)?.join() === "," ? noun : null;
}

const isPerson = ({ items }: GroupGround, { head }: NounGroup): boolean => {
  const item = items[head];
  return item?.kind === "mention" && kindOf(item) === "person";
};

/** A noun for people, with what says whose or how many: `his wife`, `two friends`. */
function isSomebody({ items, tags, describes }: GroupGround, { head, opener, from }: NounGroup) {
  const opens = opener === null ? tags[from] === "number" : tags[opener] === "owner";
  return opens && items[head]?.kind === "word" && describes(wordAt(items, head), "person");
}

const SINGULAR: ReadonlySet<string> = new Set(["is", "was", "has", "does"]);

/** `works with A and B is feared`: a verb in the singular has no list before it. */
function isNewSubject({ items, tags }: GroupGround, before: NounGroup, group: NounGroup): boolean {
  if (!SINGULAR.has(wordAt(items, group.to)) || before.parent !== null) return false;
  return tags.slice(0, startOf(before)).some((tag) => tag === "verb" || tag === "be");
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
    const joined = words.replace(/^[,;] /, "");
    // Names of people side by side are a list, whatever ends it: `X, Y, Z and three firms`.
    if (classes("coordinator").has(joined) || classes("alsoJoins").has(joined))
      return isAlike(ground, group, next) || isPerson(ground, group);
    if (words === "of" || words === "in") {
      last = next;
      continue;
    }
    if (words !== "," && words !== ";") return false;
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
  const words = between(ground, before, group);
  if (words === null) return;
  const [sign = "", ...rest] = words;
  const aged = rest.length === 0 || rest.every((word) => word === "alias");
  if (!SETS_OFF.has(sign) || !aged) return;
  if (!isClosed(ground, group)) return;
  const bracket = sign === "(";
  // `X and his wife, Y`: the last of a list that says what Y is.
  const own =
    before.listHead !== null && mayBe(ground, before, group, false) && isSomebody(ground, before);
  for (
    let target: NounGroup | null = own ? before : (before.listHead ?? before);
    target !== null;
    target = target.parent
  ) {
    if (!mayBe(ground, target, group, bracket)) continue;
    // `In Basra, police …`: what opens a sentence is no name of its subject.
    if (opensSentence(ground, target)) return;
    target.apposed.push(group);
    group.apposed.push(target);
    return;
  }
}

/** A name and a noun that can say what it is; in brackets two names of one thing. */
function mayBe(
  { items, describes }: GroupGround,
  a: NounGroup,
  b: NounGroup,
  bracket: boolean,
): boolean {
  const [left, right] = [items[a.head], items[b.head]];
  const leftName = left?.kind === "mention";
  const rightName = right?.kind === "mention";
  if (leftName && rightName) return bracket && left.entity.role === right.entity.role;
  if (leftName) return describes(right?.word ?? "", left.entity.role);
  return rightName && describes(left?.word ?? "", right.entity.role);
}

function opensSentence({ tags }: GroupGround, { preposition, parent }: NounGroup): boolean {
  if (preposition === null || parent !== null) return false;
  const before = tags[preposition - 1];
  return before === undefined || before === "mark" || before === "coordinator";
}

/** Nothing of a clause of its own follows: a comma, a bracket, the end, `who`, `arrested in`. */
function isClosed({ items, tags }: GroupGround, group: NounGroup): boolean {
  const at = lastOf(group);
  const tag = tags[at];
  if (at >= items.length || CLOSES.has(wordAt(items, at))) return true;
  if (tag === "verb" || tag === "adjective")
    return tags[at + 1] === "preposition" || tags[at + 1] === "to";
  return tag === "relative" || tag === "that" || tag === "coordinator" || tag === "time";
}

/** First item behind a group, its phrases and its list. */
function lastOf(group: NounGroup): number {
  let end = group.to;
  for (const next of [...group.complements, ...group.listed]) end = Math.max(end, lastOf(next));
  return end;
}
