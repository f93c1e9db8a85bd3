import { grownArray } from "../../graph/typed-growth.js";
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
  /** Where the keys of each group are: a row of the buffer, or below zero an element to be asked for them. */
  #places = new Int32Array(0);
  #elements = new Int32Array(0);
  #elementCount = 0;
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
    this.#workOut(row);
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
    this.#keys.push(row);
    return this.#addPlace(this.#keys.count - 1);
  }

  /** A new group whose keys are worked out when it is loaded, from the element in the slot alone. */
  addLate(element: number): number {
    this.#elements = grownArray(this.#elements, this.#elementCount + 1);
    this.#elements[this.#elementCount] = element;
    this.#elementCount += 1;
    return this.#addPlace(-this.#elementCount);
  }

  /** Puts the keys of a group into the row, and into the slot the element that was added late. */
  load(row: Row, group: number, slot: number): void {
    const place = this.#places[group] ?? 0;
    if (place >= 0) {
      this.#keys.load(row, place);
      return;
    }
    row.ids[slot] = this.#elements[-place - 1] ?? -1;
    this.#workOut(row);
  }

  #addPlace(place: number): number {
    this.#kept += this.#budget.keep(BYTES_PER_CELL * this.#cellsPerGroup);
    this.#places = grownArray(this.#places, this.#count + 1);
    this.#places[this.#count] = place;
    this.#count += 1;
    return this.#count - 1;
  }

  #workOut(row: Row): void {
    for (const [at, value] of this.#keyValues.entries()) {
      row.values[this.#keyItems[at]?.to.slot ?? 0] = value(row);
    }
  }

  clear(): void {
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#count = 0;
    this.#places = new Int32Array(0);
    this.#elements = new Int32Array(0);
    this.#elementCount = 0;
    this.#byKey.clear();
    this.#keys.clear();
  }
}
