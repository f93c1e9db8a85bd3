import type { Expression } from "../ast/expression.js";
import { conjunctsOf } from "../plan/conjuncts.js";
import { turned } from "../plan/expand-direction.js";
import { idSlots, slotsFilled, slotsIn } from "../plan/id-slots.js";
import type { ExpandPlan, ExpandTwicePlan, HalfStep, Plan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { Binding } from "../plan/slots.js";
import { labelTestOf } from "./predicate-shape.js";

/** What two relationships at once look at. */
export function slotsOfTwice({ tests, scope, from, to }: ExpandTwicePlan): readonly number[] {
  return [...slotsIn([tests], scope), ...idSlots([from, to])];
}

/** Two relationships in a row, when nothing asks for the node between them or for either of the two. */
export function asTwice(second: ExpandPlan, read: ReadonlySet<number>): ExpandTwicePlan | null {
  const first = second.input;
  const onward = first.kind === "Expand" ? leadingOnFrom(second, first.to) : null;
  if (
    first.kind !== "Expand" ||
    first.into ||
    onward === null ||
    onward.to.slot === first.to.slot
  ) {
    return null;
  }
  const reads = new Set([...read, ...slotsIn([second.tests], second.scope)]);
  const hidden = idSlots([first.to, first.relationship, second.relationship]);
  const middleLabels = labelsAsked(first);
  const [other, ...others] = second.unlike;
  if (
    hidden.some((slot) => reads.has(slot)) ||
    middleLabels === null ||
    first.unlike.length > 0 ||
    others.length > 0 ||
    (other !== undefined && other.slot !== first.relationship.slot)
  ) {
    return null;
  }
  const there = { direction: first.direction, types: first.types };
  const onwards = { direction: onward.direction, types: second.types };
  const twice = {
    kind: "ExpandTwice",
    input: first.input,
    into: second.into,
    middleLabels,
    differ: other !== undefined,
    tests: second.tests,
    scope: second.scope,
  } as const;
  return second.into && isBoundLater(first.from, onward.to, first.input)
    ? { ...twice, from: onward.to, to: first.from, first: back(onwards), second: back(there) }
    : { ...twice, from: first.from, to: onward.to, first: there, second: onwards };
}

const back = ({ direction, types }: HalfStep): HalfStep => ({
  direction: turned(direction),
  types,
});

/**
 * Whether the first of two bound elements changes from row to row more often than the second: the
 * one that stays is where a search between the two starts from.
 */
export function isBoundLater(a: Binding, b: Binding, plan: Plan): boolean {
  for (let at: Plan | null = plan; at !== null; at = "input" in at ? at.input : null) {
    const filled = slotsFilled(at);
    if (filled.includes(a.slot) || filled.includes(b.slot)) {
      return filled.includes(a.slot);
    }
  }
  return false;
}

/** The relationship as it leads on from the node; between two bound nodes it may be walked either way. */
function leadingOnFrom(
  { from, to, into, direction }: ExpandPlan,
  { slot }: Binding,
): Pick<ExpandPlan, "to" | "direction"> | null {
  if (from.slot === slot) {
    return { to, direction };
  }
  return into && to.slot === slot ? { to: from, direction: turned(direction) } : null;
}

/** The labels that the far end has to carry; null when more than labels is asked of it. */
export function labelsAsked({ tests, to, scope }: ExpandPlan): readonly string[] | null {
  const labels: string[] = [];
  for (const test of tests.flatMap(conjunctsOf)) {
    const label = labelOf(test, to, scope);
    if (label === null) {
      return null;
    }
    labels.push(label);
  }
  return labels;
}

function labelOf(test: Expression, { slot }: Binding, scope: Scope): string | null {
  if (test.kind !== "LabelPredicate" || test.subject.kind !== "Variable") {
    return null;
  }
  return scope.find(test.subject.name)?.slot === slot &&
    scope.find(test.subject.name)?.kind === "node"
    ? labelTestOf(test, test.subject.name)
    : null;
}
