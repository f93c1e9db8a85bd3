import { NO_LISTS } from "../../packs/word-lists.js";
import { type Item, wordAt } from "../stream/item.js";
import {
  adjacentBefore,
  type Clause,
  type ClauseGround,
  climb,
  type PrepositionPhrase,
} from "./clause.js";
import { subjectOf } from "./clause-subjects.js";
import { startOf } from "./group-ground.js";
import type { NounGroup } from "./noun-groups.js";
import type { ItemTag } from "./tag-items.js";
import type { VerbGroup } from "./verb-groups.js";

/** The clauses of a sentence, one a verb group, in text order. */
export function readClauses(ground: ClauseGround): Clause[] {
  const clauses: Clause[] = [];
  for (const [at, verb] of ground.verbs.entries()) {
    const end = phrasesEnd(ground, at);
    const subject = subjectOf(ground, at, clauses);
    const object = objectOf(ground, verb, end) ?? relativeObject(ground, verb, subject);
    clauses.push({
      verb,
      subject,
      object,
      phrases: [...phrasesOf(ground, verb, object, end), ...relativePhrase(ground, verb)],
      to: end,
    });
  }
  return clauses.map((clause, at) => sharing(ground, clause, clauses[at + 1]));
}

/** `owns or controls X`: the first of two joined verbs has what stands behind the second. */
function sharing({ tags }: ClauseGround, clause: Clause, next: Clause | undefined): Clause {
  const joined =
    next !== undefined &&
    tags[clause.verb.to] === "coordinator" &&
    next.verb.from === clause.verb.to + 1;
  if (!joined || clause.object !== null || clause.verb.passive !== next.verb.passive) return clause;
  return { ...clause, object: next.object, phrases: [...clause.phrases, ...next.phrases] };
}

/** Where the phrases of a verb end: at the next verb or the group that is its subject. */
function phrasesEnd(ground: ClauseGround, at: number): number {
  const { verbs, items, tags } = ground;
  const verb = verbs[at] as VerbGroup;
  const next = verbs[at + 1];
  const end = next === undefined ? items.length : next.from;
  for (let item = verb.to; item < end; item += 1)
    if (wordAt(items, item) === ";" || tags[item] === "relative") return item;
  return next?.stand === "finite"
    ? Math.min(end, subjectStart(ground, verb, next.from) ?? end)
    : end;
}

/** Where the subject of the next verb opens, unless that is the object of the verb before. */
function subjectStart(ground: ClauseGround, verb: VerbGroup, next: number): number | null {
  const subject = adjacentBefore(ground, next);
  const top = subject === null ? null : climb(ground, subject, verb.to);
  if (top === null || top.preposition !== null) return null;
  const opens = startOf(top);
  const beside = opens === verb.to && ground.tags[verb.head] === "verb";
  return opens >= verb.to && !beside ? opens : null;
}

/** The group right behind the verb, adverbs and the opening of a quotation aside. */
function objectOf(
  { groups, tags, items }: ClauseGround,
  verb: VerbGroup,
  end: number,
): NounGroup | null {
  let at = verb.to;
  while (
    tags[at] === "adverb" ||
    tags[at] === "time" ||
    wordAt(items, at) === '"' ||
    wordAt(items, at) === "“"
  )
    at += 1;
  if (tags[at] === "preposition" && tags[at + 1] === "time") at += 2;
  at = behindAside(tags, items, at);
  return groups.find((one) => !one.owns && startOf(one) === at && one.from < end) ?? null;
}

/** How far before its verb `on which` may stand. */
const RELATIVE_REACH = 12;

/** `the ship on which it was found`: the group before `on which` stands behind `on`. */
function relativePhrase(ground: ClauseGround, verb: VerbGroup): PrepositionPhrase[] {
  const { tags, items } = ground;
  for (let at = verb.from - 1; at > Math.max(0, verb.from - RELATIVE_REACH); at -= 1) {
    if (tags[at] === "verb" || tags[at] === "be") return [];
    if (tags[at] !== "relative" || tags[at - 1] !== "preposition") continue;
    const group = adjacentBefore(ground, at - 1);
    return group === null ? [] : [phraseAt(items, at - 1, group)];
  }
  return [];
}

/** `the ring, which X runs`: what the relative word in front of the subject takes up. */
function relativeObject(
  ground: ClauseGround,
  verb: VerbGroup,
  subject: NounGroup | null,
): NounGroup | null {
  if (subject === null || verb.passive || verb.copular || verb.stand !== "finite") return null;
  const at = startOf(subject) - 1;
  const relative = ground.tags[at] === "relative" || ground.tags[at] === "that";
  const before = relative && subject.to <= verb.from ? adjacentBefore(ground, at) : null;
  // `said that X runs` has no noun before `that`.
  return before !== null && before.to >= at - 1 ? before : null;
}

const LONGEST_ASIDE = 9;

/** `owns, through a firm, the ship`: past a phrase in commas that a preposition opens. */
function behindAside(tags: readonly ItemTag[], items: ClauseGround["items"], at: number): number {
  if (wordAt(items, at) !== "," || tags[at + 1] !== "preposition") return at;
  for (let next = at + 2; next < at + LONGEST_ASIDE; next += 1)
    if (wordAt(items, next) === ",") return next + 1;
  return at;
}

/** Every group behind a preposition between the verb and the end of its phrases. */
function phrasesOf(
  { groups, items, tags }: ClauseGround,
  verb: VerbGroup,
  object: NounGroup | null,
  end: number,
): PrepositionPhrase[] {
  return groups.flatMap((group) => {
    if (group.from < verb.to || group.from >= end || group === object || group.owns) return [];
    const { preposition } = group;
    const to =
      preposition === null && tags[startOf(group) - 1] === "to" ? startOf(group) - 1 : preposition;
    return to === null || to < verb.to ? [] : [phraseAt(items, to, group)];
  });
}

const phraseAt = (items: readonly Item[], at: number, group: NounGroup): PrepositionPhrase => ({
  word: wordAt(items, at),
  lists: items[at]?.lists ?? NO_LISTS,
  group,
});
