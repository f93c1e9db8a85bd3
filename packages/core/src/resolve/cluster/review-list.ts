import type { Profile } from "../identify/profile.js";

/** Pairs of one cluster before a further one is listed only for the sake of the other cluster. */
const PAIRS_A_CLUSTER = 3;

/**
 * Which of the pairs that may be one are put before a person. Things that all look alike make as
 * many pairs as the square of their number, and nobody judges those: offered the likeliest pair
 * first, it takes every cluster's best pair and up to three of each, so that a list is never longer
 * than two and a half times the clusters in it. The others come up once these are judged.
 */
export class ReviewList {
  readonly #listed = new Map<readonly Profile[], number>();
  #left = 0;

  /** Whether the pair is listed; it is counted among the others where it is not. */
  offer(one: readonly Profile[], other: readonly Profile[]): boolean {
    const [ones, others] = [this.#listed.get(one) ?? 0, this.#listed.get(other) ?? 0];
    const isBest = ones === 0 || others === 0;
    if (!isBest && Math.max(ones, others) >= PAIRS_A_CLUSTER) {
      this.#left += 1;
      return false;
    }
    this.#listed.set(one, ones + 1);
    this.#listed.set(other, others + 1);
    return true;
  }

  /** Number of pairs that were offered and not listed. */
  get left(): number {
    return this.#left;
  }
}
