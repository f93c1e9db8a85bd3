import type { Row } from "../../evaluate/row.js";
import type { BuildContext } from "../build-context.js";
import { PAUSED, ROW } from "../operator.js";
import type { Batch, BatchOperator } from "./batch.js";
import type { BatchFilter } from "./batch-tests.js";

/** Makes rows out of the rows of a batch, as many at a time as a batch holds. */
export interface BatchFiller {
  /** For each row that was filled, the row of the input that it comes from. */
  readonly origins: Int32Array;
  /** The row of the input that is next in turn. */
  readonly row: number;
  /** Nodes or relationships looked at by the last call of {@link fill}. */
  readonly looked: number;
  /** Stands before the first row of a new batch. */
  start(): void;
  /** Fills the columns as far as they hold or the batch goes; returns how many rows there are. */
  fill(): number;
}

/** Each row of the input with what the filler makes of it, less what a filter drops. */
export function fillBatches(
  { runtime: { budget } }: BuildContext,
  input: BatchOperator,
  output: Batch,
  filler: BatchFiller,
  filters: readonly BatchFilter[],
): BatchOperator {
  let looked = 0;
  const fill = (row: Row): void => {
    const count = filler.fill();
    looked = filler.looked;
    output.takeFrom(input.output, filler.origins, count);
    for (const keepPassing of filters) {
      keepPassing(output, row);
    }
  };
  return {
    output,
    next: (row) => {
      do {
        const isPaused = budget.takeSteps(looked);
        looked = 0;
        if (isPaused) {
          return PAUSED;
        }
        if (filler.row >= input.output.size) {
          const status = input.next(row);
          if (status !== ROW) {
            return status;
          }
          filler.start();
        }
        fill(row);
      } while (output.size === 0);
      return ROW;
    },
    reset: () => {
      looked = 0;
      input.output.size = 0;
      filler.start();
      input.reset();
    },
  };
}
