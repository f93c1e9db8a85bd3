import type { Row } from "../evaluate/row.js";
import type { NodeJoinPlan } from "../plan/plan.js";
import { groupingKey } from "../values/equivalent.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";
import { bytesOfKey } from "./row-key.js";

type Table = ReadonlyMap<string | number, readonly number[]>;

const NOTHING: readonly number[] = [];

/**
 * Each row with each node for which an expression has the row's value, from a table of all nodes by
 * that expression. The table is made on the first row of a run and holds as long as the graph stays.
 */
export function nodeJoin(context: BuildContext, plan: NodeJoinPlan, input: Operator): Operator {
  const { graph, budget } = context.runtime;
  const { slot } = plan.node;
  const value = context.compile(plan.value, plan.scope);
  const passes = compileTests(context, plan.tests, plan.scope);
  const tableFor = compileTable(context, plan);
  let found = NOTHING;
  let at = 0;
  return operator(
    (row) => {
      for (;;) {
        while (at < found.length) {
          if (budget.step()) {
            return PAUSED;
          }
          const node = found[at] ?? -1;
          at += 1;
          row.ids[slot] = node;
          if (graph.hasNode(node) && passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const table = tableFor(row);
        found = table.get(groupingKey(value(row))) ?? NOTHING;
        at = 0;
      }
    },
    () => {
      found = NOTHING;
      at = 0;
      input.reset();
    },
  );
}

function compileTable(context: BuildContext, plan: NodeJoinPlan): (row: Row) => Table {
  const { runtime } = context;
  const { graph, budget } = runtime;
  const { slot } = plan.node;
  const key = context.compile(plan.key, plan.scope);
  let table: Table = new Map();
  let madeIn = -1;
  let madeFor = -1;
  const make = (row: Row): Table => {
    const nodes = new Map<string | number, number[]>();
    budget.hold();
    graph.forEachNode(plan.label, (node) => {
      budget.step();
      row.ids[slot] = node;
      const value = key(row);
      // Null equals nothing, not even null.
      if (value !== null) {
        const name = groupingKey(value);
        budget.keep(bytesOfKey(name));
        const listed = nodes.get(name);
        if (listed === undefined) {
          nodes.set(name, [node]);
        } else {
          listed.push(node);
        }
      }
      return true;
    });
    budget.release();
    return nodes;
  };
  return (row) => {
    if (madeIn !== runtime.run || madeFor !== graph.version) {
      table = make(row);
      madeIn = runtime.run;
      madeFor = graph.version;
    }
    return table;
  };
}
