import type { ChangeCounts } from "../../graph/graph-writer.js";
import type { CypherValue } from "../values/cypher-value.js";
import { beyondLimits } from "./beyond-limits.js";
import { assertNoneDoomed } from "./delete.js";
import { DONE, PAUSED } from "./operator.js";
import type { PreparedQuery } from "./prepared-query.js";
import { RecordMaker } from "./to-record.js";

/** Called with each row; return false to want no more, `"pause"` to take up the run later. */
export type OnRow = (row: readonly CypherValue[]) => boolean | "pause" | undefined;

/**
 * One run of a prepared query: advanced until it is done, all or nothing for the graph. A query that
 * writes runs to its end even when its rows are no longer wanted.
 */
export class Execution {
  readonly #query: PreparedQuery;
  readonly #records: RecordMaker;
  readonly #onEnd: () => void;
  #state: "new" | "running" | "done" = "new";
  #wantsRows = true;

  /** `onEnd` is called once, when the prepared query is free again. */
  constructor(query: PreparedQuery, onEnd: () => void) {
    this.#query = query;
    this.#onEnd = onEnd;
    this.#records = new RecordMaker(query.runtime.graph, !query.writes);
  }

  get columns(): readonly string[] {
    return this.#query.columns;
  }

  get isDone(): boolean {
    return this.#state === "done";
  }

  /** What has been changed so far. */
  get changes(): ChangeCounts {
    return { ...this.#query.runtime.changes };
  }

  /**
   * Goes on until the query is done, its rows are not wanted any more or the budget asks for a pause.
   * Returns true when it is done.
   */
  advance(onRow: OnRow): boolean {
    try {
      this.#begin();
      const isDone = this.#pull(onRow);
      if (isDone) {
        this.#finish();
      }
      return isDone;
    } catch (error) {
      this.#abandon();
      throw beyondLimits(error);
    }
  }

  /** Gives up before the end; what was written is undone. */
  cancel(): void {
    if (this.#state !== "done") {
      this.#abandon();
    }
  }

  #begin(): void {
    if (this.#state === "new") {
      this.#state = "running";
      this.#query.root.reset();
      if (this.#query.writes) {
        this.#query.runtime.graph.begin();
      }
    }
  }

  #pull(onRow: OnRow): boolean {
    const { root, row, runtime, reads, writes, columns } = this.#query;
    const records = this.#records;
    for (;;) {
      const status = root.next(row);
      if (status === DONE) {
        return true;
      }
      if (status === PAUSED) {
        return false;
      }
      if (columns.length === 0 || !this.#wantsRows) {
        continue;
      }
      runtime.budget.countRow();
      const values = reads.map((read) => {
        const value = read(row);
        runtime.budget.goThrough(value);
        return records.toRecord(value);
      });
      const answer = onRow(values);
      if (answer === "pause") {
        return false;
      }
      if (answer === false) {
        this.#wantsRows = false;
        if (!writes) {
          return true;
        }
      }
    }
  }

  #finish(): void {
    if (this.#query.writes) {
      assertNoneDoomed(this.#query.runtime);
      this.#query.runtime.graph.commit();
    }
    this.#end();
  }

  #abandon(): void {
    if (this.#state === "running" && this.#query.writes) {
      this.#query.runtime.graph.rollback();
    }
    this.#end();
  }

  #end(): void {
    this.#state = "done";
    // Buffers of a query that is kept for its next run must not hold on to this one's rows.
    this.#query.root.reset();
    this.#onEnd();
  }
}
