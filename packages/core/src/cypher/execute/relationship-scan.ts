import type { RelationshipScanPlan } from "../plan/plan.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";
import { compileUnlike } from "./unlike.js";

/** Each row with each relationship of the types and its ends; one that lies either way comes both ways round. */
export function relationshipScan(
  context: BuildContext,
  plan: RelationshipScanPlan,
  input: Operator,
): Operator {
  const { graph, budget } = context.runtime;
  const { direction } = plan;
  const relationshipSlot = plan.relationship.slot;
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const joinsEnds = fromSlot === toSlot;
  const passes = compileTests(context, plan.tests, plan.scope);
  const isUnused = compileUnlike(plan.unlike);
  let typeIds: ReadonlySet<number> | null = null;
  // Half steps: each relationship is seen as drawn, then the other way round.
  let at = Number.POSITIVE_INFINITY;
  return operator(
    (row) => {
      for (;;) {
        while (at < 2 * graph.relationshipSlots) {
          if (budget.step()) {
            return PAUSED;
          }
          const relationship = at >>> 1;
          const turnedRound = (at & 1) === 1;
          at += 1;
          if (
            !graph.hasRelationship(relationship) ||
            (typeIds !== null && !typeIds.has(graph.relationshipTypeId(relationship)))
          ) {
            at = 2 * relationship + 2;
            continue;
          }
          if (direction !== "both" && turnedRound !== (direction === "in")) {
            continue;
          }
          const start = graph.startOf(relationship);
          const end = graph.endOf(relationship);
          if (
            (joinsEnds && start !== end) ||
            (turnedRound && direction === "both" && start === end)
          ) {
            continue;
          }
          row.ids[relationshipSlot] = relationship;
          row.ids[fromSlot] = turnedRound ? end : start;
          row.ids[toSlot] = turnedRound ? start : end;
          if (isUnused(row, relationship) && passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        typeIds = plan.types === null ? null : new Set(plan.types.map((t) => graph.typeIdOf(t)));
        at = 0;
      }
    },
    () => {
      at = Number.POSITIVE_INFINITY;
      input.reset();
    },
  );
}
