import type { Budget } from "../evaluate/budget.js";
import type { Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { AggregatePlan, Assignment } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { RowBuffer } from "./row-buffer.js";
import { bytesOfKey, rowKey } from "./row-key.js";

/** What an accumulator with its functions takes. */
const BYTES_PER_CELL = 288;

/** The groups of an aggregation in the order in which they first came, by number, and their keys. */
export class GroupKeys {
  readonly #keyValues: readonly Evaluate[];
  readonly #keyItems: readonly Assignment[];
  readonly #keyOf: (row: Row) => string | number;
  readonly #keys: RowBuffer;
  readonly #byKey = new Map<string | number, number>();
  readonly #budget: Budget;
  readonly #cellsPerGroup: number;
  #count = 0;
  #kept = 0;

  constructor(context: BuildContext, plan: AggregatePlan) {
    this.#budget = context.runtime.budget;
    this.#keyItems = plan.keyItems;
    this.#keyValues = plan.keyItems.map(({ expression }) =>
      context.compile(expression, plan.scope),
    );
    this.#keyOf = rowKey(plan.keys);
    this.#keys = new RowBuffer(this.#budget, plan.keys);
    this.#cellsPerGroup = plan.items.length;
  }

  get count(): number {
    return this.#count;
  }

  /** The group that the row belongs to by its keys, which are worked out and put into the row. */
  groupOf(row: Row): number {
    for (const [at, value] of this.#keyValues.entries()) {
      row.values[this.#keyItems[at]?.to.slot ?? 0] = value(row);
    }
    const key = this.#keyOf(row);
    this.#budget.work(bytesOfKey(key));
    let group = this.#byKey.get(key);
    if (group === undefined) {
      group = this.add(row);
      this.#byKey.set(key, group);
      this.#kept += this.#budget.keep(bytesOfKey(key));
    }
    return group;
  }

  /** A new group with the keys that stand in the row. */
  add(row: Row): number {
    this.#kept += this.#budget.keep(BYTES_PER_CELL * this.#cellsPerGroup);
    this.#keys.push(row);
    this.#count += 1;
    return this.#count - 1;
  }

  load(row: Row, group: number): void {
    this.#keys.load(row, group);
  }

  clear(): void {
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#count = 0;
    this.#byKey.clear();
    this.#keys.clear();
  }
}
