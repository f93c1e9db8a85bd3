import type { Execution } from "../../cypher/execute/execution.js";
import type { CypherValue } from "../../cypher/values/cypher-value.js";

type ResultRow = readonly CypherValue[];

/** Rows found at once before they are given out. */
const CHUNK = 512;

/**
 * The rows of a running query, found a chunk at a time as they are asked for. A long search lets the
 * event loop go round every few milliseconds, so that signals arrive and a page stays alive.
 */
export class RowStream implements AsyncIterable<ResultRow> {
  readonly #execution: Execution;
  readonly #onEnd: () => void;
  #rows: ResultRow[] = [];
  #isDone = false;
  /** What ended the query early, as an array so that anything thrown can be told from nothing. */
  #failure: readonly unknown[] = [];

  constructor(execution: Execution, onEnd: () => void) {
    this.#execution = execution;
    this.#onEnd = onEnd;
  }

  /** Finds the first chunk. @throws what ended the query while doing so */
  async start(): Promise<void> {
    await this.#fill();
    this.#throwFailure();
  }

  /** Waits until there is a chunk of rows, or all there are. */
  async #fill(): Promise<void> {
    while (!this.#isDone && this.#rows.length < CHUNK) {
      this.#advance(CHUNK);
      if (!this.#isDone && this.#rows.length < CHUNK) {
        await nextTurn();
      }
    }
  }

  /** Finds all rows at once, before the graph changes under them. */
  readAhead(): void {
    while (!this.#isDone) {
      this.#advance(Number.POSITIVE_INFINITY);
    }
  }

  cancel(): void {
    this.#execution.cancel();
    this.#end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ResultRow> {
    try {
      for (;;) {
        await this.#fill();
        const rows = this.#rows;
        this.#rows = [];
        if (rows.length === 0) {
          this.#throwFailure();
          return;
        }
        yield* rows;
      }
    } finally {
      this.cancel();
    }
  }

  #advance(wanted: number): void {
    try {
      const isDone = this.#execution.advance((row) => {
        this.#rows.push(row);
        return this.#rows.length < wanted ? true : "pause";
      });
      if (isDone) {
        this.#end();
      }
    } catch (error) {
      this.#failure = [error];
      this.#end();
    }
  }

  /** Rows found before the failure have been given out by then. */
  #throwFailure(): void {
    for (const failure of this.#failure) {
      throw failure;
    }
  }

  #end(): void {
    if (!this.#isDone) {
      this.#isDone = true;
      this.#onEnd();
    }
  }
}

/** The next turn of the event loop: timers and signals come first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
