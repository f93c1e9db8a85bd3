// `readings.tsv` of a language: how much each thing a reader sees of an unknown run of capitals speaks for each kind of
// name. Fitted by the scorer to texts whose names are known, never written by hand.
import { z } from "zod";

/** Kinds that a run of capitals may be; the first is none of them. */
export const READING_KINDS = [
  "none",
  "person",
  "body",
  "group",
  "organization",
  "vessel",
  "place",
] as const;

export type ReadingKind = (typeof READING_KINDS)[number];

const weight = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/, "expected a weight, or nothing")
  .transform(Number);

/** A row of `readings.tsv`. */
export const readingRow = z.strictObject({
  feature: z.string().min(1, "a feature is missing"),
  none: weight,
  person: weight,
  body: weight,
  group: weight,
  organization: weight,
  vessel: weight,
  place: weight,
} satisfies Record<ReadingKind | "feature", z.ZodType>);

type ReadingRow = z.infer<typeof readingRow>;

/** The row that says from which chance on a kind is read. */
export const LEAST_ROW = "least";

/** What each feature speaks for, as summands by {@link READING_KINDS}. */
export interface NameReadings {
  readonly weights: ReadonlyMap<string, Float64Array>;
  /** From which chance on each kind is read. */
  readonly least: Float64Array;
}

/** The readings of a language; null for one that has none. */
export function compileReadings(rows: readonly ReadingRow[]): NameReadings | null {
  const weights = new Map(
    rows.map((row) => [row.feature, Float64Array.from(READING_KINDS, (kind) => row[kind])]),
  );
  const least = weights.get(LEAST_ROW);
  if (least === undefined) return null;
  weights.delete(LEAST_ROW);
  return { weights, least };
}

/** The chance of each kind given features. */
export function readingChances(
  { weights }: NameReadings,
  features: Iterable<string>,
): Float64Array {
  const sums = new Float64Array(READING_KINDS.length);
  for (const feature of features) {
    const row = weights.get(feature);
    if (row === undefined) continue;
    for (let kind = 0; kind < sums.length; kind += 1)
      sums[kind] = (sums[kind] ?? 0) + (row[kind] ?? 0);
  }
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
