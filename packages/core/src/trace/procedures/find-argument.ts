import { type CypherValue, NodeValue } from "../../cypher/values/cypher-value.js";
import { RedthreadError } from "../../errors/redthread-error.js";
import type { Trace } from "../graph/trace-graph.js";
import { findEntity } from "../names/find-entity.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";

/**
 * What an argument means: a node of the graph, or a name, alias or id.
 * @throws RedthreadError `USAGE`, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`.
 */
export function findArgument(trace: Trace, value: CypherValue | undefined): TraceNode {
  if (value instanceof NodeValue) return readTraceNode(trace.reader, value.slot);
  if (typeof value === "string") return findEntity(trace, value);
  throw new RedthreadError("USAGE", "An entity is given as a node, or by its name, alias or id.");
}
