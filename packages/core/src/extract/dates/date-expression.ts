import type { DateRange } from "../../model/date-range.js";
import type { TextSpan } from "../../model/text-span.js";

/** A wording of time as it stands, before it is known what it means. */
export type DateExpression =
  | {
      readonly type: "day";
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      /** True for `3 March that year`: the year told before. */
      readonly sameYear: boolean;
      /** Last day of `3 to 13 September`, else null. */
      readonly lastDay: number | null;
    }
  | {
      readonly type: "numeric";
      readonly first: number;
      readonly second: number;
      readonly year: number;
    }
  | {
      readonly type: "month";
      readonly month: number;
      readonly year: number | null;
      readonly sameYear: boolean;
      readonly last: boolean;
    }
  | { readonly type: "year"; readonly year: number }
  | { readonly type: "weekday"; readonly weekday: number; readonly which: "last" | "next" | null }
  | {
      readonly type: "offset";
      readonly unit: "day" | "week" | "month" | "year";
      readonly count: number;
      /** Counted from the report's date, or from the date told last. */
      readonly base: "report" | "told";
    }
  | { readonly type: "period" };

/** An expression found in a list of tokens; `next` is the first token after it. */
export interface SpottedDate {
  readonly expression: DateExpression;
  readonly from: number;
  readonly next: number;
}

/** A time in a sentence: a point of the calendar, or the period a total is counted over. */
export interface DateItem extends TextSpan {
  readonly kind: "point" | "period";
  /** Null where the report gives no ground to resolve it. */
  readonly date: DateRange | null;
  /** True for a wording that can date an action by itself, false for a bare `today` or `this year`. */
  readonly telling: boolean;
  /** True for a wording such as `late November`, which tells no day whatever its year. */
  readonly monthly: boolean;
}
