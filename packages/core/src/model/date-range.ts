/** A point in time as precise as the text knows it. */
export interface DateRange {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where two readings stay open. */
  readonly value: string | null;
  /** First day it can mean, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day it can mean, `YYYY-MM-DD`. */
  readonly to: string;
}
