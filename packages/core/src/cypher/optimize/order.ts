import type { Move, SearchState } from "./pattern-search.js";

/** The best way found to do some of the moves. */
export interface Order {
  readonly state: SearchState;
  readonly last: { readonly move: Move; readonly before: Order } | null;
  readonly rows: number;
  readonly cost: number;
}
