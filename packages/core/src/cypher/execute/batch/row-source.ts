import type { Row } from "../../evaluate/row.js";
import { DONE, type Operator, PAUSED, ROW, type Status } from "../operator.js";
import { BATCH_ROWS, Batch, type BatchOperator } from "./batch.js";

/** The rows of an operator, gathered into batches. */
export function rowSource(input: Operator, slots: ReadonlySet<number>): BatchOperator {
  const output = new Batch(slots, false);
  let isDone = false;
  const take = (row: Row): Status => {
    const status = input.next(row);
    if (status === ROW) {
      for (const slot of slots) {
        output.column(slot)[output.size] = row.ids[slot] ?? -1;
      }
      output.size += 1;
    }
    return status;
  };
  return {
    output,
    next: (row) => {
      output.size = 0;
      let status: Status = isDone ? DONE : ROW;
      while (status === ROW && output.size < BATCH_ROWS) {
        status = take(row);
      }
      isDone = status === DONE;
      // What has been read is handed on first; a pause that was asked for is taken with the next call.
      return output.size > 0 ? ROW : status === PAUSED ? PAUSED : DONE;
    },
    reset: () => {
      isDone = false;
      input.reset();
    },
  };
}
