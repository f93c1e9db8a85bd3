import type { Subquery } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { ExpandPlan, Plan } from "../plan/plan.js";
import type { SubqueryPlan } from "../plan/plan-subquery.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { ROW } from "./operator.js";
import { RelationshipCursor } from "./relationship-cursor.js";

/** The search of an expression, run once for each row that asks. */
export function buildSubquery(
  context: BuildContext,
  { plan, scope, columns }: SubqueryPlan,
): Subquery {
  if (isSingleExpand(plan)) {
    return { scope, columns, ...expandOnce(context, plan) };
  }
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
  return { scope, columns, each, ...countingWith(each) };
}

function countingWith(each: Subquery["each"]): Pick<Subquery, "exists" | "count"> {
  return {
    exists: (row) => {
      let found = false;
      each(row, () => {
        found = true;
        return false;
      });
      return found;
    },
    count: (row) => {
      let count = 0;
      each(row, () => {
        count += 1;
        return true;
      });
      return count;
    },
  };
}

/** One relationship of a bound node to a node that is not bound. */
function isSingleExpand(plan: Plan): plan is ExpandPlan {
  return (
    plan.kind === "Expand" &&
    plan.input.kind === "Argument" &&
    plan.unlike.length === 0 &&
    !plan.into
  );
}

/** Such a search needs no operators; where nothing is asked of the far end, its size is the node's degree. */
function expandOnce(
  context: BuildContext,
  plan: ExpandPlan,
): Pick<Subquery, "each" | "exists" | "count"> {
  const { graph, budget } = context.runtime;
  const cursor = new RelationshipCursor(graph, plan.direction, plan.types);
  const passes = compileTests(context, plan.tests, plan.scope);
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const relationshipSlot = plan.relationship.slot;
  const advance = (row: Row): boolean => {
    while (cursor.advance()) {
      budget.step();
      row.ids[relationshipSlot] = cursor.relationship;
      row.ids[toSlot] = cursor.neighbour;
      if (passes(row)) {
        return true;
      }
    }
    return false;
  };
  const each: Subquery["each"] = (row, visit) => {
    budget.hold();
    cursor.start(row.ids[fromSlot] ?? -1);
    while (advance(row) && visit(row)) {
      // The visitor does the work.
    }
    budget.release();
  };
  if (plan.tests.length > 0) {
    return {
      each,
      count: countingWith(each).count,
      exists: (row) => {
        budget.hold();
        cursor.start(row.ids[fromSlot] ?? -1);
        const found = advance(row);
        budget.release();
        return found;
      },
    };
  }
  const count = (row: Row): number => {
    const node = row.ids[fromSlot] ?? -1;
    return node < 0 ? 0 : graph.degree(node, plan.direction, plan.types);
  };
  return { each, count, exists: (row) => count(row) > 0 };
}
