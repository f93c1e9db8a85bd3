import { Float } from "../../graph/property-value.js";
import type { CypherValue } from "../values/cypher-value.js";
import { numberArgument } from "./argument.js";
import type { Accumulator } from "./cypher-function.js";

/** Standard deviation in one pass (Welford); 0.0 of nothing, and of one value in a sample. */
export class DeviationAccumulator implements Accumulator {
  readonly #of: "sample" | "population";
  #count = 0;
  #mean = 0;
  #squares = 0;

  constructor(of: "sample" | "population") {
    this.#of = of;
  }

  add(args: readonly CypherValue[]): void {
    if (args[0] === null) {
      return;
    }
    const value = numberArgument(this.#of === "sample" ? "stDev" : "stDevP", args, 0);
    this.#count += 1;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  result(): Float {
    const divisor = this.#of === "sample" ? this.#count - 1 : this.#count;
    return new Float(divisor < 1 ? 0 : Math.sqrt(this.#squares / divisor));
  }
}
