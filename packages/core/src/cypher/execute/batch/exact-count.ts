import { RedthreadError } from "../../../errors/redthread-error.js";

/**
 * The number of rows, as long as it is exact.
 * @throws RedthreadError `QUERY_LIMIT` beyond, where a count would be a guess
 */
export function exactCount(rows: number): number {
  if (rows > Number.MAX_SAFE_INTEGER) {
    throw new RedthreadError(
      "QUERY_LIMIT",
      "The query counts more than 9,007,199,254,740,991 rows, so it was stopped and nothing was changed. Join its patterns by a relationship or a condition, or count their parts apart.",
    );
  }
  return rows;
}
