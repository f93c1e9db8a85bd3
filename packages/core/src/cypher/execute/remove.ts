import type { RemoveItem } from "../ast/query.js";
import { compileWrittenNames } from "../evaluate/dynamic-names.js";
import type { Row } from "../evaluate/row.js";
import type { RemovePlan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import { NodeValue } from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import { compileTarget } from "./set.js";
import { assertLive, setProperty } from "./write-elements.js";

/** Each row after properties or labels have been taken away. */
export function remove(context: BuildContext, plan: RemovePlan, input: Operator): Operator {
  const removals = plan.items.map((item) => compileRemoval(context, item, plan.scope));
  return operator((row) => {
    const status = input.next(row);
    if (status === ROW) {
      for (const removal of removals) {
        removal(row);
      }
    }
    return status;
  }, input.reset);
}

function compileRemoval(context: BuildContext, item: RemoveItem, scope: Scope): (row: Row) => void {
  const { runtime } = context;
  if (item.kind === "property") {
    const { element, key } = compileTarget(context, item.target, scope);
    return (row) => {
      const target = element(row);
      if (target !== null) {
        setProperty(runtime, target, key(row), null);
      }
    };
  }
  const subject = context.compile(item.target, scope);
  const labels = compileWrittenNames(context, item.labels, scope);
  const { graph, changes } = runtime;
  return (row) => {
    const target = subject(row);
    if (target === null) {
      return;
    }
    if (!(target instanceof NodeValue)) {
      throw typeMismatch("A label", "a node", target);
    }
    assertLive(runtime, target);
    for (const label of labels(row)) {
      if (graph.hasLabel(target.slot, label)) {
        changes.labelsRemoved += 1;
        graph.removeLabel(target.slot, label);
      }
    }
  };
}
