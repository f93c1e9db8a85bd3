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

/** How a case is loaded. */
export interface LoadOptions {
  /** Under which name the store keeps it, so that several cases share one database. Default `case`. */
  readonly name?: string;
  /** Which build of the case this is, such as its hash; the store holds it once all of it is there. */
  readonly revision?: string;
  /** Label of nodes that tell one case from another, such as `Document`: see {@link GraphStore.load}. */
  readonly anchor?: string;
  /** Takes the place of whatever case has the name. */
  readonly replace?: boolean;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** What a load changed, what it writes for itself included. */
export interface LoadChanges extends ChangeCounts {
  /** Nodes that the case lost and that stay, no longer its own, because something foreign is linked to them. */
  readonly nodesLeft: number;
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
   * Makes what the store holds under a name equal to a graph: adds, changes and removes until they are
   * the same, and touches nothing else. A second load of the same graph writes nothing.
   * @throws RedthreadError `GRAPH_INVALID` for what the store cannot hold, before anything is written;
   *   `STORE_REFUSED` where the name is another case's: none of its nodes, or of its anchors, is here.
   */
  load(graph: PropertyGraph, options?: LoadOptions): Promise<LoadChanges>;
  close(): Promise<void>;
}
