import { RedthreadError } from "../../errors/redthread-error.js";

/** Steps between two looks at clock and signal: some tens of microseconds. */
const STEPS_PER_CHECK = 2_048;
/** Checks between two pauses of a run that can be continued: some milliseconds. */
const CHECKS_PER_PAUSE = 64;

/** Rows, groups and collected values that one run may hold at a time: some gigabytes at the most. */
const MAX_KEPT = 10_000_000;

/** Limits of one run; null is no limit. */
export interface BudgetLimits {
  readonly timeoutMs: number | null;
  readonly maxRows: number | null;
  readonly signal: AbortSignal | null;
  /** The run may be asked to pause, so that others get their turn on the same thread. */
  readonly pauses: boolean;
}

const NO_LIMITS: BudgetLimits = { timeoutMs: null, maxRows: null, signal: null, pauses: false };

/**
 * Counts the steps of a run (a node looked at, a relationship followed) and stops it at its limits.
 * The clock is the caller's: without one, time never passes.
 */
export class Budget {
  readonly #clock: () => number;
  #limits = NO_LIMITS;
  #startedMs = 0;
  #stepsLeft = STEPS_PER_CHECK;
  #checksLeft = CHECKS_PER_PAUSE;
  /** A pause was due where there could be none; the next step that can take it does. */
  #isPauseDue = false;
  /** Pausing is off while an expression runs a search of its own. */
  #holds = 0;
  #rows = 0;
  #kept = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  start(limits: BudgetLimits): void {
    this.#limits = limits;
    this.#startedMs = this.#clock();
    this.#stepsLeft = STEPS_PER_CHECK;
    this.#checksLeft = CHECKS_PER_PAUSE;
    this.#isPauseDue = false;
    this.#holds = 0;
    this.#rows = 0;
    this.#kept = 0;
    this.#checkSignal();
  }

  /**
   * Takes one step; true when the operator has to pause and take up its work on the next call.
   * @throws RedthreadError `QUERY_LIMIT` at a limit
   */
  step(): boolean {
    this.#stepsLeft -= 1;
    return (this.#stepsLeft <= 0 || this.#isPauseDue) && this.#check();
  }

  /**
   * Takes one step of work that cannot be left in the middle; a pause that is due waits.
   * @throws RedthreadError `QUERY_LIMIT` at a limit
   */
  stepWithoutPause(): void {
    this.#stepsLeft -= 1;
    if (this.#stepsLeft <= 0) {
      this.#look();
    }
  }

  /** @throws RedthreadError `QUERY_LIMIT` when this row is one too many. */
  countRow(): void {
    this.#rows += 1;
    const { maxRows } = this.#limits;
    if (maxRows !== null && this.#rows > maxRows) {
      throw new RedthreadError(
        "QUERY_LIMIT",
        `The query has more than ${maxRows} rows, its limit, so it was stopped and nothing was changed. Add LIMIT, or allow more rows.`,
      );
    }
  }

  /**
   * Counts a row or value that has to be kept until later; {@link dropKept} takes it back.
   * @throws RedthreadError `QUERY_LIMIT` before memory runs out, which no program survives
   */
  keep(): void {
    this.#kept += 1;
    if (this.#kept > MAX_KEPT) {
      throw new RedthreadError(
        "QUERY_LIMIT",
        `The query has to hold more than ${MAX_KEPT} rows in memory to sort, group or collect them, so it was stopped and nothing was changed. Filter earlier, or count instead of collecting.`,
      );
    }
  }

  dropKept(count: number): void {
    this.#kept -= count;
  }

  /** From here to {@link release} no step asks for a pause: the work cannot be left in the middle. */
  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
  }

  #check(): boolean {
    if (this.#stepsLeft <= 0) {
      this.#look();
    }
    if (!this.#isPauseDue || this.#holds > 0) {
      return false;
    }
    this.#isPauseDue = false;
    this.#checksLeft = CHECKS_PER_PAUSE;
    return true;
  }

  /** Looks at signal and clock, and notes when a pause is due. */
  #look(): void {
    this.#stepsLeft = STEPS_PER_CHECK;
    this.#checkSignal();
    this.#checkTime();
    this.#checksLeft -= 1;
    this.#isPauseDue ||= this.#limits.pauses && this.#checksLeft <= 0;
  }

  #checkTime(): void {
    const { timeoutMs } = this.#limits;
    if (timeoutMs !== null && this.#clock() - this.#startedMs > timeoutMs) {
      throw new RedthreadError(
        "QUERY_LIMIT",
        `The query ran longer than ${timeoutMs} ms, its time limit, so it was stopped and nothing was changed. Narrow it, for example with an upper bound on \`*\`, or allow more time.`,
      );
    }
  }

  #checkSignal(): void {
    if (this.#limits.signal?.aborted === true) {
      throw new RedthreadError(
        "QUERY_LIMIT",
        "The query was cancelled and nothing was changed. Run it again to get its answer.",
      );
    }
  }
}
