import type { Subquery } from "../evaluate/compile-context.js";
import type { ExpandPlan, Plan } from "../plan/plan.js";
import type { SubqueryPlan } from "../plan/plan-subquery.js";
import type { BuildContext } from "./build-context.js";
import { ROW } from "./operator.js";

/** The search of an expression, run once for each row that asks. */
export function buildSubquery(
  context: BuildContext,
  { plan, scope, columns }: SubqueryPlan,
): Subquery {
  const operator = context.build(plan);
  const { budget } = context.runtime;
  const each: Subquery["each"] = (row, visit) => {
    budget.hold();
    operator.reset();
    while (operator.next(row) === ROW && visit(row)) {
      // The visitor does the work.
    }
    budget.release();
  };
  const counted = isPlainExpand(plan) ? degreeOf(context, plan) : null;
  return {
    scope,
    columns,
    each,
    exists: (row) => {
      if (counted !== null) {
        return counted(row) > 0;
      }
      let found = false;
      each(row, () => {
        found = true;
        return false;
      });
      return found;
    },
    count: (row) => {
      if (counted !== null) {
        return counted(row);
      }
      let count = 0;
      each(row, () => {
        count += 1;
        return true;
      });
      return count;
    },
  };
}

/** One relationship of a bound node with nothing asked of it: its number is the node's degree. */
function isPlainExpand(plan: Plan): plan is ExpandPlan {
  return (
    plan.kind === "Expand" &&
    plan.input.kind === "Argument" &&
    plan.tests.length === 0 &&
    plan.unlike.length === 0 &&
    !plan.into
  );
}

function degreeOf({ runtime: { graph } }: BuildContext, plan: ExpandPlan): Subquery["count"] {
  const { slot } = plan.from;
  return (row) => {
    const node = row.ids[slot] ?? -1;
    return node < 0 ? 0 : graph.degree(node, plan.direction, plan.types);
  };
}
