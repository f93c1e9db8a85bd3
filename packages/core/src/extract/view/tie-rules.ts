import type { EntityType, RelationType } from "../../model/schema.js";
import type { RelationSection } from "../../packs/rule-schemas.js";
import { tokenize } from "../../text/tokenize.js";

/**
 * How the two names and the cue of a rule stand to each other: the cue is a `verb` of the left name
 * or a `phrase` beside it, it stands `before` or `after` two names joined by `and`, or before a name
 * whose `holder` is set off behind it: `the leader of A, B,`.
 */
type TieForm = "verb" | "phrase" | "before" | "after" | "holder";

/** A rule that ties two names only where nothing but small words parts them from its cue. */
export interface TieRule {
  readonly id: string;
  readonly type: RelationType;
  readonly form: TieForm;
  readonly left: readonly EntityType[];
  readonly right: readonly EntityType[];
  readonly reverse: boolean;
  /** True where it only says that the two have to do with each other. */
  readonly weak: boolean;
  /** Cues as words, the longest first; {@link GOODS} stands for a stretch that tells of goods. */
  readonly cues: readonly (readonly string[])[];
  /** What must follow the right name, such as `for control`; nothing where the list is empty. */
  readonly tails: readonly (readonly string[])[];
}

/** Stands in a cue for goods: `its cargo`, `two loads of ivory`. */
export const GOODS = "{goods}";

/** The rules of a pack that have a form, in their order. */
export function compileTieRules(rules: RelationSection["rules"]): TieRule[] {
  return rules.flatMap(({ id, type, form, left, right, reverse, weak, cues, tails }) => {
    if (form === undefined) return [];
    const longestFirst = cues.map(wordsOf).sort((a, b) => b.length - a.length);
    return [
      {
        id,
        type,
        form,
        left,
        right,
        reverse,
        weak,
        cues: longestFirst,
        tails: tails.map(wordsOf),
      },
    ];
  });
}

/** Words as a text has them: `brother-in-law` is five. */
const wordsOf = (phrase: string): string[] =>
  phrase
    .split(" ")
    .flatMap((word) =>
      word === "'s" || word === GOODS
        ? [word]
        : tokenize(word).map(({ kind, folded, text }) => (kind === "word" ? folded : text)),
    );
