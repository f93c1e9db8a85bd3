import type { CypherValue } from "../values/cypher-value.js";
import { orderValues } from "../values/order.js";
import { argument } from "./argument.js";
import type { Accumulator, AggregateFunction } from "./cypher-function.js";
import { DeviationAccumulator } from "./deviation-accumulator.js";
import { PercentileAccumulator } from "./percentile-accumulator.js";
import { AverageAccumulator, SumAccumulator } from "./sum-accumulator.js";

class CountAccumulator implements Accumulator {
  #count = 0;

  add(args: readonly CypherValue[]): void {
    // count(*) comes without arguments and counts every row.
    if (args.length === 0 || args[0] !== null) {
      this.#count += 1;
    }
  }

  result(): number {
    return this.#count;
  }
}

class CollectAccumulator implements Accumulator {
  readonly #items: CypherValue[] = [];

  add(args: readonly CypherValue[]): void {
    const value = argument(args, 0);
    if (value !== null) {
      this.#items.push(value);
    }
  }

  result(): readonly CypherValue[] {
    return this.#items;
  }
}

/** The first or last value in the order of ORDER BY, nulls apart. */
class ExtremeAccumulator implements Accumulator {
  #best: CypherValue = null;
  readonly #sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  add(args: readonly CypherValue[]): void {
    const value = argument(args, 0);
    if (
      value !== null &&
      (this.#best === null || orderValues(value, this.#best) * this.#sign < 0)
    ) {
      this.#best = value;
    }
  }

  result(): CypherValue {
    return this.#best;
  }
}

const define = (
  signature: string,
  start: () => Accumulator,
  min: number = 1,
  max: number = min,
): AggregateFunction => ({
  name: signature.slice(0, signature.indexOf("(")),
  minArguments: min,
  maxArguments: max,
  summary: signature,
  start,
});

export const AGGREGATE_FUNCTIONS: readonly AggregateFunction[] = [
  define(
    "count(value) → number of rows, or of values that are not null",
    () => new CountAccumulator(),
    0,
    1,
  ),
  define("collect(value) → the values that are not null as a list", () => new CollectAccumulator()),
  define("sum(number) → the sum of numbers or durations", () => new SumAccumulator()),
  define("avg(number) → the mean of numbers or durations", () => new AverageAccumulator()),
  define("min(value) → the first value in order", () => new ExtremeAccumulator(1)),
  define("max(value) → the last value in order", () => new ExtremeAccumulator(-1)),
  define(
    "stDev(number) → the standard deviation of a sample",
    () => new DeviationAccumulator("sample"),
  ),
  define(
    "stDevP(number) → the standard deviation of a population",
    () => new DeviationAccumulator("population"),
  ),
  define(
    "percentileCont(number, share) → the percentile, between two values where it falls there",
    () => new PercentileAccumulator("percentileCont"),
    2,
  ),
  define(
    "percentileDisc(number, share) → the value nearest to the percentile",
    () => new PercentileAccumulator("percentileDisc"),
    2,
  ),
];
