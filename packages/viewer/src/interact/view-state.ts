/** What is selected: a node (a state's too), a line of the picture, one edge of a list, or a band of the overview. */
export type Selection =
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "edge"; readonly edge: number }
  | { readonly kind: "band"; readonly band: number };

/** All that a reader can change on the page; a page with the same state looks the same. */
export interface ViewState {
  /** Kinds that are hidden; kinds of crossings under `flow:` and their name. */
  readonly hidden: ReadonlySet<string>;
  /** First and last month shown (`YYYY-MM`), or null for all. */
  readonly months: readonly [string, string] | null;
  readonly selection: Selection | null;
  /** The state or thing around which a large case is shown, or null for its overview. */
  readonly focus: number | null;
  /** How often the handle of the opened state was used: each brings some more of its things. */
  readonly unfolded: number;
  /** Node indexes of the two ends of the followed chain, or null. */
  readonly chain: readonly [number, number] | null;
}

export const START: ViewState = {
  hidden: new Set(),
  months: null,
  selection: null,
  focus: null,
  unfolded: 0,
  chain: null,
};
