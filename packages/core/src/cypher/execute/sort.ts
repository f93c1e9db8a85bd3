import type { Evaluate } from "../evaluate/compile-context.js";
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
  const counts = plan.top.map((count, index) =>
    compileRowCount(context, index + 1 < plan.top.length ? "SKIP" : "LIMIT", count),
  );
  const rows = new SortedRows(context, plan);
  let order: readonly number[] | null = null;
  let wanted = -1;
  let at = 0;
  return operator(
    (row) => {
      if (order === null) {
        if (wanted < 0) {
          wanted =
            counts.length === 0
              ? Number.POSITIVE_INFINITY
              : counts.reduce((sum, count) => sum + count(row), 0);
        }
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          rows.add(row, wanted);
        }
        if (status !== DONE) {
          return status;
        }
        order = rows.order();
        at = 0;
      }
      const index = order[at];
      if (index === undefined) {
        return DONE;
      }
      at += 1;
      rows.load(row, index);
      return ROW;
    },
    () => {
      rows.clear();
      order = null;
      wanted = -1;
      input.reset();
    },
  );
}

class SortedRows {
  readonly #keys: readonly Evaluate[];
  readonly #signs: readonly number[];
  readonly #buffer: RowBuffer;
  /** Key values by key, then by row. */
  #columns: CypherValue[][] = [];
  /** Keys of the worst row that is still wanted; rows behind it are not even kept. */
  #worst: readonly CypherValue[] | null = null;
  readonly #current: CypherValue[] = [];

  constructor(context: BuildContext, plan: SortPlan) {
    this.#keys = plan.keys.map(({ expression, scope }) => context.compile(expression, scope));
    this.#signs = plan.keys.map(({ descending }) => (descending ? -1 : 1));
    this.#buffer = new RowBuffer(context.runtime.budget, plan.bindings);
    this.clear();
  }

  add(row: Row, wanted: number): void {
    if (!this.#evaluate(row)) {
      return;
    }
    this.#buffer.push(row);
    for (const [key, column] of this.#columns.entries()) {
      column.push(this.#current[key] ?? null);
    }
    if (this.#buffer.count >= 2 * wanted + SLACK) {
      this.#keepBest(wanted);
    }
  }

  order(): readonly number[] {
    return Array.from({ length: this.#buffer.count }, (_, index) => index).sort((a, b) =>
      this.#compare(a, b),
    );
  }

  load(row: Row, index: number): void {
    this.#buffer.load(row, index);
  }

  clear(): void {
    this.#buffer.clear();
    this.#columns = this.#keys.map(() => []);
    this.#worst = null;
  }

  /** Works out the keys as far as they are needed; false when the row comes behind the worst one. */
  #evaluate(row: Row): boolean {
    let isUndecided = this.#worst !== null;
    for (const [key, evaluate] of this.#keys.entries()) {
      const value = evaluate(row);
      this.#current[key] = value;
      if (isUndecided) {
        const difference = orderValues(value, this.#worst?.[key] ?? null) * (this.#signs[key] ?? 1);
        if (difference > 0) {
          return false;
        }
        isUndecided = difference === 0;
      }
    }
    // A row that equals the worst came later, and so comes behind it.
    return !isUndecided;
  }

  #compare(a: number, b: number): number {
    for (const [key, column] of this.#columns.entries()) {
      const difference = orderValues(column[a] ?? null, column[b] ?? null);
      if (difference !== 0) {
        return difference * (this.#signs[key] ?? 1);
      }
    }
    return a - b;
  }

  #keepBest(wanted: number): void {
    const best = this.order().slice(0, wanted);
    const last = best.at(-1);
    this.#worst = last === undefined ? null : this.#columns.map((column) => column[last] ?? null);
    // In the order they came, so that later ties still go to the earlier row.
    best.sort((a, b) => a - b);
    this.#buffer.keep(best);
    this.#columns = this.#columns.map((column) => best.map((index) => column[index] ?? null));
  }
}
