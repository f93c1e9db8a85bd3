import { IdPairs } from "../id-pairs.js";
import { RelationshipCursor } from "../relationship-cursor.js";
import type { Automaton, Transition } from "./automaton.js";
import type { PathRules } from "./path-rules.js";

/** How far each state at each node is from the start, breadth-first and no further than asked for. */
export class Levels {
  readonly #machine: Automaton;
  readonly #rules: PathRules;
  readonly #cursors = new Map<Transition, RelationshipCursor>();
  readonly #reached = new IdPairs();
  readonly #distances: number[] = [];
  #states: number[] = [];
  #nodes: number[] = [];
  #depth = 0;

  constructor(machine: Automaton, rules: PathRules) {
    this.#machine = machine;
    this.#rules = rules;
  }

  get depth(): number {
    return this.#depth;
  }

  get isExhausted(): boolean {
    return this.#nodes.length === 0;
  }

  start(node: number): void {
    this.#reached.clear();
    this.#distances.length = 0;
    this.#states = [];
    this.#nodes = [];
    this.#depth = 0;
    for (const { state, boundaries } of this.#machine.starts) {
      if (this.#rules.mayLie(boundaries, node)) {
        this.#reach(state, node);
      }
    }
  }

  /** -1 when it has not been reached. */
  distance(state: number, node: number): number {
    return this.#distances[this.#reached.find(state, node)] ?? -1;
  }

  grow(): void {
    const [states, nodes] = [this.#states, this.#nodes];
    this.#states = [];
    this.#nodes = [];
    this.#depth += 1;
    for (const [at, node] of nodes.entries()) {
      for (const transition of this.#machine.bySource[states[at] ?? 0] ?? []) {
        this.#follow(transition, node);
      }
    }
  }

  #follow(transition: Transition, node: number): void {
    const cursor = this.#cursorOf(transition);
    cursor.start(node);
    while (cursor.advance()) {
      this.#rules.budget.stepWithoutPause();
      const { relationship, neighbour } = cursor;
      if (
        this.#reached.find(transition.target, neighbour) < 0 &&
        this.#rules.mayWalk(transition, node, relationship, neighbour)
      ) {
        this.#reach(transition.target, neighbour);
      }
    }
  }

  #reach(state: number, node: number): void {
    this.#reached.add(state, node);
    this.#distances.push(this.#depth);
    this.#states.push(state);
    this.#nodes.push(node);
  }

  #cursorOf(transition: Transition): RelationshipCursor {
    let cursor = this.#cursors.get(transition);
    if (cursor === undefined) {
      const { direction, types } = transition.hop;
      cursor = new RelationshipCursor(this.#rules.graph, direction, types);
      this.#cursors.set(transition, cursor);
    }
    return cursor;
  }
}
