import type { PropertyGraph } from "../../graph/property-graph.js";
import type { Row } from "../evaluate/row.js";
import type { PathElement } from "../plan/pattern-graph.js";
import type { BuildPathPlan } from "../plan/plan.js";
import { NodeValue, PathValue, RelationshipValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";

/** Each row with a named path put together from its elements. */
export function buildPath(context: BuildContext, plan: BuildPathPlan, input: Operator): Operator {
  const { graph } = context.runtime;
  const passes = compileTests(context, plan.tests, plan.scope);
  return operator((row) => {
    for (;;) {
      const status = input.next(row);
      if (status !== ROW) {
        return status;
      }
      row.values[plan.path.slot] = pathOf(graph, row, plan.elements);
      if (passes(row)) {
        return ROW;
      }
    }
  }, input.reset);
}

/** The path through the bound elements; null when one of them is null. */
export function pathOf(
  graph: PropertyGraph,
  row: Row,
  elements: readonly PathElement[],
): PathValue | null {
  const nodes: NodeValue[] = [];
  const relationships: RelationshipValue[] = [];
  let isEmptyWalk = false;
  for (const { binding } of elements) {
    if (isEmptyWalk) {
      // The node at the end of a walk of no length is the one at its start.
      isEmptyWalk = false;
      continue;
    }
    if (binding.kind === "value") {
      const value = row.values[binding.slot] ?? null;
      if (isList(value)) {
        followList(graph, value, nodes, relationships);
        isEmptyWalk = value.length === 0;
      } else if (value instanceof NodeValue) {
        nodes.push(value);
      } else if (value instanceof RelationshipValue) {
        relationships.push(value);
      } else {
        return null;
      }
      continue;
    }
    const id = row.ids[binding.slot] ?? -1;
    if (id < 0) {
      return null;
    }
    if (binding.kind === "relationship") {
      relationships.push(new RelationshipValue(id));
    } else {
      nodes.push(new NodeValue(id));
    }
  }
  return new PathValue(nodes, relationships);
}

/** Adds a list of relationships and the nodes between them; the last node follows as an element of its own. */
function followList(
  graph: PropertyGraph,
  list: readonly unknown[],
  nodes: NodeValue[],
  relationships: RelationshipValue[],
): void {
  let node = nodes.at(-1)?.slot ?? -1;
  list.forEach((relationship, index) => {
    if (!(relationship instanceof RelationshipValue)) {
      return;
    }
    relationships.push(relationship);
    const start = graph.startOf(relationship.slot);
    node = start === node ? graph.endOf(relationship.slot) : start;
    if (index < list.length - 1) {
      nodes.push(new NodeValue(node));
    }
  });
}
