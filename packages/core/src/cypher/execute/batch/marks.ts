import { grownArray } from "../../../graph/typed-growth.js";
import type { Steps } from "./steps.js";

/** How many relationships lead from one node to each of its neighbours, looked up by neighbour. */
export class Marks {
  #counts = new Int32Array(0);
  #touched: number[] = [];
  #node = -1;

  /** The node whose neighbours are marked, -1 when none are. */
  get node(): number {
    return this.#node;
  }

  /** The neighbours, in the order of their first relationship. */
  get neighbours(): readonly number[] {
    return this.#touched;
  }

  countOf(neighbour: number): number {
    return this.#counts[neighbour] ?? 0;
  }

  /** Marks the neighbours of a node that pass, instead of those before. */
  set(steps: Steps, node: number, nodeSlots: number, passes: (node: number) => boolean): void {
    this.clear();
    this.#node = node;
    this.#counts = grownArray(this.#counts, nodeSlots);
    const counts = this.#counts;
    for (const { rows, skipsLoops } of steps.segments) {
      const { neighbours } = rows;
      const end = rows.end(node);
      for (let at = rows.start(node); at < end; at += 1) {
        const neighbour = neighbours[at] ?? 0;
        if ((skipsLoops && neighbour === node) || !passes(neighbour)) {
          continue;
        }
        if (counts[neighbour] === 0) {
          this.#touched.push(neighbour);
        }
        counts[neighbour] = (counts[neighbour] ?? 0) + 1;
      }
    }
  }

  clear(): void {
    for (const neighbour of this.#touched) {
      this.#counts[neighbour] = 0;
    }
    this.#touched = [];
    this.#node = -1;
  }
}
