import { z } from "zod";
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
    const withdrawal = withdrawalSchema.safeParse(found);
    const leaning = withdrawal.success ? null : leaningSchema.safeParse(found);
    if (withdrawal.success) withdrawals.push(withdrawal.data);
    else if (leaning?.success === true) leanings.push(leaning.data);
    else
      throw new RedthreadError(
        "CASE_DAMAGED",
        `Line ${number} of the origins is no origin. Rebuild the case from its reports.`,
      );
  }
  return { leanings, withdrawals };
}

const index = z.int().min(0);

const withdrawalSchema: z.ZodType<Withdrawal> = z.strictObject({
  document: z.string(),
  of: z.string(),
  kind: z.enum(["withdrawn", "corrected"]),
  sentence: index,
  words: z.string(),
  start: index,
  end: index,
});

const leaningSchema: z.ZodType<Leaning> = z.strictObject({
  document: z.string(),
  sentence: index.nullable(),
  kind: z.enum(["published", "unknown", "copied", "reworded", "credits", "cites", "quotes"]),
  origin: z.string(),
  name: z.string(),
  words: z.string(),
  start: index.nullable(),
  end: index.nullable(),
});

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
