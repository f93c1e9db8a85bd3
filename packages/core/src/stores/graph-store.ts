import type { CypherValue } from "../cypher/values/cypher-value.js";
import type { ChangeCounts } from "../graph/graph-writer.js";
import type { PropertyGraph } from "../graph/property-graph.js";

/** Limits of one query; a query that reaches one fails with `QUERY_LIMIT` and changes nothing. */
export interface RunOptions {
  readonly timeoutMs?: number;
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}

export interface StoreResult {
  readonly columns: readonly string[];
  /** Rows in the order the store gave them; values parallel to `columns`. */
  readonly rows: AsyncIterable<readonly CypherValue[]>;
  /** Complete once `rows` has been read to its end. */
  readonly changes: () => ChangeCounts;
  /** Remarks on the query, such as a label that nothing carries. Complete when `changes` is. */
  readonly notifications: () => readonly string[];
}

export interface LoadProgress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** What differs between two back ends, declared so that a contract case can say why it is skipped. */
export interface StoreCapabilities {
  readonly name: "memory" | "neo4j";
  readonly persistent: boolean;
  /** True where rows still to come are those of the graph as it was when the query began. */
  readonly readsSnapshot: boolean;
}

/**
 * A back end that answers Cypher. One contract suite (`tests/contract/graph-store.contract.ts`) runs
 * against every implementation.
 */
export interface GraphStore {
  readonly capabilities: StoreCapabilities;
  run(
    query: string,
    parameters?: ReadonlyMap<string, CypherValue>,
    options?: RunOptions,
  ): Promise<StoreResult>;
  /**
   * Merges a graph on the `id` property of its nodes and relationships: a second load of the same
   * graph creates nothing.
   */
  load(graph: PropertyGraph, onProgress?: (progress: LoadProgress) => void): Promise<ChangeCounts>;
  close(): Promise<void>;
}
