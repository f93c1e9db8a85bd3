import type { Expression } from "../ast/expression.js";
import { type PatternGraph, type PatternRelationship, turned } from "../plan/pattern-graph.js";
import type { Move, SearchState } from "./pattern-search.js";
import { readyPredicates } from "./pattern-search.js";
import { labelTestOf, propertyTestOf, valueJoinOf } from "./predicate-shape.js";
import { meanDegree, type Statistics } from "./statistics.js";

/** Guessed shares of rows that pass a predicate, in the tradition of System R. */
const PASSES_EQUALITY = 0.1;
const PASSES_OTHER = 0.4;
/** Guessed share of a label's nodes that have one value of an indexed property, or of a joined expression. */
const FOUND_BY_INDEX = 0.0005;
const FOUND_BY_JOIN = 0.001;
/** A start that is not connected with what is bound multiplies rows; it has to be much better to be taken. */
const PENALTY_OF_PRODUCT = 10;
/** Lengths beyond this many are not believed when a walk has no upper bound. */
const BELIEVED_LENGTHS = 2;

/** What a move is guessed to do with each row that comes in. */
export interface Growth {
  /** Elements looked at. */
  readonly work: number;
  /** Rows that go on. */
  readonly rows: number;
}

export function growthOf(
  move: Move,
  state: SearchState,
  pattern: PatternGraph,
  statistics: Statistics,
): Growth {
  const guess = new Guess(state, pattern, statistics);
  switch (move.kind) {
    case "node":
      return guess.start(move.node.name);
    case "take":
    case "shortest":
      return { work: 1, rows: 1 };
    case "scan": {
      const { relationship } = move;
      const passing = guess.passes(relationship.from) * guess.passes(relationship.to);
      return {
        // All relationships are looked at, whatever their type.
        work: statistics.relationshipCount,
        rows: guess.relationships(relationship) * passing,
      };
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

  /** A search for the variable that starts from nothing. */
  start(name: string): Growth {
    const label = this.label(name);
    const all =
      label === null ? this.#statistics.nodeCount : this.#statistics.countWithLabel(label);
    if (label !== null && this.#predicatesOf(name).some((p) => propertyTestOf(p, name) !== null)) {
      const found = 1 + all * FOUND_BY_INDEX;
      return { work: found, rows: found };
    }
    if (this.joins(name)) {
      const found = 1 + all * FOUND_BY_JOIN;
      return { work: found, rows: found };
    }
    const rows = all * this.#passesBeyondLabel(name);
    const isProduct = this.#state.bound.size > 0 && rows > 1;
    return { work: all, rows: isProduct ? rows * PENALTY_OF_PRODUCT : rows };
  }

  /** The variable is tied to what is bound by an equality. */
  joins(name: string): boolean {
    const { bound } = this.#state;
    return (
      bound.size > 0 &&
      this.#predicatesOf(name).some(
        (p) => valueJoinOf(p, name, (other) => bound.has(other)) !== null,
      )
    );
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

  expanded(relationship: PatternRelationship, reversed: boolean, into: boolean): Growth {
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
    return { work: reached, rows: into ? Math.min(reached, 0.5) : reached * this.passes(to) };
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
