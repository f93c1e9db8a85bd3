import type { NodeType, RelationType } from "../../model/entity-type.js";
import type { RelationSection } from "../../packs/rule-schemas.js";
import { fold } from "../../text/fold.js";

/**
 * How the two names and the cue of a rule stand to each other: the cue is a `verb` of the left name
 * or a `phrase` beside it, or it stands `before` or `after` two names joined by `and`.
 */
export type TieForm = "verb" | "phrase" | "before" | "after";

/** A rule that ties two names only where nothing but small words parts them from its cue. */
export interface TieRule {
  readonly id: string;
  readonly type: RelationType;
  readonly form: TieForm;
  readonly left: readonly NodeType[];
  readonly right: readonly NodeType[];
  readonly reverse: boolean;
  /** Cues as words, the longest first; {@link GOODS} stands for a stretch that tells of goods. */
  readonly cues: readonly (readonly string[])[];
  /** What must follow the right name, such as `for control`; nothing where the list is empty. */
  readonly tails: readonly (readonly string[])[];
}

/** Stands in a cue for goods: `its pills`, `two loads of Captagon`. */
export const GOODS = "{goods}";

/** The rules of a pack that have a form, in their order. */
export function compileTieRules(section: RelationSection): TieRule[] {
  return section.rules.flatMap(({ id, type, form, left, right, reverse, cues, tails }) => {
    if (form === undefined) return [];
    const longestFirst = cues.map(wordsOf).sort((a, b) => b.length - a.length);
    return [
      { id, type, form, left, right, reverse, cues: longestFirst, tails: tails.map(wordsOf) },
    ];
  });
}

const wordsOf = (phrase: string): string[] =>
  phrase.split(" ").map((word) => (word === "'s" || word === GOODS ? word : fold(word)));
