import type { PropertyGraph } from "../../graph/property-graph.js";
import type { SearchRules, Walk } from "./breadth-first-search.js";
import { RelationshipCursor } from "./relationship-cursor.js";
import { Trail } from "./trail.js";

/**
 * The accepted trails from a node of the least length that has any: every trail is tried, one length
 * after the other. Exponential in the length; the step counter of the rules is its only bound when
 * `maxLength` is none.
 */
export function trailsByLength(
  graph: PropertyGraph,
  rules: SearchRules,
  from: number,
  accepts: (end: number, walk: Walk) => boolean,
): readonly Walk[] {
  const longest = Math.min(rules.maxLength, graph.relationshipCount);
  for (let length = 1; length <= longest; length += 1) {
    const search = new TrailsOfLength(graph, rules, length, accepts);
    search.walk(from, 0);
    if (search.found.length > 0 || !search.wentThatFar) {
      return search.found;
    }
  }
  return [];
}

class TrailsOfLength {
  readonly found: Walk[] = [];
  wentThatFar = false;
  readonly #graph: PropertyGraph;
  readonly #rules: SearchRules;
  readonly #length: number;
  readonly #accepts: (end: number, walk: Walk) => boolean;
  readonly #trail = new Trail();

  constructor(
    graph: PropertyGraph,
    rules: SearchRules,
    length: number,
    accepts: (end: number, walk: Walk) => boolean,
  ) {
    this.#graph = graph;
    this.#rules = rules;
    this.#length = length;
    this.#accepts = accepts;
  }

  walk(node: number, depth: number): void {
    if (depth === this.#length) {
      this.wentThatFar = true;
      const walk = this.#trail.toArray();
      if (this.#accepts(node, walk)) {
        this.found.push(walk);
      }
      return;
    }
    const cursor = new RelationshipCursor(this.#graph, this.#rules.direction, this.#rules.types);
    cursor.start(node);
    while (cursor.advance()) {
      this.#rules.step();
      const { relationship, neighbour } = cursor;
      if (
        !this.#trail.has(relationship) &&
        this.#rules.mayWalk(relationship) &&
        this.#rules.mayVisit(neighbour)
      ) {
        this.#trail.push(relationship);
        this.walk(neighbour, depth + 1);
        this.#trail.cut(depth);
      }
    }
  }
}
