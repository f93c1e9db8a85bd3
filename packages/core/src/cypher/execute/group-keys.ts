import { grownArray } from "../../graph/typed-growth.js";
import type { Budget } from "../evaluate/budget.js";
import type { Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { AggregatePlan, Assignment } from "../plan/plan.js";
import type { Binding } from "../plan/slots.js";
import type { BuildContext } from "./build-context.js";
import { RowBuffer } from "./row-buffer.js";
import { bytesOfKey, rowKey } from "./row-key.js";

/** The groups of an aggregation in the order in which they first came, by number, and their keys. */
export class GroupKeys {
  readonly #keyValues: readonly Evaluate[];
  readonly #keyItems: readonly Assignment[];
  readonly #keyOf: (row: Row) => string | number;
  readonly #keys: RowBuffer;
  readonly #byKey = new Map<string | number, number>();
  readonly #budget: Budget;
  readonly #bytesPerGroup: number;
  readonly #determinants: readonly Binding[];
  /** Where the keys of each group are: a row of the buffer, or below zero elements to be asked for them. */
  #places = new Int32Array(0);
  /** The elements that fix the keys of groups added late, those of a group side by side. */
  #elements = new Int32Array(0);
  #lateCount = 0;
  #count = 0;
  #kept = 0;

  /** `bytesPerGroup`: what the aggregates of a group take. */
  constructor(context: BuildContext, plan: AggregatePlan, bytesPerGroup: number) {
    this.#budget = context.runtime.budget;
    this.#keyItems = plan.keyItems;
    this.#keyValues = plan.keyItems.map(({ expression }) =>
      context.compile(expression, plan.scope),
    );
    this.#keyOf = rowKey(plan.keys);
    this.#keys = new RowBuffer(this.#budget, plan.keys);
    this.#bytesPerGroup = bytesPerGroup;
    this.#determinants = plan.determinants ?? [];
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

  /** A new group whose keys are worked out when it is loaded, from the one or two elements that fix them. */
  addLate(first: number, second: number): number {
    const width = this.#determinants.length;
    const at = this.#lateCount * width;
    this.#elements = grownArray(this.#elements, at + width + 1);
    this.#elements[at] = first;
    // Without a second element the place is the next group's.
    this.#elements[at + 1] = second;
    this.#lateCount += 1;
    return this.#addPlace(-this.#lateCount);
  }

  /** Puts the keys of a group into the row, and the elements where they were added late. */
  load(row: Row, group: number): void {
    const place = this.#places[group] ?? 0;
    if (place >= 0) {
      this.#keys.load(row, place);
      return;
    }
    const from = (-place - 1) * this.#determinants.length;
    for (const [at, { slot }] of this.#determinants.entries()) {
      row.ids[slot] = this.#elements[from + at] ?? -1;
    }
    this.#workOut(row);
  }

  #addPlace(place: number): number {
    this.#kept += this.#budget.keep(this.#bytesPerGroup);
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
    this.#lateCount = 0;
    this.#byKey.clear();
    this.#keys.clear();
  }
}
