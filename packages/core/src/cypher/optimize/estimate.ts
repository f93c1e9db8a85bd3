import type { Expression } from "../ast/expression.js";
import { type PatternGraph, type PatternRelationship, turned } from "../plan/pattern-graph.js";
import type { Move, SearchState } from "./pattern-search.js";
import { readyPredicates } from "./pattern-search.js";
import { labelTestOf, propertyTestOf } from "./predicate-shape.js";
import { meanDegree, type Statistics } from "./statistics.js";

/** Guessed shares of rows that pass a predicate, in the tradition of System R. */
const PASSES_EQUALITY = 0.1;
const PASSES_OTHER = 0.4;
/** A start that is not connected with what is bound multiplies rows; it has to be much better to be taken. */
const PENALTY_OF_PRODUCT = 10;
/** Lengths beyond this many are not believed when a walk has no upper bound. */
const BELIEVED_LENGTHS = 2;

/** How many rows come out of a move for each row that goes in. */
export function growthOf(
  move: Move,
  state: SearchState,
  pattern: PatternGraph,
  statistics: Statistics,
): number {
  const guess = new Guess(state, pattern, statistics);
  switch (move.kind) {
    case "node": {
      const found = guess.found(move.node.name);
      const isProduct = state.bound.size > 0 && found > 1;
      return isProduct ? found * PENALTY_OF_PRODUCT : found;
    }
    case "take":
    case "shortest":
      return 1;
    case "scan": {
      const { relationship } = move;
      const count = guess.relationships(relationship);
      return count * guess.passes(relationship.from) * guess.passes(relationship.to);
    }
    case "expand":
      return guess.expanded(move.relationship, move.reversed, move.into);
  }
}

class Guess {
  readonly #state: SearchState;
  readonly #statistics: Statistics;
  readonly #pattern: PatternGraph;

  constructor(state: SearchState, pattern: PatternGraph, statistics: Statistics) {
    this.#state = state;
    this.#pattern = pattern;
    this.#statistics = statistics;
  }

  /** Nodes that a search for the variable finds. */
  found(name: string): number {
    const label = this.label(name);
    const all =
      label === null ? this.#statistics.nodeCount : this.#statistics.countWithLabel(label);
    if (label !== null && this.#predicatesOf(name).some((p) => propertyTestOf(p, name) !== null)) {
      return 1 + all * 0.0005;
    }
    return all * this.#passesBeyondLabel(name);
  }

  /** Share of all nodes that could be the variable. */
  passes(name: string): number {
    const label = this.label(name);
    const share =
      label === null
        ? 1
        : this.#statistics.countWithLabel(label) / Math.max(1, this.#statistics.nodeCount);
    return share * this.#passesBeyondLabel(name);
  }

  relationships({ types, direction }: PatternRelationship): number {
    const count =
      types === null
        ? this.#statistics.relationshipCount
        : types.reduce((sum, type) => sum + this.#statistics.countWithType(type), 0);
    return direction === "both" ? 2 * count : count;
  }

  expanded(relationship: PatternRelationship, reversed: boolean, into: boolean): number {
    const from = reversed ? relationship.to : relationship.from;
    const to = reversed ? relationship.from : relationship.to;
    const direction = reversed ? turned(relationship.direction) : relationship.direction;
    const { types, length } = relationship;
    const degree = meanDegree(this.#statistics, this.label(from), direction, types);
    const reached =
      length === null
        ? degree
        : Math.min(walks(degree, length.min, length.max), this.#statistics.nodeCount);
    // A bound far end is one of all nodes, but ends are rarely independent.
    return into ? Math.min(reached, 0.5) : reached * this.passes(to);
  }

  /** The rarest label that the pattern asks of the variable. */
  label(name: string): string | null {
    let rarest: string | null = null;
    for (const predicate of this.#pattern.predicates) {
      const label = labelTestOf(predicate, name);
      if (
        label !== null &&
        (rarest === null ||
          this.#statistics.countWithLabel(label) < this.#statistics.countWithLabel(rarest))
      ) {
        rarest = label;
      }
    }
    return rarest;
  }

  #passesBeyondLabel(name: string): number {
    let share = 1;
    for (const predicate of this.#predicatesOf(name)) {
      if (labelTestOf(predicate, name) === null) {
        share *= propertyTestOf(predicate, name) === null ? PASSES_OTHER : PASSES_EQUALITY;
      }
    }
    return share;
  }

  /** Predicates that can be tested as soon as the variable is bound. */
  #predicatesOf(name: string): readonly Expression[] {
    return readyPredicates(this.#state.waiting, new Set([...this.#state.bound, name])).ready;
  }
}

function walks(degree: number, min: number, max: number | null): number {
  const last = Math.min(max ?? Number.POSITIVE_INFINITY, min + BELIEVED_LENGTHS);
  let reached = 0;
  for (let length = min; length <= last; length += 1) {
    reached += degree ** length;
  }
  return reached;
}
