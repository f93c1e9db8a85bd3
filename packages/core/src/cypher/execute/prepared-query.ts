import type { Evaluate } from "../evaluate/compile-context.js";
import { readBinding } from "../evaluate/read-binding.js";
import type { Row } from "../evaluate/row.js";
import type { Runtime } from "../evaluate/runtime.js";
import type { QueryPlan } from "../plan/plan.js";
import type { Operator } from "./operator.js";

/** A query ready to run: built once, run again and again, by one run at a time. */
export interface PreparedQuery {
  readonly columns: readonly string[];
  readonly reads: readonly Evaluate[];
  readonly writes: boolean;
  readonly root: Operator;
  readonly row: Row;
  readonly runtime: Runtime;
}

export function preparedQuery(
  plan: QueryPlan,
  root: Operator,
  row: Row,
  runtime: Runtime,
): PreparedQuery {
  return {
    columns: plan.columns.map(({ name }) => name),
    reads: plan.columns.map(({ binding }) => readBinding(binding)),
    writes: plan.writes,
    root,
    row,
    runtime,
  };
}
