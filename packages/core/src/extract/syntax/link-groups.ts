import { wordAt } from "../stream/item.js";
import { ageEnd, aliasEnd, between, isAgeGroup, isAlias } from "./ages-between.js";
import { type GroupGround, isClosing, isOpeningQuote, outermost, startOf } from "./group-ground.js";
import { isPerson, isSomebody, listPartner, mayBe } from "./list-groups.js";
import type { NounGroup } from "./noun-groups.js";

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

function enlist(before: NounGroup, group: NounGroup): void {
  const head = before.listHead ?? before;
  group.listHead = head;
  head.listed.push(group);
}

const SETS_OFF: ReadonlySet<string> = new Set([",", "(", "-", "–", "—"]);
const CLOSES: ReadonlySet<string> = new Set([",", ")", ".", ";", "-", "–", "—", "”", '"']);

/** `X, the leader of Y,` and `the leader of Y, X,`: a name and a noun, set off from each other. */
function apposeTo(ground: GroupGround, before: NounGroup, group: NounGroup): void {
  const words = between(ground, before, group);
  if (words === null) return;
  if (words.length === 0) {
    apposeBeside(ground, before, group);
    return;
  }
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

/** `its ally the X`: a noun that says what the name right behind it is. */
function apposeBeside(ground: GroupGround, before: NounGroup, group: NounGroup): void {
  const { items, tags } = ground;
  const named = items[group.head]?.kind === "mention" && group.opener === group.from;
  const owned = before.opener !== null && tags[before.opener] === "owner";
  if (!named || !owned || !mayBe(ground, before, group, false)) return;
  before.apposed.push(group);
  group.apposed.push(before);
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
