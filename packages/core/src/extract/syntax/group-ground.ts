import type { EntityRole } from "../../model/schema.js";
import { type Item, wordAt } from "../stream/item.js";
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

export const outermost = (group: NounGroup): NounGroup =>
  group.possessor === null ? group : outermost(group.possessor);

export const isOpeningQuote = (items: readonly Item[], at: number): boolean =>
  ['"', "“", "‘", "'"].includes(wordAt(items, at));

const CLOSING: ReadonlySet<string> = new Set(['"', "”", "’", "'", ")", "»"]);
export const isClosing = (word: string): boolean => CLOSING.has(word);

/** First item of a group with those before its `'s`. */
export const startOf = (group: NounGroup): number => outermost(group).from;
