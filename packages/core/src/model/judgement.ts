/** A person's decision about two entities; it wins over every score and survives rebuilds. */
export interface Judgement {
  readonly verdict: "same" | "different" | "unsure";
  /** Entity ids, in any order. */
  readonly a: string;
  readonly b: string;
  readonly by: string;
  /** `YYYY-MM-DD` or an ISO 8601 instant. */
  readonly at: string;
  readonly why: string;
}
