import type { Row } from "../evaluate/row.js";
import type { Runtime } from "../evaluate/runtime.js";
import type { Plan } from "../plan/plan.js";
import type { PlanLine } from "../plan/print-plan.js";
import { DONE, type Operator, operator, PAUSED, ROW } from "./operator.js";
import type { PreparedQuery } from "./prepared-query.js";

/** How many rows each operator has given. */
export type RowCounts = Map<Plan, number>;

/** The operator, its rows counted. */
export function counting(plan: Plan, counts: RowCounts, inner: Operator): Operator {
  counts.set(plan, 0);
  return operator((row) => {
    const status = inner.next(row);
    if (status === ROW) {
      counts.set(plan, (counts.get(plan) ?? 0) + 1);
    }
    return status;
  }, inner.reset);
}

/** What EXPLAIN answers: the plan, an operator a row. Nothing is run. */
export function explainedQuery(lines: readonly PlanLine[], runtime: Runtime): PreparedQuery {
  return {
    columns: ["plan"],
    reads: [(row) => row.values[0] ?? null],
    writes: false,
    runtime,
    row: { ids: new Int32Array(0), values: [null] },
    root: lineOperator(lines.length, (row, at) => {
      row.values[0] = lines[at]?.text ?? null;
    }),
  };
}

/** What PROFILE answers: the plan with the rows that each operator gave, after the query has been run. */
export function profiledQuery(
  lines: readonly PlanLine[],
  query: PreparedQuery,
  counts: RowCounts,
): PreparedQuery {
  const text = query.row.values.length;
  const row = { ids: query.row.ids, values: [...query.row.values, null, null] };
  const shown = lineOperator(lines.length, (to, at) => {
    const line = lines[at];
    to.values[text] = line?.text ?? null;
    to.values[text + 1] = line === undefined ? null : (counts.get(line.plan) ?? 0);
  });
  let isRun = false;
  return {
    ...query,
    columns: ["plan", "rows"],
    reads: [(from) => from.values[text] ?? null, (from) => from.values[text + 1] ?? null],
    row,
    root: operator(
      (to) => {
        while (!isRun) {
          const status = query.root.next(to);
          if (status === PAUSED) {
            return PAUSED;
          }
          isRun = status === DONE;
        }
        return shown.next(to);
      },
      () => {
        isRun = false;
        for (const plan of counts.keys()) {
          counts.set(plan, 0);
        }
        query.root.reset();
        shown.reset();
      },
    ),
  };
}

function lineOperator(count: number, fill: (row: Row, at: number) => void): Operator {
  let at = 0;
  return operator(
    (row) => {
      if (at >= count) {
        return DONE;
      }
      fill(row, at);
      at += 1;
      return ROW;
    },
    () => {
      at = 0;
    },
  );
}
