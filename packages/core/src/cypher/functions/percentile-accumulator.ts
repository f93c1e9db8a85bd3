import { Float } from "../../graph/property-value.js";
import { orderNumbers } from "../values/compare-number.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isNumber, type NumberValue, toDouble } from "../values/is-value.js";
import { outOfRange, typeMismatch } from "../values/value-error.js";
import { argument, numberArgument } from "./argument.js";
import type { Accumulator } from "./cypher-function.js";

/** A percentile of the numbers that are not null; its share is the one of the first row. */
export class PercentileAccumulator implements Accumulator {
  readonly #name: "percentileCont" | "percentileDisc";
  readonly #numbers: NumberValue[] = [];
  #share: number | null = null;

  constructor(name: "percentileCont" | "percentileDisc") {
    this.#name = name;
  }

  add(args: readonly CypherValue[]): void {
    const value = argument(args, 0);
    this.#share ??= this.#shareOf(args);
    if (value === null) {
      return;
    }
    if (!isNumber(value)) {
      throw typeMismatch(`\`${this.#name}()\``, "numbers", value);
    }
    this.#numbers.push(value);
  }

  result(): CypherValue {
    const sorted = this.#numbers.sort(orderNumbers);
    const share = this.#share ?? 0;
    if (this.#name === "percentileDisc") {
      const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
      return sorted[at] ?? null;
    }
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)];
    const high = sorted[Math.ceil(place)];
    if (low === undefined || high === undefined || Number.isInteger(place)) {
      return low ?? null;
    }
    const weight = place - Math.floor(place);
    return new Float(toDouble(low) * (1 - weight) + toDouble(high) * weight);
  }

  #shareOf(args: readonly CypherValue[]): number {
    const share = numberArgument(this.#name, args, 1);
    if (!(share >= 0 && share <= 1)) {
      throw outOfRange(`\`${this.#name}()\` was given the share ${share}. It takes 0.0 to 1.0.`);
    }
    return share;
  }
}
