// `tables.yaml` of a language: what headings call a column, and what a row says.
import { z } from "zod";

const name = z.string().regex(/^[a-z]+$/, "expected a name such as `place`");
const words = z.array(z.string().min(1).max(60));

export const tablesSchema = z.strictObject({
  /** Words that headings have for a column, by its name. */
  columns: z.record(name, words.min(1)),
  /** Words that open a row which sums up others. */
  totals: words,
  /** What stands in a cell about which nothing is known. */
  blank: words,
  /** Sentences that rows make, the first that fits counts. */
  rows: z.array(
    z.strictObject({
      needs: z.array(name).min(1),
      /** Words one of which must stand in a heading, above the table or in the file's name. */
      about: words.default([]),
      /** `{column}` is the cell; what stands in brackets goes without the columns it names. */
      say: z.string().min(1),
    }),
  ),
});

/** How tables are read. */
export type TableWords = z.infer<typeof tablesSchema>;

export const NO_TABLES: TableWords = { columns: {}, totals: [], blank: [], rows: [] };
