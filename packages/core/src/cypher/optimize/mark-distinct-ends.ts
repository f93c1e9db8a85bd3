import { mapInputs } from "../plan/map-inputs.js";
import type { AggregatePlan, ExpandVariablePlan, Plan } from "../plan/plan.js";

/**
 * Marks variable-length expansions of which only the set of reached nodes matters, because whoever
 * reads their rows drops repeated ones: those search each node once instead of following every trail.
 * `ignoresRepeats`: the reader of the whole plan does so.
 */
export function markDistinctEnds(plan: Plan, ignoresRepeats: boolean): Plan {
  const marked =
    plan.kind === "ExpandVariable" && ignoresRepeats && canReach(plan)
      ? { ...plan, distinctEnds: true }
      : plan;
  const below = passesOn(plan, ignoresRepeats);
  if (plan.kind === "Apply" || plan.kind === "Optional") {
    return {
      ...plan,
      input: markDistinctEnds(plan.input, below),
      inner: markDistinctEnds(plan.inner, below),
    };
  }
  return mapInputs(marked, (input) => markDistinctEnds(input, below));
}

/** No one sees by which relationships a node was reached, and every reachable node is far enough away. */
function canReach(plan: ExpandVariablePlan): boolean {
  return plan.list === null && plan.unlike.length === 0 && plan.min <= 1;
}

/** Whether rows that come twice to an operator make no difference to the reader of its own rows. */
function passesOn(plan: Plan, ignoresRepeats: boolean): boolean {
  switch (plan.kind) {
    case "Distinct":
      return true;
    case "Aggregate":
      return ignoresCounts(plan);
    case "Union":
      return ignoresRepeats || plan.distinct;
    case "Optional":
    case "NodeScan":
    case "NodeSeek":
    case "NodeJoin":
    case "RelationshipScan":
    case "TakeNode":
    case "Expand":
    case "TakeRelationship":
    case "ExpandVariable":
    case "TakeTrail":
    case "ShortestPath":
    case "PathSearch":
    case "BuildPath":
    case "Filter":
    case "Assign":
    case "Unwind":
      return ignoresRepeats;
    case "Sort":
      return ignoresRepeats && plan.top.length === 0;
    default:
      return false;
  }
}

/** Aggregates for which a value counts once: `min`, `max` and everything with DISTINCT. */
function ignoresCounts({ items }: AggregatePlan): boolean {
  return items.every(({ name, distinct }) => distinct || name === "min" || name === "max");
}
