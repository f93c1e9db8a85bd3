import type { ChainStep } from "./describe-chain.js";
import { compareText } from "./trace-node.js";

/** A chain from its start to some node, as a search goes on. */
export interface PartialChain {
  readonly node: number;
  readonly step: ChainStep | null;
  readonly before: PartialChain | null;
  readonly hops: number;
  readonly weakest: number;
  readonly key: string;
}

/**
 * A binary heap of partial chains: fewest hops to the goal first, then the strongest weakest link,
 * then relationship ids.
 */
export class ChainHeap {
  readonly #items: PartialChain[] = [];
  readonly #distance: ReadonlyMap<number, number>;

  constructor(distance: ReadonlyMap<number, number>) {
    this.#distance = distance;
  }

  push(item: PartialChain): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): PartialChain | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return top;
    items[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = at;
      if (left < items.length && this.#isBefore(left, first)) first = left;
      if (right < items.length && this.#isBefore(right, first)) first = right;
      if (first === at) return top;
      this.#swap(at, first);
      at = first;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const a = this.#items[left];
    const b = this.#items[right];
    if (a === undefined || b === undefined) return false;
    const hops = this.#least(a) - this.#least(b);
    if (hops !== 0) return hops < 0;
    if (a.weakest !== b.weakest) return a.weakest > b.weakest;
    return compareText(a.key, b.key) < 0;
  }

  #least(item: PartialChain): number {
    return item.hops + (this.#distance.get(item.node) ?? 0);
  }

  #swap(left: number, right: number): void {
    const a = this.#items[left];
    const b = this.#items[right];
    if (a === undefined || b === undefined) return;
    this.#items[left] = b;
    this.#items[right] = a;
  }
}
