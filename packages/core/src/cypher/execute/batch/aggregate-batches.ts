import type { Budget } from "../../evaluate/budget.js";
import type { Row } from "../../evaluate/row.js";
import type { AggregateItem, AggregatePlan, TopGroups } from "../../plan/plan.js";
import { BYTES_PER_CELL } from "../aggregate-cell.js";
import type { BuildContext } from "../build-context.js";
import { compileRowCount } from "../count-rows.js";
import { GroupKeys } from "../group-keys.js";
import { DONE, type Operator, operator, ROW } from "../operator.js";
import type { Batch, BatchOperator } from "./batch.js";
import type { BatchCell } from "./batch-cell.js";
import { type BatchGroups, batchGroups } from "./batch-groups.js";
import { compileBatchCell } from "./compile-batch-cell.js";
import { topGroups } from "./top-groups.js";

/** What a group takes in the columns of an aggregate, and what finds it. */
const BYTES_PER_NUMBER = 32;
/** What an id takes in a table of distinct ones. */
const BYTES_PER_ID = 24;

/** One row a group, in the order in which the groups first came; without keys always one row. */
export function aggregateBatches(
  context: BuildContext,
  plan: AggregatePlan,
  input: BatchOperator,
): Operator {
  const groups = new ColumnGroups(context, plan);
  const counts = (plan.top?.counts ?? []).map((count) => compileRowCount(context, "LIMIT", count));
  let at = -1;
  return operator(
    (row) => {
      if (at < 0) {
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          groups.add(input.output, row);
        }
        if (status !== DONE) {
          return status;
        }
        groups.choose(counts.reduce((sum, count) => sum + count(row), 0));
        at = 0;
      }
      const status = groups.load(row, at) ? ROW : DONE;
      at += 1;
      return status;
    },
    () => {
      groups.clear();
      at = -1;
      input.reset();
    },
  );
}

class ColumnGroups {
  readonly #items: readonly AggregateItem[];
  readonly #isGlobal: boolean;
  readonly #keys: GroupKeys;
  readonly #groups: BatchGroups;
  readonly #cells: readonly BatchCell[];
  readonly #budget: Budget;
  readonly #top: TopGroups | null;
  /** The groups that are wanted, null for all of them. */
  #chosen: readonly number[] | null = null;
  /** Bytes charged for what the cells hold. */
  #kept = 0;

  constructor(context: BuildContext, plan: AggregatePlan) {
    this.#items = plan.items;
    this.#isGlobal = plan.keys.length === 0;
    this.#top = plan.top;
    this.#budget = context.runtime.budget;
    const keep = {
      value: (value: Parameters<Budget["keptBytesOf"]>[0]) => {
        this.#kept += this.#budget.keep(this.#budget.keptBytesOf(value));
      },
      ids: (count: number) => {
        this.#kept += count === 0 ? 0 : this.#budget.keep(BYTES_PER_ID * count);
      },
    };
    this.#cells = plan.items.map((item) => compileBatchCell(context, item, plan.scope, keep));
    const bytes = this.#cells.map((cell) => (cell.isByRow ? BYTES_PER_CELL : BYTES_PER_NUMBER));
    this.#keys = new GroupKeys(
      context,
      plan,
      bytes.reduce((sum, own) => sum + own, 0),
    );
    this.#groups = batchGroups(context, plan, this.#keys);
  }

  add(batch: Batch, row: Row): void {
    const groups = this.#groups.groupsOf(batch, row);
    for (const cell of this.#cells) {
      cell.add(batch, groups, this.#keys.count, row);
    }
  }

  /** Keeps of the groups only those that can be among the first ones wanted. */
  choose(wanted: number): void {
    const top = this.#top;
    const { count } = this.#keys;
    const numbers = top === null ? undefined : this.#cells[top.item]?.numbers?.();
    if (top !== null && numbers !== undefined && 0 < wanted && wanted < count) {
      this.#chosen = topGroups(numbers, count, wanted, top.descending);
    }
  }

  /** Fills the row with the next group; false when there is no such. */
  load(row: Row, at: number): boolean {
    if (this.#isGlobal && this.#keys.count === 0) {
      this.#keys.add(row);
    }
    const group = this.#chosen === null ? at : (this.#chosen[at] ?? this.#keys.count);
    if (group >= this.#keys.count) {
      return false;
    }
    this.#keys.load(row, group);
    for (const [at, cell] of this.#cells.entries()) {
      row.values[this.#items[at]?.to.slot ?? 0] = this.#budget.admit(cell.result(group));
    }
    return true;
  }

  clear(): void {
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#chosen = null;
    this.#groups.clear();
    this.#keys.clear();
    for (const cell of this.#cells) {
      cell.clear();
    }
  }
}
