import type { Row } from "../evaluate/row.js";

/** The input is exhausted. */
export const DONE = 0;
/** The row has been filled with the next result. */
export const ROW = 1;
/** The budget asks for a pause; the next call goes on where this one stopped. */
export const PAUSED = 2;
export type Status = typeof DONE | typeof ROW | typeof PAUSED;

/**
 * A running operator. Rows are pulled: each call of `next` fills the one shared row, so that a result
 * can be read as slowly as one likes, LIMIT ends the work by not asking again, and a long run can
 * pause. Operators fuse their tests into their own loops, which keeps the chains short.
 */
export interface Operator {
  readonly next: (row: Row) => Status;
  /** Makes the operator and its inputs ready to run from the start. */
  readonly reset: () => void;
}

/** Creates operators of one shape only, which keeps the calls between them monomorphic. */
export function operator(next: (row: Row) => Status, reset: () => void): Operator {
  return { next, reset };
}

/** Runs an operator to its end when nothing may pause it. */
export function drain(input: Operator, row: Row): void {
  while (input.next(row) !== DONE) {
    // Rows are of no interest, only what making them does.
  }
}
