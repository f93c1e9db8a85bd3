// Ages and other names that stand between a name and what belongs to it.

import { wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import { type GroupGround, isClosing, isOpeningQuote, startOf } from "./group-ground.js";
import type { NounGroup } from "./noun-groups.js";

/** `X, 34, and Y, aged 41`: a bare figure set off behind a name is how old its holder is. */
export function isAgeGroup(ground: GroupGround, group: NounGroup): boolean {
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
export const isAlias = ({ items, classes }: GroupGround, { from }: NounGroup): boolean =>
  classes("alias").has(wordAt(items, from)) || classes("alias").has(wordAt(items, from - 1));

const LONGEST_ALIAS = 9;

/** First item behind other names that follow a name: `, alias "Topo"`, `(aka "Topo")`. */
export function aliasEnd(
  { items, classes }: Pick<GroupGround, "items" | "classes">,
  from: number,
): number {
  const first = wordAt(items, from) === "," || wordAt(items, from) === "(" ? from + 1 : from;
  if (!classes("alias").has(wordAt(items, first))) return from;
  for (let at = first + 1; at < first + LONGEST_ALIAS; at += 1)
    if ([",", ")", ";", "."].includes(wordAt(items, at)))
      return wordAt(items, at) === ")" ? at + 1 : at;
  return from;
}

/** First item behind the age and the other names that follow a name. */
export function ageEnd(ground: Pick<GroupGround, "items" | "classes">, from: number): number {
  const aliased = aliasEnd(ground, from);
  const aged = ownAgeEnd(ground, aliased);
  return aged === aliased ? aged : aliasEnd(ground, aged);
}

/** First item behind the age that follows a name, its signs included. */
function ownAgeEnd(ground: Pick<GroupGround, "items" | "classes">, from: number): number {
  for (let at = from + 2; at <= Math.min(from + 4, ground.items.length); at += 1)
    if (ageStart(ground, at) === from + 1)
      return wordAt(ground.items, from) === "(" && wordAt(ground.items, at) === ")" ? at + 1 : at;
  return from;
}

/** What parts two groups, as words; null where something else than signs and joining words does. */
export function between(ground: GroupGround, before: NounGroup, group: NounGroup): string[] | null {
  const { items, tags } = ground;
  const words: string[] = [];
  // `the president of which, X`
  const which = tags[before.to + 1] === "relative" && is(items[before.to], "genitive");
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
