/*
 * A path pattern as a machine that reads relationships from left to right. Between two parts of the
 * path stands a boundary state; a part that is repeated has a state for each round up to the least
 * number, where it goes round, and one between each two hops of a round. Whoever arrives at the end of
 * a round that may be the last arrives at the boundary behind as well, and a part that may be left out
 * makes its two boundaries one. An upper bound of rounds is checked on the whole path.
 */
import type { Test } from "../../evaluate/compile-context.js";
import type { SearchHop, SearchStep } from "../../plan/path-search.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { type BuildContext, compileTests } from "../build-context.js";

/** A node between two parts of a path, and what is asked of it. */
export interface Boundary {
  readonly slot: number;
  readonly test: Test;
}

/** One relationship read. */
export interface Transition {
  readonly source: number;
  readonly target: number;
  readonly step: number;
  readonly hop: SearchHop;
  readonly hopIndex: number;
  /** Slot of the node that the hop starts from. */
  readonly startSlot: number;
  readonly test: Test;
  /** The boundaries that lie at the node it leads to. */
  readonly boundaries: readonly Boundary[];
}

/** A state that a path may begin in, with the boundaries that lie at its first node. */
interface Start {
  readonly state: number;
  readonly boundaries: readonly Boundary[];
}

export interface Automaton {
  readonly starts: readonly Start[];
  readonly accept: number;
  readonly bySource: readonly (readonly Transition[])[];
  readonly byTarget: readonly (readonly Transition[])[];
  /** The longest path it can read. */
  readonly longest: number;
}

export function buildAutomaton(context: BuildContext, plan: PathSearchPlan): Automaton {
  return new Builder(context, plan).build();
}

class Builder {
  readonly #context: BuildContext;
  readonly #plan: PathSearchPlan;
  readonly #steps: readonly SearchStep[];
  readonly #transitions: Transition[] = [];
  #states: number;

  constructor(context: BuildContext, plan: PathSearchPlan) {
    this.#context = context;
    this.#plan = plan;
    this.#steps = plan.search.steps;
    // The first states are the boundaries.
    this.#states = this.#steps.length + 1;
  }

  build(): Automaton {
    for (const [index, step] of this.#steps.entries()) {
      if (step.rounds === null) {
        this.#addOnce(step, index);
      } else if (step.rounds.max !== 0) {
        this.#addRounds(step, index);
      }
    }
    const grouped = (key: "source" | "target") =>
      Array.from({ length: this.#states }, (_, state) =>
        this.#transitions.filter((transition) => transition[key] === state),
      );
    return {
      starts: this.#arrivals(0),
      accept: this.#steps.length,
      bySource: grouped("source"),
      byTarget: grouped("target"),
      longest: this.#steps.reduce((sum, step) => sum + longestOf(step), 0),
    };
  }

  /** All boundaries that lie at one node with the given one, because what is between may be left out. */
  #arrivals(boundary: number): readonly Start[] {
    const own = this.#boundaryAt(boundary);
    const next = this.#steps[boundary];
    const here = { state: boundary, boundaries: own };
    if (next?.rounds?.min !== 0) {
      return [here];
    }
    const further = this.#arrivals(boundary + 1).map(({ state, boundaries }) => ({
      state,
      boundaries: [...own, ...boundaries],
    }));
    return [here, ...further];
  }

  #boundaryAt(boundary: number): readonly Boundary[] {
    const behind = this.#steps[boundary - 1]?.behind;
    return behind === undefined || boundary === this.#steps.length
      ? []
      : [{ slot: behind.node.slot, test: this.#compile(behind.tests) }];
  }

  #addOnce({ hops: [hop] }: SearchStep, index: number): void {
    if (hop !== undefined) {
      const startSlot = this.#slotOfBoundary(index);
      this.#add(
        { source: index, step: index, hop, hopIndex: 0, startSlot },
        this.#arrivals(index + 1),
      );
    }
  }

  #addRounds({ hops, rounds }: SearchStep, index: number): void {
    const { min, max } = rounds ?? { min: 1, max: 1 };
    const counted = Math.max(min, 1);
    const ends = Array.from({ length: counted }, () => this.#newState());
    const loops = max === null || max > counted;
    let source = index;
    for (const [round, end] of ends.entries()) {
      this.#addRound(hops, index, source, end, round + 1 >= min);
      source = end;
    }
    const last = ends.at(-1);
    if (loops && last !== undefined) {
      this.#addRound(hops, index, last, last, true);
    }
  }

  #addRound(
    hops: readonly SearchHop[],
    step: number,
    source: number,
    end: number,
    mayLeave: boolean,
  ): void {
    const rounds = this.#steps[step]?.rounds;
    let from = source;
    let startSlot = rounds?.start.slot ?? 0;
    for (const [hopIndex, hop] of hops.entries()) {
      const isLast = hopIndex === hops.length - 1;
      const to = isLast ? end : this.#newState();
      const inside = [{ state: to, boundaries: [] }];
      const outside = isLast && mayLeave ? this.#arrivals(step + 1) : [];
      this.#add({ source: from, step, hop, hopIndex, startSlot }, [...inside, ...outside]);
      from = to;
      startSlot = hop.node.slot;
    }
  }

  #add(
    base: Pick<Transition, "source" | "step" | "hop" | "hopIndex" | "startSlot">,
    arrivals: readonly Start[],
  ): void {
    const test = this.#compile(base.hop.tests);
    for (const { state, boundaries } of arrivals) {
      this.#transitions.push({ ...base, target: state, test, boundaries });
    }
  }

  #slotOfBoundary(boundary: number): number {
    const { reversed, from, to } = this.#plan;
    const first = reversed ? to.slot : from.slot;
    return boundary === 0 ? first : (this.#steps[boundary - 1]?.behind.node.slot ?? first);
  }

  #compile(tests: Parameters<typeof compileTests>[1]): Test {
    return compileTests(this.#context, tests, this.#plan.scope);
  }

  #newState(): number {
    this.#states += 1;
    return this.#states - 1;
  }
}

function longestOf({ hops, rounds }: SearchStep): number {
  const most = rounds === null ? 1 : (rounds.max ?? Number.POSITIVE_INFINITY);
  return most === 0 ? 0 : most * hops.length;
}
