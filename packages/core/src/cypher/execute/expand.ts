import { turned } from "../plan/expand-direction.js";
import type { ExpandPlan } from "../plan/plan.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";
import { RelationshipCursor } from "./relationship-cursor.js";
import { compileUnlike } from "./unlike.js";

/** Each row with each relationship of its node and the node at the other end. */
export function expand(context: BuildContext, plan: ExpandPlan, input: Operator): Operator {
  return plan.into ? expandInto(context, plan, input) : expandAll(context, plan, input);
}

function expandAll(context: BuildContext, plan: ExpandPlan, input: Operator): Operator {
  const { graph, budget } = context.runtime;
  const cursor = new RelationshipCursor(graph, plan.direction, plan.types);
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const relationshipSlot = plan.relationship.slot;
  const passes = compileTests(context, plan.tests, plan.scope);
  const isUnused = compileUnlike(plan.unlike);
  return operator(
    (row) => {
      for (;;) {
        for (;;) {
          if (budget.step()) {
            return PAUSED;
          }
          if (!cursor.advance()) {
            break;
          }
          row.ids[relationshipSlot] = cursor.relationship;
          row.ids[toSlot] = cursor.neighbour;
          if (isUnused(row, cursor.relationship) && passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        cursor.start(row.ids[fromSlot] ?? -1);
      }
    },
    () => {
      cursor.start(-1);
      input.reset();
    },
  );
}

/** Both ends are bound: walks from the end with fewer relationships. */
function expandInto(context: BuildContext, plan: ExpandPlan, input: Operator): Operator {
  const { graph, budget } = context.runtime;
  const forward = new RelationshipCursor(graph, plan.direction, plan.types);
  const backward = new RelationshipCursor(graph, turned(plan.direction), plan.types);
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const relationshipSlot = plan.relationship.slot;
  const passes = compileTests(context, plan.tests, plan.scope);
  const isUnused = compileUnlike(plan.unlike);
  let cursor = forward;
  let wanted = -1;
  return operator(
    (row) => {
      for (;;) {
        for (;;) {
          if (budget.step()) {
            return PAUSED;
          }
          if (!cursor.advance()) {
            break;
          }
          if (cursor.neighbour === wanted) {
            row.ids[relationshipSlot] = cursor.relationship;
            if (isUnused(row, cursor.relationship) && passes(row)) {
              return ROW;
            }
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const from = row.ids[fromSlot] ?? -1;
        const to = row.ids[toSlot] ?? -1;
        const turnsRound = backward.degree(to) < forward.degree(from);
        cursor = turnsRound ? backward : forward;
        wanted = turnsRound ? from : to;
        cursor.start(turnsRound ? to : from);
        if (from < 0 || to < 0) {
          cursor.start(-1);
        }
      }
    },
    () => {
      cursor.start(-1);
      input.reset();
    },
  );
}
