import type { Test } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { PatternShortest } from "../plan/pattern-graph.js";
import type { ShortestPathPlan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { Binding } from "../plan/slots.js";
import { namesIn } from "../plan/walk-ast.js";
import { CypherError } from "../source/cypher-error.js";
import { NodeValue, PathValue, RelationshipValue } from "../values/cypher-value.js";
import { BreadthFirstSearch, type SearchRules, type Walk } from "./breadth-first-search.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import { RelationshipCursor } from "./relationship-cursor.js";
import { trailsByLength } from "./trails-by-length.js";

/** Each row with the shortest path between its two nodes, or with all of the shortest length. */
export function shortestPath(
  context: BuildContext,
  plan: ShortestPathPlan,
  input: Operator,
): Operator {
  const search = new ShortestPathSearch(context, plan.shortest, plan.scope);
  const passes = compileTests(context, plan.tests, plan.scope);
  let walks: readonly Walk[] = [];
  let at = 0;
  return operator(
    (row) => {
      for (;;) {
        while (at < walks.length) {
          const from = row.ids[plan.from.slot] ?? -1;
          search.bind(row, from, walks[at] ?? []);
          at += 1;
          if (passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        walks = search.find(row, row.ids[plan.from.slot] ?? -1, row.ids[plan.to.slot] ?? -1);
        at = 0;
      }
    },
    () => {
      walks = [];
      at = 0;
      search.forget();
      input.reset();
    },
  );
}

/** `shortestPath(…)` between two nodes, as clause and expression share it. */
class ShortestPathSearch {
  readonly #context: BuildContext;
  readonly #shortest: PatternShortest;
  readonly #rules: SearchRules;
  readonly #search: BreadthFirstSearch;
  readonly #holds: Test;
  readonly #hasPredicates: boolean;
  /** What may be walked depends on nothing but the way itself and where it starts. */
  readonly #keepsStart: boolean;
  #row: Row | null = null;
  /** The first relationship of a way back to the start, which must not be its last too. */
  #excluded = -1;

  constructor(context: BuildContext, shortest: PatternShortest, scope: Scope) {
    this.#context = context;
    this.#shortest = shortest;
    const { step, stepPredicates, types, direction } = shortest.relationship;
    const passesStep = compileTests(context, stepPredicates, scope);
    const { nodeStep, nodePredicates } = shortest;
    const passesNode = compileTests(context, nodePredicates, scope);
    const { graph, budget } = context.runtime;
    this.#hasPredicates = shortest.predicates.length > 0;
    this.#keepsStart = [...namesIn([stepPredicates, nodePredicates])].every((name) => {
      const slot = scope.find(name)?.slot;
      return name === shortest.relationship.from || slot === step?.slot || slot === nodeStep?.slot;
    });
    this.#holds = compileTests(context, shortest.predicates, scope);
    this.#rules = {
      direction,
      types,
      maxLength: this.#maxLength,
      step: () => {
        budget.step();
      },
      mayWalk: (relationship) => {
        if (relationship === this.#excluded) {
          return false;
        }
        if (step === null || this.#row === null) {
          return true;
        }
        this.#row.ids[step.slot] = relationship;
        return passesStep(this.#row);
      },
      mayVisit: (node) => {
        if (nodeStep === null || this.#row === null) {
          return true;
        }
        this.#row.ids[nodeStep.slot] = node;
        return passesNode(this.#row);
      },
    };
    this.#search = new BreadthFirstSearch(graph, this.#rules);
  }

  /** Between two runs anything may change. */
  forget(): void {
    this.#search.forget();
  }

  /** Walks between the nodes; none when one of them is null. */
  find(row: Row, from: number, to: number): readonly Walk[] {
    if (from < 0 || to < 0) {
      return [];
    }
    this.#row = row;
    const { budget } = this.#context.runtime;
    budget.hold();
    const found = from === to ? this.#sameEnds(row, from) : this.#findBetween(row, from, to);
    budget.release();
    return found;
  }

  #findBetween(row: Row, from: number, to: number): readonly Walk[] {
    if (this.#maxLength === 0) {
      return [];
    }
    const { all } = this.#shortest;
    if (!this.#hasPredicates) {
      return this.#search.find(from, to, all, this.#keepsStart);
    }
    const shortest = this.#search.find(from, to, true, this.#keepsStart);
    if (shortest.length === 0) {
      // Nothing leads there, however long it may be.
      return [];
    }
    const fitting = shortest.filter((walk) => this.#fits(row, from, walk));
    const found = fitting.length > 0 ? fitting : this.#findLonger(row, from, to);
    return all ? found : found.slice(0, 1);
  }

  bind(row: Row, from: number, walk: Walk): void {
    const { relationship, path } = this.#shortest;
    const relationships = walk.map((slot) => new RelationshipValue(slot));
    bindList(row, relationship.binding, relationship.length !== null, relationships);
    if (path !== null) {
      row.values[path.binding.slot] = this.pathOf(from, walk);
    }
  }

  pathOf(from: number, walk: Walk): PathValue {
    const { graph } = this.#context.runtime;
    const nodes = [new NodeValue(from)];
    let node = from;
    for (const relationship of walk) {
      const start = graph.startOf(relationship);
      node = start === node ? graph.endOf(relationship) : start;
      nodes.push(new NodeValue(node));
    }
    return new PathValue(
      nodes,
      walk.map((relationship) => new RelationshipValue(relationship)),
    );
  }

  get #maxLength(): number {
    const { length } = this.#shortest.relationship;
    return length === null ? 1 : (length.max ?? Number.POSITIVE_INFINITY);
  }

  get #minLength(): number {
    return this.#shortest.relationship.length?.min ?? 1;
  }

  #fits(row: Row, from: number, walk: Walk): boolean {
    this.bind(row, from, walk);
    return this.#holds(row);
  }

  /** The shortest path that fits may be longer than the shortest of all. */
  #findLonger(row: Row, from: number, to: number): readonly Walk[] {
    return trailsByLength(
      this.#context.runtime.graph,
      this.#rules,
      from,
      (node, walk) => node === to && this.#fits(row, from, walk),
    );
  }

  /** The shortest ways from a node back to itself. */
  #closed(node: number): readonly Walk[] {
    const { direction, types } = this.#shortest.relationship;
    const { graph } = this.#context.runtime;
    const cursor = new RelationshipCursor(graph, direction, types);
    let best: Walk[] = [];
    let length = this.#maxLength;
    cursor.start(node);
    while (this.#rules.mayVisit(node) && cursor.advance()) {
      this.#rules.step();
      const { relationship, neighbour } = cursor;
      for (const walk of this.#waysBack(relationship, neighbour, node)) {
        if (walk.length < length || (walk.length === length && best.length === 0)) {
          best = [];
        }
        if (walk.length <= length) {
          length = walk.length;
          best.push(walk);
        }
      }
    }
    return this.#shortest.all ? best : best.slice(0, 1);
  }

  #waysBack(relationship: number, from: number, to: number): readonly Walk[] {
    if (!this.#rules.mayWalk(relationship)) {
      return [];
    }
    if (from === to) {
      return [[relationship]];
    }
    this.#excluded = relationship;
    const walks = this.#search.find(from, to, this.#shortest.all, false);
    this.#excluded = -1;
    return walks.map((walk) => [relationship, ...walk]);
  }

  #sameEnds(row: Row, node: number): readonly Walk[] {
    if (this.#minLength === 0 && !this.#rules.mayVisit(node)) {
      return [];
    }
    if (this.#minLength === 0 && (this.#shortest.choosesFirst || !this.#shortest.sameEnds)) {
      return this.#fits(row, node, []) ? [[]] : [];
    }
    if (this.#shortest.choosesFirst) {
      return this.#closed(node);
    }
    throw new CypherError({
      kind: "ArgumentError",
      phase: "runtime",
      detail: "SameNodePath",
      message:
        "The start and end nodes of a shortest path are the same, and a path from a node to itself is not defined. Leave such pairs out with `WHERE a <> b`, or allow length 0 with `*0..`.",
    });
  }
}

function bindList(
  row: Row,
  binding: Binding,
  isList: boolean,
  relationships: readonly RelationshipValue[],
): void {
  if (isList) {
    row.values[binding.slot] = relationships;
  } else {
    row.ids[binding.slot] = relationships[0]?.slot ?? -1;
  }
}
