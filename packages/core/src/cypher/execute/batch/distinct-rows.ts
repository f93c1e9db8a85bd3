import { idSlots } from "../../plan/id-slots.js";
import type { AggregatePlan, Plan } from "../../plan/plan.js";

/** Whether no two rows of the input have the same determinants, so that each is a group of its own. */
export function areRowsDistinct({ determinants, input }: AggregatePlan): boolean {
  const telling = slotsThatTell(input);
  const slots = idSlots(determinants ?? []);
  return telling?.every((slot) => slots.includes(slot)) ?? false;
}

/** Slots in which any two rows of an operator differ; null where it is not known of any. */
function slotsThatTell(plan: Plan): readonly number[] | null {
  switch (plan.kind) {
    case "Argument":
      return [];
    case "NodeScan":
      return more(slotsThatTell(plan.input), plan.node.slot);
    case "NodeSeek":
      return more(slotsThatTell(plan.input), plan.node.slot);
    case "Expand":
      return more(slotsThatTell(plan.input), plan.relationship.slot);
    case "ExpandTwice":
      return plan.into ? slotsThatTell(plan.input) : more(slotsThatTell(plan.input), plan.to.slot);
    case "ExpandCount":
    case "CountStore":
    case "Filter":
      return slotsThatTell(plan.input);
    default:
      return null;
  }
}

const more = (slots: readonly number[] | null, slot: number): readonly number[] | null =>
  slots === null ? null : [...slots, slot];
