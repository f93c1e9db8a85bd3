import { RedthreadError } from "../../errors/redthread-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList, isMap } from "../values/is-value.js";
import { sizeOf } from "../values/value-size.js";
import { heapShare } from "./heap-share.js";

/** Steps between two looks at clock and signal: some tens of microseconds. */
const STEPS_PER_CHECK = 2_048;
/** Checks between two pauses of a run that can be continued: some milliseconds. */
const CHECKS_PER_PAUSE = 64;

/** The largest text, list or map, in bytes and with shared parts as often as they occur. */
const MAX_VALUE_BYTES = 134_217_728;
const MAX_TEXT_LENGTH = 4_194_304;
/** Lists and maps inside each other. */
const MAX_DEPTH = 1_000;
/** Bytes that are looked at or copied in about the time of one step. */
const BYTES_PER_STEP = 64;
/** What a kept row, group or value takes besides what it holds. */
const KEPT_BYTES = 48;
const MEGABYTE = 1_048_576;
/** Shorter texts and lists are looked through in no time. */
const SMALL_LENGTH = 256;

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
  readonly #memoryBytes: number;
  #limits = NO_LIMITS;
  #startedMs = 0;
  #stepsLeft = STEPS_PER_CHECK;
  #checksLeft = CHECKS_PER_PAUSE;
  /** A pause was due where there could be none; the next step that can take it does. */
  #isPauseDue = false;
  /** Pausing is off while an expression runs a search of its own. */
  #holds = 0;
  #rows = 0;
  #taken = 0;
  #kept = 0;
  #keptValues = new WeakSet<object>();

  constructor(clock: () => number, memoryBytes: number = heapShare()) {
    this.#clock = clock;
    this.#memoryBytes = memoryBytes;
  }

  start(limits: BudgetLimits): void {
    this.#limits = limits;
    this.#startedMs = this.#clock();
    this.#stepsLeft = STEPS_PER_CHECK;
    this.#checksLeft = CHECKS_PER_PAUSE;
    this.#isPauseDue = false;
    this.#holds = 0;
    this.#rows = 0;
    this.#taken = 0;
    this.#kept = 0;
    this.#keptValues = new WeakSet();
    this.#checkSignal();
  }

  /** Steps taken since the start: elements and items looked at, and bytes by the measure of a step. */
  get steps(): number {
    return this.#taken + STEPS_PER_CHECK - this.#stepsLeft;
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
   * Takes many steps at once, as {@link step} does.
   * @throws RedthreadError `QUERY_LIMIT` at a limit
   */
  takeSteps(count: number): boolean {
    this.#stepsLeft -= count;
    return (this.#stepsLeft <= 0 || this.#isPauseDue) && this.#check();
  }

  /**
   * Takes steps of work that cannot be left in the middle; a pause that is due waits.
   * @throws RedthreadError `QUERY_LIMIT` at a limit
   */
  stepWithoutPause(count: number = 1): void {
    this.#stepsLeft -= count;
    if (this.#stepsLeft <= 0) {
      this.#look();
    }
  }

  /**
   * Takes as many steps as looking at so many bytes is worth, without a pause.
   * @throws RedthreadError `QUERY_LIMIT` at a limit
   */
  work(bytes: number): void {
    this.#stepsLeft -= bytes / BYTES_PER_STEP;
    if (this.#stepsLeft <= 0) {
      this.#look();
    }
  }

  /**
   * Lets a value pass that has just been made, and charges its making.
   * @throws RedthreadError `QUERY_LIMIT` when it is too large or nests too deep
   */
  admit<T extends CypherValue>(value: T): T {
    if (typeof value === "string") {
      this.#admitText(value.length);
    } else if (typeof value === "object" && value !== null) {
      const { bytes, depth } = sizeOf(value);
      this.checkBytes(bytes);
      this.work(bytes);
      if (depth > MAX_DEPTH) {
        throw limitReached(
          `The query made a value that nests deeper than ${MAX_DEPTH} lists and maps`,
          "Keep it flat, for example as one list of its parts.",
        );
      }
    }
    return value;
  }

  /** Lets two values pass that are about to be joined, before that takes the memory. */
  admitJoined(a: CypherValue, b: CypherValue): void {
    if (typeof a === "string" && typeof b === "string") {
      this.#admitText(a.length + b.length);
    } else if (typeof a === "object" || typeof b === "object") {
      const bytes = sizeOf(a).bytes + sizeOf(b).bytes;
      this.checkBytes(bytes);
      this.work(bytes);
    }
  }

  /** {@link admit} for values that are small most of the time: it measures only what may be large. */
  admitMade<T extends CypherValue>(value: T): T {
    const mayBeLarge =
      typeof value === "string"
        ? value.length > SMALL_LENGTH
        : isList(value)
          ? value.length > SMALL_LENGTH || value.some(isNested)
          : isMap(value) && [...value.values()].some(isNested);
    return mayBeLarge ? this.admit(value) : value;
  }

  /** Charges looking through a text or list, where it is long. */
  lookThrough(value: CypherValue): void {
    if ((typeof value === "string" || isList(value)) && value.length > SMALL_LENGTH) {
      this.work(typeof value === "string" ? value.length : 8 * value.length);
    }
  }

  /** Charges going through all parts of a value, where it has parts. */
  goThrough(value: CypherValue): void {
    if (isNested(value)) {
      this.work(sizeOf(value).bytes);
    } else {
      this.lookThrough(value);
    }
  }

  /** @throws RedthreadError `QUERY_LIMIT` when a value of that size is too large */
  checkBytes(bytes: number): void {
    const most = Math.min(MAX_VALUE_BYTES, this.#memoryBytes / 4);
    if (bytes > most) {
      throw limitReached(
        `The query made a value of more than ${Math.floor(most / MEGABYTE)} MB`,
        "Count or filter instead of collecting, or stop earlier.",
      );
    }
  }

  #admitText(length: number): void {
    if (length > MAX_TEXT_LENGTH) {
      throw limitReached(
        `The query made a text of more than ${MAX_TEXT_LENGTH} characters`,
        "Keep the parts in a list, or stop earlier.",
      );
    }
    this.work(length / 8);
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
   * Charges a row or group that has to be kept until later, with what it holds besides itself;
   * {@link dropKept} takes back what this returns.
   * @throws RedthreadError `QUERY_LIMIT` before memory runs out, which no program survives
   */
  keep(bytes: number): number {
    const charged = KEPT_BYTES + bytes;
    this.#kept += charged;
    if (this.#kept > this.#memoryBytes) {
      throw limitReached(
        `The query has to hold more than ${Math.floor(this.#memoryBytes / MEGABYTE)} MB in memory to sort, group or collect`,
        "Filter earlier, count instead of collecting, or give Node more with --max-old-space-size.",
      );
    }
    return charged;
  }

  /** What keeping the value takes; a list or map that is kept already takes no more than its place. */
  keptBytesOf(value: CypherValue): number {
    if (typeof value !== "object" || value === null) {
      return sizeOf(value).bytes;
    }
    if (this.#keptValues.has(value)) {
      return 8;
    }
    this.#keptValues.add(value);
    return sizeOf(value).bytes;
  }

  dropKept(bytes: number): void {
    this.#kept -= bytes;
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
    this.#taken += STEPS_PER_CHECK - this.#stepsLeft;
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

const isNested = (value: CypherValue): boolean => isList(value) || isMap(value);

function limitReached(what: string, remedy: string): RedthreadError {
  return new RedthreadError(
    "QUERY_LIMIT",
    `${what}, so it was stopped and nothing was changed. ${remedy}`,
  );
}
