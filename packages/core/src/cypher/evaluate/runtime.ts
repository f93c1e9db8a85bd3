import type { ChangeCounts } from "../../graph/graph-writer.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { FunctionContext } from "../functions/cypher-function.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { Budget } from "./budget.js";

/** What one run of a prepared query works with. Closures keep the runtime; each run fills it anew. */
export class Runtime {
  readonly graph: PropertyGraph;
  readonly budget: Budget;
  readonly changes: ChangeCounts;
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
    this.changes = {
      nodesCreated: 0,
      nodesDeleted: 0,
      relationshipsCreated: 0,
      relationshipsDeleted: 0,
      labelsAdded: 0,
      labelsRemoved: 0,
      propertiesSet: 0,
    };
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
    const { changes } = this;
    changes.nodesCreated = 0;
    changes.nodesDeleted = 0;
    changes.relationshipsCreated = 0;
    changes.relationshipsDeleted = 0;
    changes.labelsAdded = 0;
    changes.labelsRemoved = 0;
    changes.propertiesSet = 0;
  }
}
