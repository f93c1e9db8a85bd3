import type { Row } from "../../evaluate/row.js";
import type { Batch } from "./batch.js";

/**
 * A test over many rows: looks at the rows of the batch at the first `count` of `places`, moves those
 * that pass to the front, in their order, and returns how many they are.
 */
export type BatchTest = (batch: Batch, places: Int32Array, count: number, row: Row) => number;
