import type { PropertyGraph } from "../../graph/property-graph.js";
import type { ScalarValue } from "../../graph/property-value.js";
import type { NodeSeekPlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import { equals } from "../values/equals.js";
import {
  isList,
  isMap,
  isNode,
  isNumber,
  isPath,
  isRelationship,
  toDouble,
} from "../values/is-value.js";
import { itemsOf } from "../values/list-access.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";

const NOTHING: readonly number[] = [];

/** Each row with each node of a label whose property equals a value, or any value of a list. */
export function nodeSeek(context: BuildContext, plan: NodeSeekPlan, input: Operator): Operator {
  const { graph, budget } = context.runtime;
  const { slot } = plan.node;
  const value = context.compile(plan.value, plan.scope);
  const passes = compileTests(context, plan.tests, plan.scope);
  const find = plan.many ? findAny : findEqual;
  let found = NOTHING;
  let at = 0;
  return operator(
    (row) => {
      for (;;) {
        while (at < found.length) {
          if (budget.step()) {
            return PAUSED;
          }
          row.ids[slot] = found[at] ?? -1;
          at += 1;
          if (passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        found = find(graph, plan, value(row));
        at = 0;
      }
    },
    () => {
      found = NOTHING;
      at = 0;
      input.reset();
    },
  );
}

function findEqual(
  graph: PropertyGraph,
  { label, key }: NodeSeekPlan,
  value: CypherValue,
): readonly number[] {
  if (isIndexed(value)) {
    return graph.findNodes(label, key, value);
  }
  if (value === null) {
    return NOTHING;
  }
  // Lists are equal item by item, which no index knows; elements and maps are never stored.
  const found: number[] = [];
  graph.forEachNode(label, (node) => {
    if (equals(graph.nodeProperty(node, key) ?? null, value) === true) {
      found.push(node);
    }
    return true;
  });
  return found;
}

function findAny(graph: PropertyGraph, plan: NodeSeekPlan, list: CypherValue): readonly number[] {
  const items = itemsOf(list);
  if (items === null) {
    return NOTHING;
  }
  const found = new Set<number>();
  for (const item of items) {
    for (const node of findEqual(graph, plan, item)) {
      found.add(node);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Scalars but NaN, which equals nothing. */
function isIndexed(value: CypherValue): value is ScalarValue {
  return !(
    value === null ||
    isList(value) ||
    isMap(value) ||
    isNode(value) ||
    isRelationship(value) ||
    isPath(value) ||
    (isNumber(value) && Number.isNaN(toDouble(value)))
  );
}
