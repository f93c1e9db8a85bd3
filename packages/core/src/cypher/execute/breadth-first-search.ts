/*
 * Bidirectional breadth-first search for shortest paths: the smaller frontier grows by a level until
 * the two meet. Distances are kept in arrays stamped with the number of the search, so that nothing
 * is cleared between searches. All shortest paths have their meeting node in the same level, which
 * is what enumerates each exactly once. When one node is asked for its paths to many others, its side
 * is kept as far as it has grown: what is still to be found lies behind its outermost level.
 */
import type { PropertyGraph } from "../../graph/property-graph.js";
import { type ExpandDirection, turned } from "../plan/expand-direction.js";
import { RelationshipCursor } from "./relationship-cursor.js";

/** What a search may walk. */
export interface SearchRules {
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly maxLength: number;
  /** False for a relationship that must not be walked. */
  readonly mayWalk: (relationship: number) => boolean;
  /** False for a node that must not be on the way, the ends included. */
  readonly mayVisit: (node: number) => boolean;
  /** Counts a step. @throws at a limit */
  readonly step: () => void;
}

/** The relationships of a path, in the order walked. */
export type Walk = readonly number[];

/** One side of the search. */
class Side {
  readonly cursor: RelationshipCursor;
  readonly #stamps: Int32Array;
  readonly #distances: Int32Array;
  #search = 0;
  frontier: number[] = [];
  depth = 0;

  constructor(graph: PropertyGraph, direction: ExpandDirection, types: readonly string[] | null) {
    this.cursor = new RelationshipCursor(graph, direction, types);
    this.#stamps = new Int32Array(graph.nodeSlots);
    this.#distances = new Int32Array(graph.nodeSlots);
  }

  get size(): number {
    return this.#stamps.length;
  }

  start(node: number): void {
    this.#search += 1;
    this.frontier = [node];
    this.depth = 0;
    this.reach(node);
  }

  /** Notes the node at the depth that the side has come to. */
  reach(node: number): void {
    this.#stamps[node] = this.#search;
    this.#distances[node] = this.depth;
  }

  /** -1 when the search has not come there. */
  distance(node: number): number {
    return this.#stamps[node] === this.#search ? (this.#distances[node] ?? -1) : -1;
  }
}

/** Searches one kind of relationship again and again; keeps its arrays between searches. */
export class BreadthFirstSearch {
  readonly #graph: PropertyGraph;
  readonly #rules: SearchRules;
  #forward: Side;
  #backward: Side;
  /** The node whose side is kept, -1 when none is. */
  #kept = -1;

  constructor(graph: PropertyGraph, rules: SearchRules) {
    this.#graph = graph;
    this.#rules = rules;
    this.#forward = new Side(graph, rules.direction, rules.types);
    this.#backward = new Side(graph, turned(rules.direction), rules.types);
  }

  /**
   * The shortest walks between two different nodes: the first one, or all in the order of relationships.
   * `keepsStart`: what may be walked depends on nothing else that has changed since the last call.
   */
  find(from: number, to: number, all: boolean, keepsStart: boolean): readonly Walk[] {
    this.#prepare();
    if (!this.#rules.mayVisit(from) || !this.#rules.mayVisit(to)) {
      return [];
    }
    if (!keepsStart || this.#kept !== from) {
      this.#forward.start(from);
    }
    this.#kept = keepsStart ? from : -1;
    this.#backward.start(to);
    const meeting = this.#meet();
    if (meeting.length === 0) {
      return [];
    }
    const wanted = all ? Number.POSITIVE_INFINITY : 1;
    const walks: number[][] = [];
    for (const node of meeting) {
      const heads = this.#walksBack(this.#forward, node, wanted - walks.length);
      const tails = this.#walksBack(this.#backward, node, wanted - walks.length);
      for (const head of heads) {
        for (const tail of tails) {
          walks.push([...head.toReversed(), ...tail]);
        }
      }
      if (walks.length >= wanted) {
        break;
      }
    }
    return walks;
  }

  /** Forgets the side that is kept: the graph may change before the next search. */
  forget(): void {
    this.#kept = -1;
  }

  #prepare(): void {
    if (this.#forward.size < this.#graph.nodeSlots) {
      this.#forward = new Side(this.#graph, this.#rules.direction, this.#rules.types);
      this.#backward = new Side(this.#graph, turned(this.#rules.direction), this.#rules.types);
      this.#kept = -1;
    }
  }

  /** The nodes in which the sides meet, by slot; empty when they never do. */
  #meet(): readonly number[] {
    const forward = this.#forward;
    const backward = this.#backward;
    const [end = -1] = backward.frontier;
    if (forward.distance(end) >= 0) {
      return [end];
    }
    while (forward.frontier.length > 0 && backward.frontier.length > 0) {
      if (forward.depth + backward.depth >= this.#rules.maxLength) {
        return [];
      }
      const [side, other] =
        forward.frontier.length <= backward.frontier.length
          ? [forward, backward]
          : [backward, forward];
      this.#grow(side);
      const met = side.frontier.filter((node) => other.distance(node) >= 0);
      if (met.length > 0) {
        // All of them lie in the outermost level of the other side, or the two would have met before.
        return met.sort((a, b) => a - b);
      }
    }
    return [];
  }

  #grow(side: Side): void {
    const next: number[] = [];
    const { cursor } = side;
    side.depth += 1;
    for (const node of side.frontier) {
      cursor.start(node);
      while (cursor.advance()) {
        this.#rules.step();
        const { neighbour } = cursor;
        if (
          side.distance(neighbour) < 0 &&
          this.#rules.mayWalk(cursor.relationship) &&
          this.#rules.mayVisit(neighbour)
        ) {
          side.reach(neighbour);
          next.push(neighbour);
        }
      }
    }
    side.frontier = next;
  }

  /**
   * Walks from a node back to where its side started, up to a number of them. The way back is kept in
   * a list, not on the stack: it may be as long as the graph.
   */
  #walksBack(side: Side, node: number, wanted: number): readonly number[][] {
    const distance = side.distance(node);
    const walks: number[][] = [];
    if (distance === 0) {
      return [[]];
    }
    const walk: number[] = [];
    const cursors = [this.#cursorBack(side, node)];
    while (cursors.length > 0 && walks.length < wanted) {
      const left = distance - cursors.length;
      const cursor = cursors[cursors.length - 1];
      if (cursor === undefined || !this.#advanceTo(side, cursor, left)) {
        cursors.pop();
        walk.pop();
      } else if (left === 0) {
        walks.push([...walk, cursor.relationship]);
      } else {
        walk.push(cursor.relationship);
        cursors.push(this.#cursorBack(side, cursor.neighbour));
      }
    }
    return walks;
  }

  /** Moves on to a relationship that leads to a node at that distance; false when there is no more. */
  #advanceTo(side: Side, cursor: RelationshipCursor, distance: number): boolean {
    while (cursor.advance()) {
      this.#rules.step();
      if (
        side.distance(cursor.neighbour) === distance &&
        this.#rules.mayWalk(cursor.relationship)
      ) {
        return true;
      }
    }
    return false;
  }

  /** Follows from a node the relationships of a side the other way. */
  #cursorBack(side: Side, node: number): RelationshipCursor {
    const { direction, types } = this.#rules;
    const back = side === this.#forward ? turned(direction) : direction;
    const cursor = new RelationshipCursor(this.#graph, back, types);
    cursor.start(node);
    return cursor;
  }
}
