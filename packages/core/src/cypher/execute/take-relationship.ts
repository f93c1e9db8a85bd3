import { readBinding } from "../evaluate/read-binding.js";
import type { Row } from "../evaluate/row.js";
import type { TakeRelationshipPlan } from "../plan/plan.js";
import { type CypherValue, RelationshipValue } from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import { compileUnlike } from "./unlike.js";

/** Rows whose relationship is bound already: its ends are checked, or bound from it. */
export function takeRelationship(
  context: BuildContext,
  plan: TakeRelationshipPlan,
  input: Operator,
): Operator {
  const { graph } = context.runtime;
  const read = readBinding(plan.source);
  const passes = compileTests(context, plan.tests, plan.scope);
  const isUnused = compileUnlike(plan.unlike.filter(({ slot }) => slot !== plan.relationship.slot));
  const fits = fitEnds(plan);
  let relationship = -1;
  /** Ways round that are still to be tried: 2 as drawn, 1 the other way. */
  let ways = 0;
  return operator(
    (row) => {
      for (;;) {
        while (ways > 0) {
          const turnedRound = ways === 1;
          ways -= 1;
          const start = graph.startOf(relationship);
          const end = graph.endOf(relationship);
          const isAsked =
            plan.direction === "both"
              ? !(turnedRound && start === end)
              : turnedRound === (plan.direction === "in");
          const [from, to] = turnedRound ? [end, start] : [start, end];
          if (isAsked && fits(row, from, to) && isUnused(row, relationship) && passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        relationship = slotOf(read(row));
        if (relationship >= 0 && hasType(context, plan, relationship)) {
          row.ids[plan.relationship.slot] = relationship;
          ways = 2;
        }
      }
    },
    () => {
      ways = 0;
      input.reset();
    },
  );
}

function slotOf(value: CypherValue): number {
  if (value === null) {
    return -1;
  }
  if (!(value instanceof RelationshipValue)) {
    throw typeMismatch("A relationship pattern", "a relationship", value);
  }
  return value.slot;
}

function hasType(
  { runtime: { graph } }: BuildContext,
  { types }: TakeRelationshipPlan,
  relationship: number,
): boolean {
  return (
    graph.hasRelationship(relationship) &&
    (types === null || types.includes(graph.typeOf(relationship)))
  );
}

/** Compares ends that are bound and binds those that are not. */
function fitEnds(plan: TakeRelationshipPlan): (row: Row, from: number, to: number) => boolean {
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const isLoop = fromSlot === toSlot;
  return (row, from, to) => {
    if (plan.fromBound && row.ids[fromSlot] !== from) {
      return false;
    }
    if (plan.toBound && row.ids[toSlot] !== to) {
      return false;
    }
    if (isLoop && from !== to) {
      return false;
    }
    row.ids[fromSlot] = from;
    row.ids[toSlot] = to;
    return true;
  };
}
