import { turned } from "../plan/expand-direction.js";
import type { PatternPathSearch } from "../plan/path-search.js";
import type { PatternGraph, PatternRelationship, PatternShortest } from "../plan/pattern-graph.js";
import type { MatchPlan, Plan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { Binding } from "../plan/slots.js";
import { hasKind } from "../plan/walk-ast.js";
import { chooseOrder } from "./choose-order.js";
import { findStart } from "./find-start.js";
import type { Pace } from "./pace.js";
import {
  afterMove,
  type Move,
  readyPredicates,
  type SearchState,
  startSearch,
} from "./pattern-search.js";
import type { Statistics } from "./statistics.js";

/**
 * Replaces a MATCH by the operators that search for it, cheapest order first. `read`: the names that are
 * read when only numbers of rows are wanted; null when all rows are.
 */
export function lowerMatch(
  match: MatchPlan,
  input: Plan,
  statistics: Statistics,
  pace: Pace,
  read: ReadonlySet<string> | null,
): Plan {
  const lowering = new Lowering(match, input, statistics);
  lowering.takeValues();
  for (const move of chooseOrder(match.pattern, statistics, pace, read)) {
    lowering.move(move);
  }
  return lowering.finish();
}

/** Tests that run a search of their own come after all others. */
const COSTLY: ReadonlySet<string> = new Set([
  "PatternPredicate",
  "PatternComprehension",
  "SubqueryExpression",
  "ShortestPathExpression",
]);

/** What uses relationships: a single one, or a path with all of its own. */
type Walked = Pick<PatternRelationship, "binding" | "types" | "clause">;

class Lowering {
  readonly #pattern: PatternGraph;
  readonly #scope: Scope;
  readonly #statistics: Statistics;
  #plan: Plan;
  #state: SearchState;
  readonly #builtPaths = new Set<string>();
  /** Relationships bound so far, for the rule that those of one MATCH differ. */
  readonly #found: Walked[] = [];

  constructor(match: MatchPlan, input: Plan, statistics: Statistics) {
    this.#pattern = match.pattern;
    this.#scope = match.scope;
    this.#statistics = statistics;
    this.#plan = input;
    this.#state = startSearch(match.pattern);
  }

  /** Bound nodes that stand in value slots, and those that nothing else here would check for null. */
  takeValues(): void {
    for (const node of this.#pattern.nodes) {
      const source = node.state === "bound" ? node.binding : node.state;
      const isUsed = [...this.#pattern.relationships, ...this.#pattern.searches].some(
        ({ from, to }) => from === node.name || to === node.name,
      );
      if (source !== "free" && !(node.state === "bound" && isUsed)) {
        this.#append({
          kind: "TakeNode",
          input: this.#plan,
          node: node.binding,
          source,
          tests: [],
          scope: this.#scope,
        });
      }
    }
    this.#testReady();
  }

  move(move: Move): void {
    const { bound } = this.#state;
    if (move.kind === "node") {
      const start = findStart(move.node, this.#state, this.#statistics, this.#plan, this.#scope);
      this.#append(start.plan);
      this.#state = { ...this.#state, waiting: start.waiting };
    }
    this.#state = afterMove(this.#state, move);
    switch (move.kind) {
      case "node":
        break;
      case "scan":
        this.#scanRelationships(move.relationship);
        break;
      case "take":
        this.#takeRelationship(move.relationship, bound);
        break;
      case "expand":
        this.#expand(move.relationship, move.reversed, move.into);
        break;
      case "search":
        this.#search(move.search, move.reversed, move.into);
        break;
      case "shortest":
        this.#shortest(move.shortest);
        break;
    }
    this.#testReady();
  }

  finish(): Plan {
    this.#buildPaths(() => true);
    this.#testReady();
    return this.#plan;
  }

  #append(plan: Plan): void {
    this.#plan = plan;
  }

  /** Attaches the predicates whose variables are bound to the operator that bound the last of them. */
  #testReady(): void {
    // Paths are values like others once a predicate asks for them.
    this.#buildPaths((name) => this.#state.waiting.some(({ needs }) => needs.includes(name)));
    const { ready, waiting } = readyPredicates(this.#state.waiting, this.#state.bound);
    this.#state = { ...this.#state, waiting };
    if (ready.length === 0) {
      return;
    }
    const ordered = [
      ...ready.filter((test) => !hasKind(test, COSTLY)),
      ...ready.filter((test) => hasKind(test, COSTLY)),
    ];
    const plan = this.#plan;
    this.#plan =
      "tests" in plan && plan.scope === this.#scope
        ? { ...plan, tests: [...plan.tests, ...ordered] }
        : { kind: "Filter", input: plan, tests: ordered, scope: this.#scope };
  }

  #buildPaths(isWanted: (name: string) => boolean): void {
    const { bound } = this.#state;
    const names = new Map<Binding, string>();
    for (const { binding, name } of [
      ...this.#pattern.nodes,
      ...this.#pattern.relationships,
      ...this.#pattern.searches,
    ]) {
      names.set(binding, name);
    }
    for (const path of this.#pattern.paths) {
      const isComplete = path.elements.every(({ binding }) => bound.has(names.get(binding) ?? ""));
      if (isComplete && !this.#builtPaths.has(path.name) && isWanted(path.name)) {
        this.#builtPaths.add(path.name);
        this.#append({
          kind: "BuildPath",
          input: this.#plan,
          path: path.binding,
          elements: path.elements,
          tests: [],
          scope: this.#scope,
        });
        this.#state = { ...this.#state, bound: new Set([...this.#state.bound, path.name]) };
      }
    }
  }

  #scanRelationships(relationship: PatternRelationship): void {
    this.#append({
      kind: "RelationshipScan",
      input: this.#plan,
      relationship: relationship.binding,
      from: this.#placeOf(relationship.from),
      to: this.#placeOf(relationship.to),
      types: relationship.types,
      direction: relationship.direction,
      unlike: this.#unlike(relationship),
      tests: [],
      scope: this.#scope,
    });
    this.#found.push(relationship);
  }

  #takeRelationship(relationship: PatternRelationship, before: ReadonlySet<string>): void {
    this.#append({
      kind: "TakeRelationship",
      input: this.#plan,
      relationship: relationship.binding,
      source: typeof relationship.state === "object" ? relationship.state : relationship.binding,
      from: this.#placeOf(relationship.from),
      to: this.#placeOf(relationship.to),
      fromBound: before.has(relationship.from),
      toBound: before.has(relationship.to),
      direction: relationship.direction,
      types: relationship.types,
      unlike: this.#unlike(relationship),
      tests: [],
      scope: this.#scope,
    });
    this.#found.push(relationship);
  }

  #expand(relationship: PatternRelationship, reversed: boolean, into: boolean): void {
    const ends = reversed
      ? { from: relationship.to, to: relationship.from }
      : { from: relationship.from, to: relationship.to };
    const common = {
      input: this.#plan,
      from: this.#placeOf(ends.from),
      to: this.#placeOf(ends.to),
      direction: reversed ? turned(relationship.direction) : relationship.direction,
      types: relationship.types,
      into,
      tests: [],
      scope: this.#scope,
    };
    const { length } = relationship;
    if (length === null) {
      const unlike = this.#unlike(relationship);
      this.#append({ kind: "Expand", ...common, relationship: relationship.binding, unlike });
    } else if (relationship.state === "free") {
      this.#append({
        kind: "ExpandVariable",
        ...common,
        min: length.min,
        max: length.max,
        list: this.#needsList(relationship) ? relationship.binding : null,
        reversed,
        step: relationship.step,
        stepTests: relationship.stepPredicates,
        unlike: this.#unlike(relationship),
        distinctEnds: false,
      });
    } else {
      this.#append({
        kind: "TakeTrail",
        ...common,
        list: relationship.binding,
        min: length.min,
        max: length.max,
        reversed,
      });
    }
    this.#found.push(relationship);
  }

  #shortest(shortest: PatternShortest): void {
    this.#append({
      kind: "ShortestPath",
      input: this.#plan,
      shortest,
      from: this.#placeOf(shortest.relationship.from),
      to: this.#placeOf(shortest.relationship.to),
      tests: [],
      scope: this.#scope,
    });
  }

  #search(search: PatternPathSearch, reversed: boolean, into: boolean): void {
    const [from, to] = reversed ? [search.to, search.from] : [search.from, search.to];
    this.#append({
      kind: "PathSearch",
      input: this.#plan,
      search,
      from: this.#placeOf(from),
      to: this.#placeOf(to),
      into,
      reversed,
      unlike: this.#unlike(search),
      tests: [],
      scope: this.#scope,
    });
    this.#found.push(search);
  }

  #unlike(relationship: Walked): readonly Binding[] {
    return this.#found
      .filter((other) => mayCoincide(relationship, other))
      .map(({ binding }) => binding);
  }

  #needsList(relationship: PatternRelationship): boolean {
    return (
      relationship.keepsList ||
      this.#pattern.searches.some((other) => mayCoincide(relationship, other)) ||
      this.#pattern.relationships.some(
        (other) => other !== relationship && mayCoincide(relationship, other),
      )
    );
  }

  #placeOf(name: string): Binding {
    const node = this.#pattern.nodes.find((candidate) => candidate.name === name);
    if (node === undefined) {
      throw new TypeError(`the pattern has no node ${name}`);
    }
    return node.binding;
  }
}

/** Relationships of one MATCH clause that have no type in common differ anyway. */
function mayCoincide(a: Walked, b: Walked): boolean {
  return (
    a.clause === b.clause &&
    (a.types === null || b.types === null || a.types.some((type) => b.types?.includes(type)))
  );
}
