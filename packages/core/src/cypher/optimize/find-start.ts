import type { Expression } from "../ast/expression.js";
import type { PatternNode } from "../plan/pattern-graph.js";
import type { Plan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import { namesIn } from "../plan/walk-ast.js";
import type { SearchState, WaitingPredicate } from "./pattern-search.js";
import { labelTestOf, propertyTestOf, valueJoinOf } from "./predicate-shape.js";
import type { Statistics } from "./statistics.js";

/** How a node is found that nothing bound leads to, and the predicates that this does not settle. */
export interface Start {
  readonly plan: Plan;
  readonly waiting: readonly WaitingPredicate[];
}

/** By an indexed property, else by a table of its values, else by going through a label or all nodes. */
export function findStart(
  node: PatternNode,
  state: SearchState,
  statistics: Statistics,
  input: Plan,
  scope: Scope,
): Start {
  const label = rarestLabel(node, state.waiting, statistics);
  const rest = without(
    state.waiting,
    (predicate) => label !== null && labelTestOf(predicate, node.name) === label,
  );
  const common = { input, node: node.binding, tests: [], scope };
  const seek = label === null ? null : findSeek(node, state);
  if (label !== null && seek !== null) {
    const { key, value, many, predicate } = seek;
    return {
      plan: { kind: "NodeSeek", ...common, label, key, value, many },
      waiting: without(rest, (other) => other === predicate),
    };
  }
  const join = findJoin(node, state);
  return join === null
    ? { plan: { kind: "NodeScan", ...common, label }, waiting: rest }
    : // The equality stays: a table finds candidates, the test decides.
      { plan: { kind: "NodeJoin", ...common, label, ...join }, waiting: rest };
}

function findSeek(node: PatternNode, { waiting, bound }: SearchState) {
  for (const { predicate, needs } of waiting) {
    const test = propertyTestOf(predicate, node.name);
    const isKnown = needs.every((name) => name === node.name || bound.has(name));
    if (test !== null && isKnown && !namesIn(test.value).has(node.name)) {
      return { ...test, predicate };
    }
  }
  return null;
}

function findJoin(node: PatternNode, { waiting, bound }: SearchState) {
  if (bound.size === 0) {
    return null;
  }
  for (const { predicate } of waiting) {
    const join = valueJoinOf(predicate, node.name, (name) => bound.has(name));
    if (join !== null) {
      return join;
    }
  }
  return null;
}

function rarestLabel(
  { name }: PatternNode,
  waiting: readonly WaitingPredicate[],
  statistics: Statistics,
): string | null {
  let rarest: string | null = null;
  for (const { predicate } of waiting) {
    const label = labelTestOf(predicate, name);
    if (
      label !== null &&
      (rarest === null || statistics.countWithLabel(label) < statistics.countWithLabel(rarest))
    ) {
      rarest = label;
    }
  }
  return rarest;
}

function without(
  waiting: readonly WaitingPredicate[],
  isDone: (predicate: Expression) => boolean,
): readonly WaitingPredicate[] {
  return waiting.filter(({ predicate }) => !isDone(predicate));
}
