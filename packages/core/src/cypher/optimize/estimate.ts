import type { Expression } from "../ast/expression.js";
import { turned } from "../plan/expand-direction.js";
import type { PatternPathSearch } from "../plan/path-search.js";
import type { PatternGraph, PatternRelationship } from "../plan/pattern-graph.js";
import type { Move, WaitingPredicate } from "./pattern-search.js";
import { labelTestOf, type PropertyTest, propertyTestOf, valueJoinOf } from "./predicate-shape.js";
import { rangeTestOf } from "./range-test.js";
import type { Sample } from "./sample.js";

/** Guessed share of rows that pass a predicate of which nothing is known. */
const PASSES_OTHER = 0.4;
/** Guessed number of values in a list that is not written out. */
const VALUES_IN_LIST = 8;
/** Bound ends are rarely independent, and never sure to be joined. */
const LEAST_JOINED = 0.02;
const MOST_JOINED = 0.5;
/** Lengths beyond this many are not believed when a walk has no upper bound. */
const BELIEVED_LENGTHS = 2;

/** What a move is guessed to do with each row that comes in. */
export interface Growth {
  /** Elements looked at. */
  readonly work: number;
  /** Rows that go on. */
  readonly rows: number;
}

type Bound = ReadonlySet<string>;

/** Guesses for one pattern, from counts and samples of the graph. */
export class Estimate {
  readonly #sample: Sample;
  readonly #labels = new Map<string, string | null>();
  /** Predicates by each variable of the pattern that they need. */
  readonly #predicates = new Map<string, WaitingPredicate[]>();

  constructor(pattern: PatternGraph, waiting: readonly WaitingPredicate[], sample: Sample) {
    this.#sample = sample;
    for (const entry of waiting) {
      for (const name of entry.needs) {
        const listed = this.#predicates.get(name) ?? [];
        this.#predicates.set(name, listed);
        listed.push(entry);
      }
    }
    for (const { name } of pattern.nodes) {
      this.#labels.set(name, this.#rarestLabel(name));
    }
  }

  growthOf(move: Move, bound: Bound): Growth {
    switch (move.kind) {
      case "node":
        return this.#start(move.node.name, bound);
      case "take":
      case "shortest":
        return { work: 1, rows: 1 };
      case "search":
        return this.#searched(move.search, move.reversed, move.into);
      case "scan":
        return this.#scan(move.relationship, bound);
      case "expand":
        return this.#expanded(move.relationship, move.reversed, move.into, bound);
    }
  }

  /** Nodes that carry the rarest label asked of the variable. */
  countOf(name: string): number {
    return this.#sample.countOf(this.#labels.get(name) ?? null);
  }

  /** Whether any predicate mentions the variable. */
  isAsked(name: string): boolean {
    return this.#predicates.has(name);
  }

  /** Whether all predicates that mention the variable ask for one of its labels. */
  asksOnlyLabels(name: string): boolean {
    return (this.#predicates.get(name) ?? []).every(
      ({ predicate }) => labelTestOf(predicate, name) !== null,
    );
  }

  /** Whether the node is found by an index or by a value that ties it to what is bound. */
  isLookedUp(name: string, bound: Bound): boolean {
    return this.#seekOf(name, bound) !== null || this.#joins(name, bound);
  }

  #start(name: string, bound: Bound): Growth {
    const label = this.#labels.get(name) ?? null;
    const all = this.#sample.countOf(label);
    const seek = this.#seekOf(name, bound);
    const share = this.#passesBeyondLabel(name, bound);
    if (seek !== null) {
      return { work: 1 + all * this.#equality(label, seek), rows: all * share };
    }
    if (this.#joins(name, bound)) {
      const found = 1 + all / Math.max(1, Math.sqrt(all));
      return { work: found, rows: found };
    }
    return { work: 1 + all, rows: all * share };
  }

  #scan(relationship: PatternRelationship, bound: Bound): Growth {
    const { statistics } = this.#sample;
    const { types, direction, from, to } = relationship;
    const count =
      types === null
        ? statistics.relationshipCount
        : types.reduce((sum, type) => sum + statistics.countWithType(type), 0);
    const fromLabel = this.#labels.get(from) ?? null;
    const ends =
      this.#startShare(fromLabel, relationship, count) *
      this.#endShare(fromLabel, relationship, relationship.direction, to) *
      this.#passesBeyondLabel(from, bound) *
      this.#passesBeyondLabel(to, bound);
    return {
      // All relationships are looked at, whatever their type.
      work: 1 + statistics.relationshipCount,
      rows: (direction === "both" ? 2 : 1) * count * Math.min(1, ends),
    };
  }

  #expanded(
    relationship: PatternRelationship,
    reversed: boolean,
    into: boolean,
    bound: Bound,
  ): Growth {
    const [from, to] = reversed
      ? [relationship.to, relationship.from]
      : [relationship.from, relationship.to];
    const direction = reversed ? turned(relationship.direction) : relationship.direction;
    const { types, length } = relationship;
    const label = this.#labels.get(from) ?? null;
    const degree = this.#sample.degree(label, direction, types);
    const reached =
      length === null
        ? degree
        : Math.min(walks(degree, length.min, length.max), this.#sample.countOf(null));
    const fitting = reached * this.#endShare(label, relationship, direction, to);
    if (into) {
      const among = Math.max(1, this.#sample.countOf(this.#labels.get(to) ?? null));
      const joined = Math.max(LEAST_JOINED, Math.min(MOST_JOINED, fitting / among));
      return { work: 1 + reached / 2, rows: Math.min(reached, joined) };
    }
    return { work: 1 + reached, rows: fitting * this.#passesBeyondLabel(to, bound) };
  }

  /** Guessed like a variable length of its first relationship. */
  #searched({ steps, from, to }: PatternPathSearch, reversed: boolean, into: boolean): Growth {
    const step = reversed ? steps.at(-1) : steps[0];
    const hop = reversed ? step?.hops.at(-1) : step?.hops[0];
    const label = this.#labels.get(reversed ? to : from) ?? null;
    const drawn = hop?.direction ?? "both";
    const degree = this.#sample.degree(label, reversed ? turned(drawn) : drawn, hop?.types ?? null);
    const { min, max } = step?.rounds ?? { min: 1, max: 1 };
    const reached = Math.min(walks(degree, min, max), this.#sample.countOf(null));
    return { work: 1 + reached, rows: into ? Math.min(1, reached) : reached };
  }

  /** Share of the relationships that start at the label asked of them: types and labels go together. */
  #startShare(
    label: string | null,
    { direction, types }: PatternRelationship,
    count: number,
  ): number {
    const starts = this.#sample.countOf(label) * this.#sample.degree(label, direction, types);
    return label === null ? 1 : Math.min(1, starts / Math.max(1, count));
  }

  /** Share of the far ends that carry the label asked of them. */
  #endShare(
    from: string | null,
    { types, length }: PatternRelationship,
    direction: PatternRelationship["direction"],
    to: string,
  ): number {
    const label = this.#labels.get(to) ?? null;
    if (label === null) {
      return 1;
    }
    return length === null
      ? this.#sample.endShare(from, direction, types, label)
      : this.#labelShare(label);
  }

  #labelShare(label: string | null): number {
    return this.#sample.countOf(label) / Math.max(1, this.#sample.countOf(null));
  }

  /** The rarest label that the pattern asks of the variable. */
  #rarestLabel(name: string): string | null {
    let rarest: string | null = null;
    for (const { predicate } of this.#predicates.get(name) ?? []) {
      const label = labelTestOf(predicate, name);
      if (
        label !== null &&
        (rarest === null || this.#sample.countOf(label) < this.#sample.countOf(rarest))
      ) {
        rarest = label;
      }
    }
    return rarest;
  }

  #seekOf(name: string, bound: Bound): PropertyTest | null {
    if ((this.#labels.get(name) ?? null) === null) {
      return null;
    }
    for (const { predicate } of this.#readyFor(name, bound)) {
      const test = propertyTestOf(predicate, name);
      if (test !== null) {
        return test;
      }
    }
    return null;
  }

  #joins(name: string, bound: Bound): boolean {
    return (
      bound.size > 0 &&
      (this.#predicates.get(name) ?? []).some(
        ({ predicate }) => valueJoinOf(predicate, name, (other) => bound.has(other)) !== null,
      )
    );
  }

  #passesBeyondLabel(name: string, bound: Bound): number {
    const label = this.#labels.get(name) ?? null;
    let share = 1;
    for (const { predicate } of this.#readyFor(name, bound)) {
      share *= this.#passes(predicate, name, label);
    }
    return share;
  }

  #passes(predicate: Expression, name: string, label: string | null): number {
    const other = labelTestOf(predicate, name);
    if (other !== null) {
      return other === label ? 1 : Math.min(1, Math.max(0.1, this.#labelShare(other)));
    }
    const test = propertyTestOf(predicate, name);
    if (test !== null) {
      return this.#equality(label, test);
    }
    const range = rangeTestOf(predicate, name);
    return range === null
      ? PASSES_OTHER
      : this.#sample.passingShare(label, range.key, range.passes);
  }

  #equality(label: string | null, { key, value, many }: PropertyTest): number {
    const values = !many ? 1 : value.kind === "ListLiteral" ? value.items.length : VALUES_IN_LIST;
    return Math.min(1, values * this.#sample.equalityShare(label, key));
  }

  /** Predicates that can be tested as soon as the variable is bound. */
  #readyFor(name: string, bound: Bound): readonly WaitingPredicate[] {
    return (this.#predicates.get(name) ?? []).filter(({ needs }) =>
      needs.every((other) => other === name || bound.has(other)),
    );
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
