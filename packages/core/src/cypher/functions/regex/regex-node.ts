/** Which characters a set holds: ranges of code points, Unicode properties, other sets. */
export type SetItem =
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  /** `name` as JavaScript writes it between the braces of `\p{…}`. */
  | { readonly kind: "property"; readonly name: string; readonly negated: boolean }
  | { readonly kind: "set"; readonly set: CharacterSet };

/** A character belongs when it is in any item of every alternative list, or in none when negated. */
export interface CharacterSet {
  readonly negated: boolean;
  /** Lists joined by `&&`: a character has to be in each. */
  readonly parts: readonly (readonly SetItem[])[];
}

export type Assertion =
  | "text-start"
  | "text-end"
  | "last-line-end"
  | "line-start"
  | "line-end"
  | "word-boundary"
  | "no-word-boundary";

/** A regular expression; flags are resolved while parsing and leave no trace. */
export type RegexNode =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly min: number;
      /** null without end. */
      readonly max: number | null;
      readonly mode: "greedy" | "lazy" | "possessive";
    }
  | { readonly kind: "group"; readonly index: number; readonly body: RegexNode }
  | { readonly kind: "atomic"; readonly body: RegexNode }
  | {
      readonly kind: "look";
      readonly behind: boolean;
      readonly negated: boolean;
      readonly body: RegexNode;
    }
  | { readonly kind: "reference"; readonly group: number }
  | { readonly kind: "assertion"; readonly assertion: Assertion };
