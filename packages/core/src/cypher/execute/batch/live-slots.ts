import { idSlots, slotsIn } from "../../plan/id-slots.js";
import type { AggregatePlan, Plan } from "../../plan/plan.js";

/** The id slots of its input that an aggregation reads. */
export function slotsRead(plan: AggregatePlan): ReadonlySet<number> {
  const { keys, keyItems, items, determinants, scope } = plan;
  return new Set([
    ...idSlots(keys),
    ...idSlots(determinants ?? []),
    ...slotsIn([keyItems.map(({ expression }) => expression)], scope),
    ...slotsIn([items.map((item) => item.arguments)], scope),
  ]);
}

/** The id slots that an operator looks at in its input. */
export function slotsBefore(plan: Plan): readonly number[] {
  switch (plan.kind) {
    case "Expand":
      return idSlots([plan.from, ...(plan.into ? [plan.to] : [])]);
    case "ExpandCount":
      return idSlots([plan.from, ...(plan.to === null ? [] : [plan.to]), ...plan.unlike]);
    case "ExpandTwice":
      return idSlots([plan.from, ...(plan.into ? [plan.to] : [])]);
    default:
      return [];
  }
}

/** The id slots that an operator looks at, or always fills, in its own rows. */
export function slotsAfter(plan: Plan): readonly number[] {
  const tested = "tests" in plan ? slotsIn([plan.tests], plan.scope) : [];
  switch (plan.kind) {
    case "Expand":
      return plan.unlike.length === 0
        ? tested
        : [...tested, ...idSlots([plan.relationship, ...plan.unlike])];
    case "ExpandTwice":
      return plan.into ? tested : [...tested, plan.to.slot];
    default:
      return tested;
  }
}
