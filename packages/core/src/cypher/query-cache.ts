import type { PropertyGraph } from "../graph/property-graph.js";
import type { Statement } from "./ast/query.js";
import type { BudgetLimits } from "./evaluate/budget.js";
import type { PreparedQuery } from "./execute/prepared-query.js";
import type { AnalyzedQuery, QueryCompiler } from "./query-compiler.js";
import { unknownNames } from "./unknown-names.js";

const SCHEMA_NOTICES = {
  index: "The graph in memory indexes a property on its own when a query needs it.",
  constraint: "A constraint holds while the graph is in memory; it is not saved with it.",
} as const;

/** Query texts kept; the one unused for longest goes first. */
const MAX_QUERIES = 200;

/** A query that has been seen before, with its prepared form when nobody uses it. */
export interface CachedQuery {
  readonly analyzed: AnalyzedQuery;
  readonly readOnly: boolean;
  readonly notifications: () => readonly string[];
  idle: PreparedQuery | null;
  /** Size and version of the graph when the idle form was last known to fit. */
  plannedFor: string;
  fittedVersion: number;
}

/**
 * Prepared queries by their text. A plan is made anew when the graph has grown or shrunk by half
 * since, and when the same query is already running.
 */
export class QueryCache {
  readonly #compiler: QueryCompiler;
  readonly #graph: PropertyGraph;
  readonly #queries = new Map<string, CachedQuery>();

  constructor(compiler: QueryCompiler, graph: PropertyGraph) {
    this.#compiler = compiler;
    this.#graph = graph;
  }

  get(text: string): CachedQuery {
    const known = this.#queries.get(text);
    // Set again, a key becomes the youngest.
    this.#queries.delete(text);
    const cached = known ?? this.#create(text);
    this.#queries.set(text, cached);
    if (this.#queries.size > MAX_QUERIES) {
      const [oldest] = this.#queries.keys();
      this.#queries.delete(oldest ?? text);
    }
    return cached;
  }

  /** A prepared form whose budget has started: planning counts too. */
  take(cached: CachedQuery, limits: BudgetLimits): PreparedQuery {
    const { idle } = cached;
    cached.idle = null;
    if (idle !== null && this.#fits(cached)) {
      idle.runtime.budget.start(limits);
      return idle;
    }
    cached.plannedFor = this.#graphSize();
    cached.fittedVersion = this.#graph.version;
    return this.#compiler.prepare(cached.analyzed, limits);
  }

  giveBack(cached: CachedQuery, prepared: PreparedQuery): void {
    cached.idle = prepared;
  }

  #fits(cached: CachedQuery): boolean {
    const { version } = this.#graph;
    if (cached.fittedVersion !== version) {
      if (cached.plannedFor !== this.#graphSize()) {
        return false;
      }
      cached.fittedVersion = version;
    }
    return true;
  }

  #create(text: string): CachedQuery {
    const analyzed = this.#compiler.analyze(text);
    const { readOnly } = analyzed.analysis;
    return {
      analyzed,
      readOnly,
      notifications: notificationsOf(analyzed.statement, this.#graph),
      idle: null,
      plannedFor: "",
      fittedVersion: -1,
    };
  }

  /** The order of magnitude, base 1.5, of nodes and relationships. */
  #graphSize(): string {
    const magnitude = (count: number) => Math.round(Math.log(count + 1) / Math.log(1.5));
    return `${magnitude(this.#graph.nodeCount)},${magnitude(this.#graph.relationshipCount)}`;
  }
}

function notificationsOf(statement: Statement, graph: PropertyGraph): () => readonly string[] {
  const { schema } = statement;
  return schema === null ? unknownNames(statement, graph) : () => [SCHEMA_NOTICES[schema.subject]];
}
