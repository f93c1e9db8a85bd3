import type { CypherValue } from "../values/cypher-value.js";
import { sizeOf } from "../values/value-size.js";
import type { Budget } from "./budget.js";

/** A list in the making: each item is a step, and its size is looked at before the list gets too large. */
export class GrowingList {
  readonly #budget: Budget;
  readonly #items: CypherValue[] = [];
  #bytes = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  push(value: CypherValue): void {
    this.#budget.stepWithoutPause();
    this.#bytes += 8 + (typeof value === "number" ? 0 : sizeOf(value).bytes);
    this.#budget.checkBytes(this.#bytes);
    this.#items.push(value);
  }

  toList(): readonly CypherValue[] {
    return this.#budget.admitMade(this.#items);
  }
}
