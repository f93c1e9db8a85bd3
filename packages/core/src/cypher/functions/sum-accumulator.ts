import { type DurationValue, Float } from "../../graph/property-value.js";
import type { CypherValue } from "../values/cypher-value.js";
import { compactInteger, MAX_INTEGER, MIN_INTEGER } from "../values/integer.js";
import { isDuration, isInteger, isNumber, toDouble } from "../values/is-value.js";
import { addDurations, divideDuration } from "../values/temporal/duration-arithmetic.js";
import { typeMismatch } from "../values/value-error.js";
import { argument } from "./argument.js";
import type { Accumulator } from "./cypher-function.js";

/** Sum of numbers or of durations; integers stay exact until a float joins or 64 bits are full. */
export class SumAccumulator implements Accumulator {
  #safe = 0;
  #wide = 0n;
  #float: number | null = null;
  #duration: DurationValue | null = null;
  readonly #name: string;
  count = 0;

  constructor(name: string = "sum") {
    this.#name = name;
  }

  add(args: readonly CypherValue[]): void {
    const value = argument(args, 0);
    if (value === null) {
      return;
    }
    if (isDuration(value) && this.#hasNoNumber()) {
      this.#duration = this.#duration === null ? value : addDurations(this.#duration, value, 1);
    } else if (isNumber(value) && this.#duration === null) {
      this.#addNumber(value);
    } else {
      throw typeMismatch(`\`${this.#name}()\``, "numbers or durations, not both", value);
    }
    this.count += 1;
  }

  result(): CypherValue {
    if (this.#duration !== null) {
      return this.#duration;
    }
    if (this.#float !== null) {
      return new Float(this.#float);
    }
    const total = this.#wide + BigInt(this.#safe);
    // As in Neo4j, a sum that leaves 64 bits goes on as a float.
    return total < MIN_INTEGER || total > MAX_INTEGER
      ? new Float(Number(total))
      : compactInteger(total);
  }

  #hasNoNumber(): boolean {
    return this.count === 0 || this.#duration !== null;
  }

  #addNumber(value: number | bigint | Float): void {
    if (this.#float !== null) {
      this.#float += toDouble(value);
    } else if (isInteger(value)) {
      this.#addInteger(value);
    } else {
      this.#float = Number(this.#wide + BigInt(this.#safe)) + value.value;
    }
  }

  /** Numbers as long as they are exact, then on to the wide part. */
  #addInteger(value: number | bigint): void {
    const next = typeof value === "number" ? this.#safe + value : Number.NaN;
    if (Number.isSafeInteger(next)) {
      this.#safe = next;
    } else {
      this.#wide += BigInt(this.#safe) + BigInt(value);
      this.#safe = 0;
    }
  }
}

/**
 * Mean of numbers, always a float, or of durations; null of nothing. Integers are summed exactly;
 * once a float is among the numbers the mean is carried along, as Neo4j does it.
 */
export class AverageAccumulator implements Accumulator {
  readonly #sum = new SumAccumulator("avg");
  #mean = 0;
  #hasFloat = false;

  add(args: readonly CypherValue[]): void {
    this.#sum.add(args);
    const value = argument(args, 0);
    if (isNumber(value)) {
      this.#hasFloat ||= value instanceof Float;
      this.#mean += (toDouble(value) - this.#mean) / this.#sum.count;
    }
  }

  result(): CypherValue {
    const { count } = this.#sum;
    if (count === 0) {
      return null;
    }
    const sum = this.#sum.result();
    if (isDuration(sum)) {
      return divideDuration(sum, count);
    }
    return new Float(this.#hasFloat || !isNumber(sum) ? this.#mean : toDouble(sum) / count);
  }
}
