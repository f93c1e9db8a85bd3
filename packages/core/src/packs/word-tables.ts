import { z } from "zod";

/** Tables of words that say a number. */
const NUMBER_TABLES = [
  "months",
  "weekdays",
  "cardinals",
  "multipliers",
  "attached_multipliers",
  "fractions",
] as const;

export type NumberTable = (typeof NUMBER_TABLES)[number];

/** What a word says as a number, by table. */
export type WordNumbers = Readonly<Partial<Record<NumberTable, number>>>;

/** What says no number. */
const NO_NUMBERS: WordNumbers = {};

const numbers = z.record(z.string().min(1), z.number().nonnegative());
const rows = <T extends z.ZodType>(cell: T) =>
  z.record(z.string().min(1), cell).transform((cells) => new Map(Object.entries(cells)));
const words = rows(z.string());
const lists = rows(z.array(z.string().min(1)));

/** `tables.yaml` of a language: words that stand for a number or for other words. */
export const tablesSchema = z.strictObject({
  numbers: z.strictObject({
    months: numbers,
    weekdays: numbers,
    cardinals: numbers,
    multipliers: numbers,
    attached_multipliers: numbers,
    fractions: numbers.refine((cells) => Object.values(cells).every((parts) => parts > 0), {
      message: "expected into how many parts the whole is cut, 1 or more",
    }),
  }),
  words: z.strictObject({ body_synonyms: words }),
  lists: z.strictObject({ body_descriptors: lists, dependent_posts: lists }),
});

export type WordTables = z.infer<typeof tablesSchema>;

/** What each word says as a number, ready to look up. */
export function compileNumbers(tables: WordTables["numbers"]): (key: string) => WordNumbers {
  const index = new Map<string, Partial<Record<NumberTable, number>>>();
  for (const table of NUMBER_TABLES) {
    for (const [word, value] of Object.entries(tables[table])) {
      const known = index.get(word) ?? {};
      known[table] = value;
      index.set(word, known);
    }
  }
  return (key) => index.get(key) ?? NO_NUMBERS;
}
