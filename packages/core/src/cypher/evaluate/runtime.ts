import { type ChangeCounts, noChanges } from "../../graph/graph-writer.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { FunctionContext } from "../functions/cypher-function.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { Budget } from "./budget.js";

/** What one run of a prepared query works with. Closures keep the runtime; each run fills it anew. */
export class Runtime {
  readonly graph: PropertyGraph;
  readonly budget: Budget;
  readonly changes: ChangeCounts = noChanges();
  parameters: ReadonlyMap<string, CypherValue> = new Map();
  functions: FunctionContext;
  /** Nodes that DELETE has taken while they still had relationships; at the end none may be left. */
  readonly doomedNodes = new Set<number>();
  /** Counts the runs: what was worked out for one is not good for the next. */
  run = 0;

  constructor(graph: PropertyGraph, budget: Budget, functions: FunctionContext) {
    this.graph = graph;
    this.budget = budget;
    this.functions = functions;
  }

  /** Whether the node was there at the start or made since, and has not been deleted. */
  isLiveNode(node: number): boolean {
    return this.graph.hasNode(node) && !this.doomedNodes.has(node);
  }

  start(parameters: ReadonlyMap<string, CypherValue>, functions: FunctionContext): void {
    this.run += 1;
    this.parameters = parameters;
    this.functions = functions;
    this.doomedNodes.clear();
    Object.assign(this.changes, noChanges());
  }
}
