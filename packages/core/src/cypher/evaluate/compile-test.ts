import type { SlotBits } from "../../graph/slot-bits.js";
import type { Expression, LabelPredicate } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import { compileComparisonTest } from "./compile-comparison.js";
import type { CompileContext, Test } from "./compile-context.js";
import { compileConnectiveTest, toTruth } from "./compile-logic.js";
import { compileExists } from "./compile-subquery.js";

/** Compiles a condition to a closure that says whether it is `wanted`; null is neither true nor false. */
export function compileTest(
  context: CompileContext,
  condition: Expression,
  scope: Scope,
  wanted: boolean,
): Test {
  const special = compileSpecial(context, condition, scope, wanted);
  if (special !== null) {
    return special;
  }
  const evaluate = context.compile(condition, scope);
  return (row) => toTruth(evaluate(row)) === wanted;
}

function compileSpecial(
  context: CompileContext,
  condition: Expression,
  scope: Scope,
  wanted: boolean,
): Test | null {
  if (scope.findKnown(condition) !== undefined) {
    return null;
  }
  switch (condition.kind) {
    case "UnaryExpression":
      return condition.operator === "not" ? context.test(condition.operand, scope, !wanted) : null;
    case "BinaryExpression": {
      const { operator, left, right } = condition;
      return operator === "and" || operator === "or"
        ? compileConnectiveTest(context, operator, left, right, scope, wanted)
        : null;
    }
    case "ComparisonChain":
      return compileComparisonTest(context, condition, scope, wanted);
    case "LabelPredicate":
      return compileLabelTest(context, condition, scope, wanted);
    case "PatternPredicate": {
      const exists = compileExists(context, condition, scope);
      return (row) => exists(row) === wanted;
    }
    case "SubqueryExpression": {
      if (condition.form !== "exists") {
        return null;
      }
      const exists = compileExists(context, condition, scope);
      return (row) => exists(row) === wanted;
    }
    default:
      return null;
  }
}

/** One label of a node that a pattern has bound, the commonest test of all. */
function compileLabelTest(
  context: CompileContext,
  { subject, labels }: LabelPredicate,
  scope: Scope,
  wanted: boolean,
): Test | null {
  const binding = subject.kind === "Variable" ? scope.find(subject.name) : undefined;
  if (binding?.kind !== "node" || labels.kind !== "label" || context.checksDeleted) {
    return null;
  }
  const { slot } = binding;
  const { name } = labels;
  const { graph } = context.runtime;
  let nodes: SlotBits | undefined;
  return (row) => {
    const node = row.ids[slot] ?? -1;
    nodes ??= graph.nodesWithLabel(name);
    return node >= 0 && (nodes?.has(node) ?? false) === wanted;
  };
}
