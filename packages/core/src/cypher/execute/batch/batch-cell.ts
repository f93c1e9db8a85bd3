import type { Row } from "../../evaluate/row.js";
import type { CypherValue } from "../../values/cypher-value.js";
import type { Batch } from "./batch.js";

/** One aggregate of all groups. */
export interface BatchCell {
  /** Adds each row of the batch to its group; there are `count` groups in all. */
  readonly add: (batch: Batch, groups: Int32Array, count: number, row: Row) => void;
  readonly result: (group: number) => CypherValue;
  /** The results of all groups, where they are plain numbers in any case. */
  readonly numbers?: () => Float64Array;
  /** Keeps an accumulator for each group instead of a column. */
  readonly isByRow?: boolean;
  readonly clear: () => void;
}
