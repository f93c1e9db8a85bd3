import type { Row } from "../evaluate/row.js";
import type { TakeTrailPlan } from "../plan/plan.js";
import { type CypherValue, RelationshipValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";

/** Rows whose list of relationships is bound already and leads from one node to the other. */
export function takeTrail(context: BuildContext, plan: TakeTrailPlan, input: Operator): Operator {
  const passes = compileTests(context, plan.tests, plan.scope);
  return operator((row) => {
    for (;;) {
      const status = input.next(row);
      if (status !== ROW) {
        return status;
      }
      const end = followTrail(context, plan, row);
      if (end < 0 || (plan.into && row.ids[plan.to.slot] !== end)) {
        continue;
      }
      row.ids[plan.to.slot] = end;
      if (passes(row)) {
        return ROW;
      }
    }
  }, input.reset);
}

/** The node that the list leads to, -1 when it is no walk from the start or of the wrong length. */
function followTrail(context: BuildContext, plan: TakeTrailPlan, row: Row): number {
  const relationships = relationshipsOf(row.values[plan.list.slot] ?? null);
  const { min, max } = plan;
  if (
    relationships === null ||
    relationships.length < min ||
    relationships.length > (max ?? Number.POSITIVE_INFINITY)
  ) {
    return -1;
  }
  const walked = plan.reversed ? relationships.toReversed() : relationships;
  let node = row.ids[plan.from.slot] ?? -1;
  for (const relationship of walked) {
    node = node < 0 ? -1 : follow(context, plan, node, relationship);
  }
  return node;
}

function follow(
  { runtime: { graph } }: BuildContext,
  { direction, types }: TakeTrailPlan,
  node: number,
  relationship: number,
): number {
  if (types !== null && !types.includes(graph.typeOf(relationship))) {
    return -1;
  }
  const start = graph.startOf(relationship);
  const end = graph.endOf(relationship);
  if (direction !== "in" && start === node) {
    return end;
  }
  return direction !== "out" && end === node ? start : -1;
}

function relationshipsOf(value: CypherValue): readonly number[] | null {
  if (value === null) {
    return null;
  }
  if (!isList(value)) {
    throw typeMismatch("A variable-length pattern", "a list of relationships", value);
  }
  return value.map((item) => {
    if (!(item instanceof RelationshipValue)) {
      throw typeMismatch("A variable-length pattern", "a list of relationships", item);
    }
    return item.slot;
  });
}
