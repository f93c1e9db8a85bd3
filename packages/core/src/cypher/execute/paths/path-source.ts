import type { Row } from "../../evaluate/row.js";
import type { Status } from "../operator.js";

/** What gives the paths of one row after the other. */
export interface PathSource {
  /** Begins with the paths of a row. */
  start(row: Row): void;
  /** Puts the next path into the row: ROW, PAUSED, or DONE when there are no more. */
  next(): Status;
  stop(): void;
}
