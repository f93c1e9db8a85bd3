import type { Budget } from "../evaluate/budget.js";
import type { Row } from "../evaluate/row.js";
import type { AggregateItem, AggregatePlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import { BYTES_PER_CELL, type Cell, compileCell } from "./aggregate-cell.js";
import type { BuildContext } from "./build-context.js";
import { GroupKeys } from "./group-keys.js";
import { IdPairMap } from "./id-pair-map.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";

/** One row a group, in the order in which the groups first came; without keys always one row. */
export function aggregate(context: BuildContext, plan: AggregatePlan, input: Operator): Operator {
  const groups = new Groups(context, plan);
  let at = -1;
  return operator(
    (row) => {
      if (at < 0) {
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          groups.add(row);
        }
        if (status !== DONE) {
          return status;
        }
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

class Groups {
  readonly #items: readonly AggregateItem[];
  readonly #starts: readonly (() => Cell)[];
  readonly #isGlobal: boolean;
  /** Finds the group of a row by its elements, without working out its keys. */
  readonly #byIds: IdPairMap<number> | null;
  readonly #keys: GroupKeys;
  #cells: (readonly Cell[])[] = [];
  readonly #budget: Budget;
  /** Bytes charged for what the cells hold. */
  #kept = 0;

  constructor(context: BuildContext, plan: AggregatePlan) {
    this.#items = plan.items;
    this.#budget = context.runtime.budget;
    const keep = (value: CypherValue) => {
      this.#kept += this.#budget.keep(this.#budget.keptBytesOf(value));
    };
    this.#starts = plan.items.map((item) => compileCell(context, item, plan.scope, keep));
    this.#isGlobal = plan.keys.length === 0;
    this.#byIds =
      plan.determinants === null || plan.keyItems.length === 0
        ? null
        : new IdPairMap(plan.determinants);
    this.#keys = new GroupKeys(context, plan, BYTES_PER_CELL * plan.items.length);
  }

  add(row: Row): void {
    const cells = this.#cellsOf(row);
    for (let at = 0; at < cells.length; at += 1) {
      cells[at]?.add(row);
    }
  }

  /** Fills the row with a group; false when there is no such. */
  load(row: Row, index: number): boolean {
    if (this.#isGlobal && this.#cells.length === 0) {
      this.#cellsOf(row);
    }
    const cells = this.#cells[index];
    if (cells === undefined) {
      return false;
    }
    this.#keys.load(row, index);
    for (const [at, cell] of cells.entries()) {
      row.values[this.#items[at]?.to.slot ?? 0] = this.#budget.admit(cell.result());
    }
    return true;
  }

  clear(): void {
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#byIds?.clear();
    this.#keys.clear();
    this.#cells = [];
  }

  #cellsOf(row: Row): readonly Cell[] {
    const group = this.#groupOf(row);
    let cells = this.#cells[group];
    if (cells === undefined) {
      cells = this.#starts.map((start) => start());
      this.#cells.push(cells);
    }
    return cells;
  }

  #groupOf(row: Row): number {
    if (this.#isGlobal) {
      return this.#keys.count === 0 ? this.#keys.add(row) : 0;
    }
    if (this.#byIds === null) {
      return this.#keys.groupOf(row);
    }
    let group = this.#byIds.get(row);
    if (group === undefined) {
      group = this.#keys.groupOf(row);
      this.#byIds.set(row, group);
    }
    return group;
  }
}
