export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;
export const NANOS_PER_HOUR = 3600 * NANOS_PER_SECOND;
export const NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
export const SECONDS_PER_DAY = 86_400;
/** A twelfth of 365.2425 days: what a fraction of a month is worth. */
export const SECONDS_PER_MONTH = 2_629_746;
/** Years run from -999,999,999 to 999,999,999, as in Java. */
export const MAX_YEAR = 999_999_999;
