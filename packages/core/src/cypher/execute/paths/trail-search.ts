import { turned } from "../../plan/expand-direction.js";
import { RelationshipCursor } from "../relationship-cursor.js";
import { Trail } from "../trail.js";
import type { Automaton, Transition } from "./automaton.js";
import type { PathRules } from "./path-rules.js";

/** A path found: its relationships and how the machine read them, from left to right. */
export interface FoundPath {
  readonly start: number;
  readonly relationships: readonly number[];
  readonly transitions: readonly Transition[];
}

interface Frame {
  readonly state: number;
  readonly node: number;
  readonly transitions: readonly Transition[];
  at: number;
  cursor: RelationshipCursor | null;
}

/**
 * Depth-first over trails that the machine can read, from the left end or, backward, from the right one.
 * The way is kept in a list, so that it may be as long as the graph.
 */
export class TrailSearch {
  readonly #machine: Automaton;
  readonly #rules: PathRules;
  readonly #backward: boolean;
  readonly #trail = new Trail();
  readonly #taken: Transition[] = [];
  readonly #cursors = new Map<Transition, RelationshipCursor[]>();
  #frames: Frame[] = [];
  /** States that the search has still to start from. */
  #waiting: number[] = [];
  #startNode = -1;

  constructor(machine: Automaton, rules: PathRules, backward: boolean) {
    this.#machine = machine;
    this.#rules = rules;
    this.#backward = backward;
  }

  /** The state and node where the search stands, and how many relationships it took to come here. */
  get state(): number {
    return this.#frames.at(-1)?.state ?? -1;
  }
  get node(): number {
    return this.#frames.at(-1)?.node ?? -1;
  }
  get depth(): number {
    return this.#trail.length;
  }

  start(states: readonly number[], node: number): void {
    this.stop();
    this.#waiting = [...states];
    this.#startNode = node;
  }
  stop(): void {
    this.#frames = [];
    this.#trail.cut(0);
    this.#taken.length = 0;
    this.#waiting = [];
  }

  /**
   * Goes on to the next state at the next node, `mayEnter` it provided; "end" when there are no more.
   * "pause" when the budget asks for one.
   */
  next(
    mayEnter: (state: number, node: number, depth: number) => boolean,
  ): "here" | "end" | "pause" {
    for (;;) {
      if (this.#rules.budget.step()) {
        return "pause";
      }
      const frame = this.#frames.at(-1);
      if (frame === undefined) {
        const state = this.#waiting.shift();
        if (state === undefined) {
          return "end";
        }
        if (mayEnter(state, this.#startNode, 0)) {
          this.#enter(state, this.#startNode);
          return "here";
        }
        continue;
      }
      if (this.#advance(frame, mayEnter)) {
        return "here";
      }
    }
  }

  path(): FoundPath {
    const relationships = this.#trail.toArray();
    const transitions = [...this.#taken];
    return this.#backward
      ? {
          start: this.node,
          relationships: relationships.reverse(),
          transitions: transitions.reverse(),
        }
      : { start: this.#startNode, relationships, transitions };
  }

  /** Looks at one relationship more; true when it leads on. */
  #advance(
    frame: Frame,
    mayEnter: (state: number, node: number, depth: number) => boolean,
  ): boolean {
    const depth = this.#frames.length - 1;
    this.#trail.cut(depth);
    this.#taken.length = depth;
    const transition = frame.transitions[frame.at];
    if (transition === undefined) {
      this.#frames.pop();
      return false;
    }
    frame.cursor ??= this.#cursorAt(transition, depth, frame.node);
    if (!frame.cursor.advance()) {
      frame.cursor = null;
      frame.at += 1;
      return false;
    }
    const { relationship, neighbour } = frame.cursor;
    const state = this.#backward ? transition.source : transition.target;
    const [left, right] = this.#backward ? [neighbour, frame.node] : [frame.node, neighbour];
    if (
      this.#trail.has(relationship) ||
      !mayEnter(state, neighbour, depth + 1) ||
      !this.#rules.mayWalk(transition, left, relationship, right)
    ) {
      return false;
    }
    this.#trail.push(relationship);
    this.#taken.push(transition);
    this.#enter(state, neighbour);
    return true;
  }

  #enter(state: number, node: number): void {
    const { bySource, byTarget } = this.#machine;
    const transitions = (this.#backward ? byTarget : bySource)[state] ?? [];
    this.#frames.push({ state, node, transitions, at: 0, cursor: null });
  }

  /** One cursor a transition and depth, kept for the next time. */
  #cursorAt(transition: Transition, depth: number, node: number): RelationshipCursor {
    const cursors = this.#cursors.get(transition) ?? [];
    this.#cursors.set(transition, cursors);
    const { direction, types } = transition.hop;
    const walked = this.#backward ? turned(direction) : direction;
    cursors[depth] ??= new RelationshipCursor(this.#rules.graph, walked, types);
    const cursor = cursors[depth];
    cursor.start(node);
    return cursor;
  }
}
