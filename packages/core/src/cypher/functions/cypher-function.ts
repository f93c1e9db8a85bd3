import type { TimeForm } from "../../graph/format-temporal.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import type { CypherValue } from "../values/cypher-value.js";

/** What a function may look at besides its arguments. `nowMs` is the statement's start, one value a statement. */
export interface FunctionContext {
  readonly graph: GraphReader;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
  /** IANA zone used where a temporal function is given none. */
  readonly zone: string;
  /** How toString() writes a time of day. */
  readonly timeForm: TimeForm;
  /**
   * Charges work by the bytes that are looked at or made; call it in loops over what may be large.
   * @throws RedthreadError `QUERY_LIMIT` at a limit of the query
   */
  readonly work: (bytes: number) => void;
  /** @throws RedthreadError `QUERY_LIMIT` when a value of that size is too large to be made */
  readonly checkBytes: (bytes: number) => void;
  /** The statement's seeded source for rand() and randomUUID(): 0 ≤ x < 1. */
  readonly random: () => number;
}

/** A scalar function. Names are matched without regard to case; null in gives null out unless it says otherwise. */
export interface CypherFunction {
  readonly name: string;
  readonly minArguments: number;
  /** `Number.POSITIVE_INFINITY` for a variadic function. */
  readonly maxArguments: number;
  /** One line for `docs/cypher.md`, such as `toUpper(text) → text in upper case`. */
  readonly summary: string;
  readonly call: (args: readonly CypherValue[], context: FunctionContext) => CypherValue;
}

/** The running state of one group. */
export interface Accumulator {
  /** Arguments of one row, evaluated; the engine has dropped repeated ones for DISTINCT. */
  add(args: readonly CypherValue[]): void;
  result(): CypherValue;
}

export interface AggregateFunction {
  readonly name: string;
  readonly minArguments: number;
  readonly maxArguments: number;
  readonly summary: string;
  readonly start: () => Accumulator;
}
