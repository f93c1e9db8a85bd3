import { RedthreadError } from "../../errors/redthread-error.js";

/**
 * The error as a caller can act on it: what the host says about its stack or its longest text becomes
 * the limit that it is. Everything else stays as it was.
 */
export function beyondLimits(error: unknown): unknown {
  return error instanceof RangeError
    ? new RedthreadError(
        "QUERY_LIMIT",
        "The query nests deeper, or makes a longer text, than there is room for, so it was stopped and nothing was changed. Split it into smaller steps.",
        { cause: error },
      )
    : error;
}
