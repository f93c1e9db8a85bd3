/** A span of days, both ends included; ISO 8601 to the day, month or year. */
export interface DateWindow {
  readonly from: string;
  readonly to: string;
}

/** When something held or happened, as far as reports say. */
interface Timed {
  readonly since: string | null;
  readonly until: string | null;
}

/**
 * Whether something held or happened within a window: `in` or `out` where reports date it, else
 * `undated`. A month or year stands for all of its days.
 */
export function isWithin({ since, until }: Timed, window: DateWindow): "in" | "out" | "undated" {
  if (since !== null && firstDay(since) > lastDay(window.to)) return "out";
  if (until !== null && lastDay(until) < firstDay(window.from)) return "out";
  return since === null && until === null ? "undated" : "in";
}

const firstDay = (date: string): string => `${date}${"-01-01".slice(date.length - 4)}`;
/** No month has a later day, which is all that an order of texts needs. */
const lastDay = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;
