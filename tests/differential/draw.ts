import { seededRandom } from "../../benches/seeded-random.js";

/** Chance by seed: the same seed draws the same things on every machine. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** True in so many cases of one. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** A whole number, both ends among them. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  one<T>(from: readonly [T, ...T[]]): T {
    return from[this.whole(0, from.length - 1)] ?? from[0];
  }

  /** One of a list, or null of an empty one. */
  any<T>(from: readonly T[]): T | null {
    const [first, ...rest] = from;
    return first === undefined ? null : this.one([first, ...rest]);
  }

  /** One of several ways, each with the weight before it. */
  way<T>(ways: readonly (readonly [weight: number, make: () => T])[]): T {
    const sum = ways.reduce((all, [weight]) => all + weight, 0);
    let at = this.#random() * sum;
    for (const [weight, make] of ways) {
      at -= weight;
      if (at < 0) return make();
    }
    throw new RangeError("Nothing to choose from: the weights of all ways are 0.");
  }

  /** So many things made one after the other. */
  times<T>(least: number, most: number, make: (at: number) => T): readonly T[] {
    return Array.from({ length: this.whole(least, most) }, (_, at) => make(at));
  }
}
