// What a group is listed with.

import { type Item, wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import { between, isAgeGroup } from "./ages-between.js";
import { type GroupGround, startOf } from "./group-ground.js";
import type { NounGroup } from "./noun-groups.js";

/**
 * What a group is listed with: `A, B and C`, `A as well as B`, `the leader of A and a cousin of B`; the
 * nearest of one kind up the phrases before it, with a joining word at this gap or at a later one.
 */
export function listPartner(
  ground: GroupGround,
  before: NounGroup,
  group: NounGroup,
): NounGroup | null {
  const words = between(ground, before, group);
  if (words === null || words.length === 0) return null;
  const joined = words.join(" ").replace(/^[,;] /, "");
  const { classes } = ground;
  const joins = classes("coordinator").has(joined) || classes("alsoJoins").has(joined);
  if (joins && isNewSubject(ground, before, group)) return null;
  const parted = words.join(" ") === "," || words.join(" ") === ";";
  if (!joins && (!parted || !joinsLater(ground, group))) return null;
  for (let one: NounGroup | null = before; one !== null; one = one.parent) {
    const partner = partnerAt(ground, one, group, joins);
    if (partner !== null) return partner;
  }
  // `the firm and its director X`: two names of different kinds right beside each other.
  const named = [before, group].every(({ head }) => ground.items[head]?.kind === "mention");
  return joins && named ? before : null;
}

/** A group, or whom it describes, where the next one may be listed with that. */
function partnerAt(
  ground: GroupGround,
  one: NounGroup,
  group: NounGroup,
  joins: boolean,
): NounGroup | null {
  if (isAlike(ground, one, group)) return one;
  // `X, a chemist, and Y`: who is described is listed, not the description.
  const described = describedBefore(ground, one);
  if (described !== null && isAlike(ground, described, group)) return described;
  // `X and two friends`, `X, 34, and his wife`: people with and without a name.
  if (!joins || !isSomebody(ground, group)) return null;
  if (isPerson(ground, one)) return listedAs(ground, one) ?? one;
  return described !== null && isPerson(ground, described) ? described : null;
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

export const isPerson = ({ items }: GroupGround, { head }: NounGroup): boolean => {
  const item = items[head];
  return item?.kind === "mention" && kindOf(item) === "person";
};

/** A noun for people, with what says whose or how many: `his wife`, `two friends`. */
export function isSomebody(
  { items, tags, describes }: GroupGround,
  { head, opener, from }: NounGroup,
) {
  const opens = opener === null ? tags[from] === "number" : tags[opener] === "owner";
  return opens && items[head]?.kind === "word" && describes(wordAt(items, head), "person");
}

/** `works with A and B is feared`: a verb in the singular has no list before it. */
function isNewSubject({ items, tags }: GroupGround, before: NounGroup, group: NounGroup): boolean {
  if (!is(items[group.to], "singular_auxiliaries") || before.parent !== null) return false;
  return tags.slice(0, startOf(before)).some((tag) => tag === "verb" || tag === "be");
}

const GOES_ON: ReadonlySet<string> = new Set([",", ";", "of", "in"]);

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
    const words = between(ground, last, next)?.join(" ") ?? "";
    const joined = words.replace(/^[,;] /, "");
    // Names of people side by side are a list, whatever ends it: `X, Y, Z and three firms`.
    if (classes("coordinator").has(joined) || classes("alsoJoins").has(joined))
      return isAlike(ground, group, next) || isPerson(ground, group);
    if (!GOES_ON.has(words)) return false;
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

/** A name and a noun that can say what it is; in brackets two names of one thing. */
export function mayBe(
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
