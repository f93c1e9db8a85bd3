import type { Row } from "../evaluate/row.js";
import type { SortPlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import { orderValues } from "../values/order.js";
import type { BuildContext } from "./build-context.js";
import { compileRowCount } from "./count-rows.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";
import { RowBuffer } from "./row-buffer.js";

/** With a limit in sight, this many rows more than wanted are kept before the worst are dropped. */
const SLACK = 1_024;

/** All rows in order; rows that compare equal stay in the order they came. */
export function sort(context: BuildContext, plan: SortPlan, input: Operator): Operator {
  const keys = plan.keys.map(({ expression }) => context.compile(expression, plan.scope));
  const signs = plan.keys.map(({ descending }) => (descending ? -1 : 1));
  const counts = plan.top.map((count, index) =>
    compileRowCount(context, index + 1 < plan.top.length ? "SKIP" : "LIMIT", count),
  );
  const buffer = new RowBuffer(plan.bindings);
  let values: CypherValue[][] = keys.map(() => []);
  let order: readonly number[] | null = null;
  let at = 0;

  const compare = (a: number, b: number): number => {
    for (let key = 0; key < signs.length; key += 1) {
      const column = values[key];
      const difference = orderValues(column?.[a] ?? null, column?.[b] ?? null);
      if (difference !== 0) {
        return difference * (signs[key] ?? 1);
      }
    }
    return a - b;
  };
  const sorted = (): number[] => Array.from({ length: buffer.count }, (_, i) => i).sort(compare);
  const keepBest = (wanted: number): void => {
    const best = sorted().slice(0, wanted);
    // In the order they came, so that later ties still go to the earlier row.
    best.sort((a, b) => a - b);
    buffer.keep(best);
    values = values.map((column) => best.map((index) => column[index] ?? null));
  };
  const add = (row: Row, wanted: number): void => {
    buffer.push(row);
    for (const [index, key] of keys.entries()) {
      values[index]?.push(key(row));
    }
    if (buffer.count >= 2 * wanted + SLACK) {
      keepBest(wanted);
    }
  };
  return operator(
    (row) => {
      if (order === null) {
        const wanted =
          counts.length === 0
            ? Number.POSITIVE_INFINITY
            : counts.reduce((sum, count) => sum + count(row), 0);
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          add(row, wanted);
        }
        if (status !== DONE) {
          return status;
        }
        order = sorted();
        at = 0;
      }
      const index = order[at];
      if (index === undefined) {
        return DONE;
      }
      at += 1;
      buffer.load(row, index);
      return ROW;
    },
    () => {
      buffer.clear();
      values = keys.map(() => []);
      order = null;
      input.reset();
    },
  );
}
