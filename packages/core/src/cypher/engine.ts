import type { TimeForm } from "../graph/format-temporal.js";
import type { ChangeCounts } from "../graph/graph-writer.js";
import type { PropertyGraph } from "../graph/property-graph.js";
import type { Budget, BudgetLimits } from "./evaluate/budget.js";
import { heapShare } from "./evaluate/heap-share.js";
import { Execution, type OnRow } from "./execute/execution.js";
import type { Procedure } from "./execute/procedure.js";
import type { FunctionContext } from "./functions/cypher-function.js";
import { QueryCache } from "./query-cache.js";
import { QueryCompiler } from "./query-compiler.js";
import { checkParameters } from "./semantics/check-parameters.js";
import type { CypherValue } from "./values/cypher-value.js";

/** What an engine works with besides its graph. */
export interface EngineOptions {
  readonly graph: PropertyGraph;
  /**
   * Milliseconds since 1970-01-01 UTC. Without a clock it is always 1970 for `datetime()` and its kin,
   * and a time limit is never reached.
   */
  readonly clock?: () => number;
  /** Where rand() and randomUUID() start; the same seed gives the same values, query by query. */
  readonly seed?: number;
  /** IANA zone of temporal values that are given none; UTC when left out. */
  readonly zone?: string;
  /** How `toString()` writes a time of day: `full` as Neo4j does, `short` as the openCypher TCK does. */
  readonly timeForm?: TimeForm;
  /** What one query may hold of memory, about; a third of what the process may take when left out. */
  readonly memoryBytes?: number;
  /** More procedures for CALL. */
  readonly procedures?: Iterable<Procedure>;
}

/** Limits of one query; a query that reaches one fails with `QUERY_LIMIT` and changes nothing. */
export interface EngineRunOptions {
  readonly timeoutMs?: number;
  readonly maxRows?: number;
  /** Looked at now and then; it can only be set off by code that gets to run, such as `onRow`. */
  readonly signal?: AbortSignal;
}

export interface QuerySummary {
  readonly columns: readonly string[];
  readonly changes: ChangeCounts;
  /** Sentences about names in the query that the graph does not have. */
  readonly notifications: readonly string[];
}

export interface QueryResult extends QuerySummary {
  readonly rows: readonly (readonly CypherValue[])[];
}

/** Answers Cypher on one graph. Synchronous; {@link Engine.open} is for callers that take rows as they come. */
export interface Engine {
  /** Runs a query to its end, at most ten million rows. */
  run(
    query: string,
    parameters?: ReadonlyMap<string, CypherValue>,
    options?: EngineRunOptions,
  ): QueryResult;
  /** Gives each row as it is found, in constant memory; `onRow` returns false to want no more. */
  stream(
    query: string,
    parameters: ReadonlyMap<string, CypherValue>,
    options: EngineRunOptions,
    onRow: OnRow,
  ): QuerySummary;
  /** A run that is advanced by the caller and pauses every few milliseconds. */
  open(
    query: string,
    parameters?: ReadonlyMap<string, CypherValue>,
    options?: EngineRunOptions,
  ): OpenQuery;
  /** The plan of a query as text, best operator first. */
  explain(query: string): string;
  /** The columns a query would have; checks it without running it. */
  check(query: string): { readonly columns: readonly string[]; readonly readOnly: boolean };
}

export interface OpenQuery {
  readonly execution: Execution;
  readonly readOnly: boolean;
  readonly notifications: readonly string[];
}

/** An engine over a graph. The graph may be changed by others between two queries. */
export function createEngine(options: EngineOptions): Engine {
  return new CypherEngine(options);
}

/** Rows that {@link Engine.run} hands over at once; streams have no such limit. */
const MAX_ROWS_AT_ONCE = 10_000_000;

const NO_PARAMETERS: ReadonlyMap<string, CypherValue> = new Map();

class CypherEngine implements Engine {
  readonly #graph: PropertyGraph;
  readonly #clock: () => number;
  readonly #zone: string;
  readonly #timeForm: TimeForm;
  readonly #compiler: QueryCompiler;
  readonly #cache: QueryCache;
  #seed: number;

  constructor({ graph, clock, seed, zone, timeForm, memoryBytes, procedures }: EngineOptions) {
    this.#graph = graph;
    this.#clock = clock ?? (() => 0);
    this.#seed = seed ?? 0;
    this.#zone = zone ?? "UTC";
    this.#timeForm = timeForm ?? "full";
    this.#compiler = new QueryCompiler(
      graph,
      this.#clock,
      this.#zone,
      memoryBytes ?? heapShare(),
      procedures ?? [],
    );
    this.#cache = new QueryCache(this.#compiler, graph);
  }

  run(
    query: string,
    parameters: ReadonlyMap<string, CypherValue> = NO_PARAMETERS,
    options: EngineRunOptions = {},
  ): QueryResult {
    const rows: (readonly CypherValue[])[] = [];
    const limits = { maxRows: MAX_ROWS_AT_ONCE, ...options };
    const summary = this.stream(query, parameters, limits, (row) => {
      rows.push(row);
      return true;
    });
    return { ...summary, rows };
  }

  stream(
    query: string,
    parameters: ReadonlyMap<string, CypherValue>,
    options: EngineRunOptions,
    onRow: OnRow,
  ): QuerySummary {
    const { execution, notifications } = this.#start(query, parameters, options, false);
    execution.advance(onRow);
    return { columns: execution.columns, changes: execution.changes, notifications };
  }

  open(
    query: string,
    parameters: ReadonlyMap<string, CypherValue> = NO_PARAMETERS,
    options: EngineRunOptions = {},
  ): OpenQuery {
    return this.#start(query, parameters, options, true);
  }

  explain(query: string): string {
    return this.#compiler.explain(query);
  }

  check(query: string): { readonly columns: readonly string[]; readonly readOnly: boolean } {
    const { columns, readOnly } = this.#cache.get(query).analyzed.analysis;
    return { columns, readOnly };
  }

  #start(
    text: string,
    parameters: ReadonlyMap<string, CypherValue>,
    options: EngineRunOptions,
    pauses: boolean,
  ): OpenQuery {
    const cached = this.#cache.get(text);
    checkParameters(cached.analyzed.analysis, parameters);
    const prepared = this.#cache.take(cached, limitsOf(options, pauses));
    prepared.runtime.start(parameters, this.#functionContext(prepared.runtime.budget));
    return {
      execution: new Execution(prepared, () => {
        this.#cache.giveBack(cached, prepared);
      }),
      readOnly: cached.readOnly,
      notifications: cached.notifications(),
    };
  }

  #functionContext(budget: Budget): FunctionContext {
    this.#seed = (this.#seed + 1) | 0;
    return {
      graph: this.#graph,
      nowMs: this.#clock(),
      zone: this.#zone,
      timeForm: this.#timeForm,
      work: (bytes) => budget.work(bytes),
      checkBytes: (bytes) => budget.checkBytes(bytes),
      random: seededRandom(this.#seed),
    };
  }
}

function limitsOf({ timeoutMs, maxRows, signal }: EngineRunOptions, pauses: boolean): BudgetLimits {
  return {
    timeoutMs: timeoutMs ?? null,
    maxRows: maxRows ?? null,
    signal: signal ?? null,
    pauses,
  };
}

/** mulberry32: 32 bits of state, enough for rand() in a query. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
