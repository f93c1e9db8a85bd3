import { createEngine, type Engine } from "../../cypher/engine.js";
import type { Procedure } from "../../cypher/execute/procedure.js";
import type { CypherValue } from "../../cypher/values/cypher-value.js";
import { PropertyGraph } from "../../graph/property-graph.js";
import { UNNAMED_CASE } from "../case-names.js";
import type { SlotsById } from "../element-ids.js";
import type {
  GraphStore,
  LoadChanges,
  LoadOptions,
  RunOptions,
  StoreCapabilities,
  StoreResult,
} from "../graph-store.js";
import { mirrorGraph } from "./mirror-graph.js";
import { RowStream } from "./row-stream.js";

export interface MemoryStoreOptions {
  /** Milliseconds since 1970-01-01 UTC; without it `datetime()` stands still and no time limit is reached. */
  readonly clock?: () => number;
  readonly seed?: number;
  readonly zone?: string;
  /** What one query may hold of memory, about; a third of what the process may take when left out. */
  readonly memoryBytes?: number;
  readonly procedures?: Iterable<Procedure>;
}

/** A store over a graph in memory. The graph is the caller's: what queries write is written into it. */
export function createMemoryStore(
  graph: PropertyGraph = new PropertyGraph(),
  options: MemoryStoreOptions = {},
): GraphStore {
  return new MemoryStore(graph, options);
}

/** Answers Cypher on a {@link PropertyGraph}. Rows of a reading query are found as they are asked for. */
export class MemoryStore implements GraphStore {
  readonly capabilities: StoreCapabilities = {
    name: "memory",
    persistent: false,
    readsSnapshot: true,
  };
  readonly #graph: PropertyGraph;
  readonly #engine: Engine;
  /** What was loaded, by the name of the case. */
  readonly #loaded = new Map<string, SlotsById>();
  /** Readings that are not at their end; a write lets them read the graph as it was first. */
  readonly #open = new Set<RowStream>();

  constructor(graph: PropertyGraph, options: MemoryStoreOptions = {}) {
    this.#graph = graph;
    this.#engine = createEngine({ graph, ...options });
  }

  async run(
    query: string,
    parameters: ReadonlyMap<string, CypherValue> = new Map(),
    options: RunOptions = {},
  ): Promise<StoreResult> {
    if (!this.#engine.check(query).readOnly) {
      this.#finishReadings();
      const { columns, rows, changes, notifications } = this.#engine.run(
        query,
        parameters,
        options,
      );
      const told = { changes: () => changes, notifications: () => notifications };
      return { columns, rows: eachOf(rows), ...told };
    }
    const { execution, notifications } = this.#engine.open(query, parameters, options);
    const stream = new RowStream(execution, () => {
      this.#open.delete(stream);
    });
    this.#open.add(stream);
    // Errors of the first rows belong to the call, not to the reading of the rows.
    await stream.start();
    return {
      columns: execution.columns,
      rows: stream,
      changes: () => execution.changes,
      notifications: () => notifications,
    };
  }

  async load(graph: PropertyGraph, options: LoadOptions = {}): Promise<LoadChanges> {
    this.#finishReadings();
    const name = options.name ?? UNNAMED_CASE;
    const { changes, slots } = mirrorGraph(this.#graph, graph, this.#loaded.get(name), options);
    this.#loaded.set(name, slots);
    return changes;
  }

  async close(): Promise<void> {
    for (const stream of [...this.#open]) {
      stream.cancel();
    }
  }

  #finishReadings(): void {
    for (const stream of [...this.#open]) {
      stream.readAhead();
    }
  }
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
