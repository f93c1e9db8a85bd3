import type { EntityType, RelationRole, RelationType, Schema } from "../../model/schema.js";
import type { RelationSection } from "../../packs/rule-schemas.js";
import { fold } from "../../text/fold.js";
import { type Item, wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";

/** A pattern of two names with a cue between them. */
export interface PairRule {
  readonly id: string;
  readonly type: RelationType;
  /** What the schema says the type is, or null. */
  readonly role: RelationRole | null;
  readonly left: readonly EntityType[];
  readonly right: readonly EntityType[];
  readonly reverse: boolean;
  readonly gap: number;
  /** Cues as words, by their last word, longest first. */
  readonly cues: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** The pair patterns of a pack. */
export function compilePairRules(rules: RelationSection["rules"], schema: Schema): PairRule[] {
  return rules
    .filter((rule) => rule.left.length > 0 && rule.right.length > 0)
    .map(({ id, type, left, right, reverse, gap, cues }) => ({
      id,
      type,
      role: schema.relationRoleOf(type),
      left,
      right,
      reverse,
      gap,
      cues: cuesByLast(cues),
    }));
}

const wordsOf = (phrase: string): string[] =>
  phrase.split(" ").map((word) => (word === "'s" ? word : fold(word)));

function cuesByLast(cues: readonly string[]): Map<string, string[][]> {
  const byLast = new Map<string, string[][]>();
  for (const cue of cues) {
    const words = wordsOf(cue);
    const last = words.at(-1) ?? "";
    const list = byLast.get(last) ?? [];
    list.push(words);
    byLast.set(last, list);
  }
  for (const list of byLast.values()) list.sort((a, b) => b.length - a.length);
  return byLast;
}

/** Places of the names left of a cue that ends right before the name at `at`, nearest first. */
export function leftOf(items: readonly Item[], at: number, rule: PairRule): number | null {
  let end = at;
  for (let step = 0; step <= 3; step += 1) {
    const start = cueStart(items, end, rule);
    if (start !== null) {
      const left = nameBefore(items, start, rule);
      if (left !== null) return left;
    }
    if (!is(items[end - 1], "pair_skipped")) return null;
    end -= 1;
  }
  return null;
}

/** First item of the longest cue that ends before an item, or null. */
function cueStart(items: readonly Item[], end: number, rule: PairRule): number | null {
  for (const cue of rule.cues.get(wordAt(items, end - 1)) ?? []) {
    const start = end - cue.length;
    if (start >= 0 && cue.every((word, index) => wordAt(items, start + index) === word))
      return start;
  }
  return null;
}

const BARRIERS: ReadonlySet<string> = new Set(";:()".split(""));

function nameBefore(items: readonly Item[], start: number, rule: PairRule): number | null {
  for (let at = start - 1; at >= Math.max(0, start - 1 - rule.gap - 3); at -= 1) {
    const item = items[at] as Item;
    const distance = start - 1 - at;
    if (item.kind === "mention") {
      if (!rule.left.includes(item.entity.type)) {
        if (item.entity.role === "country" || item.entity.role === "place") continue;
        return null;
      }
      return distance <= rule.gap + 3 ? at : null;
    }
    if (item.word === ")") {
      // An acronym in brackets after the name does not part it from the cue.
      let open = at - 1;
      while (open > at - 5 && wordAt(items, open) !== "(") open -= 1;
      if (wordAt(items, open) !== "(") return null;
      at = open;
      continue;
    }
    if (BARRIERS.has(item.word) || distance >= rule.gap) return null;
  }
  return null;
}
