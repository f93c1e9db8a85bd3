import { is, type ReadToken } from "../words/read-tokens.js";

/** A unit of time that offsets count. */
type OffsetUnit = "day" | "week" | "month" | "year";

const UNITS: readonly OffsetUnit[] = ["day", "week", "month", "year"];

/** The unit of time that a word names: a day for `nights`. */
export const unitOf = (token: ReadToken | undefined): OffsetUnit | undefined =>
  UNITS.find((unit) => is(token, `${unit}_units`));
