import type { Plan } from "./plan.js";
import type { Scope } from "./scope.js";
import type { Binding } from "./slots.js";
import { namesIn } from "./walk-ast.js";

/** The id slots among some places. */
export function idSlots(bindings: readonly Binding[]): readonly number[] {
  return bindings.flatMap(({ kind, slot }) => (kind === "value" ? [] : [slot]));
}

/** The id slots that an expression, or a list of them, may read. */
export function slotsIn(parts: unknown, scope: Scope): readonly number[] {
  return idSlots([...namesIn(parts)].flatMap((name) => scope.find(name) ?? []));
}

/** The id slots that an operator of a search fills and that its input does not know. */
export function slotsFilled(plan: Plan): readonly number[] {
  switch (plan.kind) {
    case "NodeScan":
    case "NodeSeek":
    case "NodeJoin":
      return [plan.node.slot];
    case "Expand":
      return plan.into ? [plan.relationship.slot] : [plan.relationship.slot, plan.to.slot];
    case "ExpandTwice":
      return plan.into ? [] : [plan.to.slot];
    case "RelationshipScan":
      return [plan.relationship.slot, plan.from.slot, plan.to.slot];
    default:
      return [];
  }
}
