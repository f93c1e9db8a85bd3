import { RedthreadError } from "../errors/redthread-error.js";
import type { Leaning } from "../origins/leaning.js";
import type { Withdrawal } from "../origins/withdrawals.js";

/** What `origins.jsonl` holds: what reports lean on, then what they take back. */
export interface StoredOrigins {
  readonly leanings: readonly Leaning[];
  readonly withdrawals: readonly Withdrawal[];
}

/** The lines of `origins.jsonl`, without line ends; keys in a fixed order. */
export function* originLines({ leanings, withdrawals }: StoredOrigins): Generator<string> {
  for (const { document, sentence, kind, origin, name, words, start, end } of leanings)
    yield JSON.stringify({ document, sentence, kind, origin, name, words, start, end });
  for (const { document, of, kind, sentence, words, start, end } of withdrawals)
    yield JSON.stringify({ document, of, kind, sentence, words, start, end });
}

/**
 * Origins read back, a line at a time.
 * @throws RedthreadError `CASE_DAMAGED` for a line that is none.
 */
export function decodeOrigins(lines: Iterable<string>): StoredOrigins {
  const leanings: Leaning[] = [];
  const withdrawals: Withdrawal[] = [];
  let number = 0;
  for (const line of lines) {
    number += 1;
    const found = parse(line);
    if (typeof found?.["document"] !== "string" || typeof found["kind"] !== "string")
      throw new RedthreadError(
        "CASE_DAMAGED",
        `Line ${number} of the origins is no origin. Rebuild the case from its reports.`,
      );
    // The line was written by originLines, and what tells the two kinds apart was checked.
    if ("of" in found) withdrawals.push(found as unknown as Withdrawal);
    else leanings.push(found as unknown as Leaning);
  }
  return { leanings, withdrawals };
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
