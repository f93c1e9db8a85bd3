import { wordAt } from "../stream/item.js";
import type { Listed } from "../words/read-tokens.js";
import { ageStart } from "./ages-between.js";
import { type GroupGround, startOf } from "./group-ground.js";
import type { NounGroup } from "./noun-groups.js";
import type { ItemTag } from "./tag-items.js";
import type { VerbGroup } from "./verb-groups.js";

/** A group behind a preposition of a verb; attachment is left open, so all up to the clause's end are kept. */
export interface PrepositionPhrase extends Listed {
  readonly word: string;
  readonly group: NounGroup;
}

/** A verb with what stands around it. */
export interface Clause {
  readonly verb: VerbGroup;
  /** What the verb says something of; the one it happens to where the verb is passive. */
  readonly subject: NounGroup | null;
  /** The group right behind the verb, and in a copular clause what the subject is. */
  readonly object: NounGroup | null;
  readonly phrases: readonly PrepositionPhrase[];
  /** First item behind the verb's phrases. */
  readonly to: number;
}

/** What the clause table is read from. */
export interface ClauseGround extends GroupGround {
  readonly verbs: readonly VerbGroup[];
}

/** The group that ends right before an item, adverbs, signs and ages aside. */
export function adjacentBefore(ground: ClauseGround, from: number): NounGroup | null {
  const { groups, tags, items } = ground;
  let at = from;
  for (;;) {
    // `X, 34, was`: an age is no part of the clause.
    const age = ageStart(ground, at);
    if (age !== null) at = age;
    else if (tags[at - 1] === "adverb" || isClosing(wordAt(items, at - 1), tags[at - 1])) at -= 1;
    else break;
  }
  return groups.findLast((group) => group.to <= at && group.to >= at - 1) ?? null;
}

const isClosing = (word: string, tag: ItemTag | undefined): boolean =>
  tag === "mark" && [",", "(", ")", '"', "”", "’", "-", "–", "—"].includes(word);

/** Up a chain of phrases, lists and descriptions to the group that is spoken of; no further than `from`. */
export function climb(ground: ClauseGround, group: NounGroup, from: number): NounGroup {
  let top = group;
  for (let step = 0; step < 12; step += 1) {
    const next = above(top);
    if (next === null || startOf(next) < from) break;
    top = next;
  }
  return ground.groups[top.index] ?? top;
}

function above(group: NounGroup): NounGroup | null {
  if (group.listHead !== null) return group.listHead;
  if (group.parent !== null) return group.parent;
  const before = group.apposed.find((one) => one.from < group.from);
  return before ?? null;
}
