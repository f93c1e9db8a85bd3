/*
 * The nodes that can be reached over a variable length, each once: breadth-first with a stamp a node,
 * where following every trail could take exponential time. A shortest way never meets a relationship
 * twice, so it is a trail; only the start needs care. It is reached where a cycle through it closes:
 * with a direction by coming back, without one by a relationship between two branches of the search
 * (a branch is all that hangs on one relationship of the start). O(relationships) a row.
 */
import type { Test } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { ExpandVariablePlan } from "../plan/plan.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { DONE, type Operator, operator, PAUSED, ROW, type Status } from "./operator.js";
import { RelationshipCursor } from "./relationship-cursor.js";

/** Each row with each node that can be reached from its node. */
export function reach(context: BuildContext, plan: ExpandVariablePlan, input: Operator): Operator {
  const search = new ReachSearch(context, plan);
  return operator(
    (row) => {
      for (;;) {
        const found = search.next(row);
        if (found !== DONE) {
          return found;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        search.start(row);
      }
    },
    () => {
      search.stop();
      input.reset();
    },
  );
}

class ReachSearch {
  readonly #context: BuildContext;
  readonly #plan: ExpandVariablePlan;
  readonly #max: number;
  readonly #cursor: RelationshipCursor;
  readonly #passes: Test;
  readonly #passesStep: Test;
  readonly #isUndirected: boolean;
  #stamps = new Int32Array(0);
  #depths = new Int32Array(0);
  /** The relationship of the start that a node hangs on. */
  #branches = new Int32Array(0);
  #search = 0;
  #queue: number[] = [];
  #at = 0;
  #start = -1;
  #target = -1;
  #startIsFound = true;
  #givesStart = false;

  constructor(context: BuildContext, plan: ExpandVariablePlan) {
    this.#context = context;
    this.#plan = plan;
    this.#max = plan.max ?? Number.POSITIVE_INFINITY;
    this.#isUndirected = plan.direction === "both";
    this.#cursor = new RelationshipCursor(context.runtime.graph, plan.direction, plan.types);
    this.#passes = compileTests(context, plan.tests, plan.scope);
    this.#passesStep = compileTests(context, plan.stepTests, plan.scope);
  }

  start(row: Row): void {
    const { from, to, into, min } = this.#plan;
    this.stop();
    this.#start = row.ids[from.slot] ?? -1;
    this.#target = into ? (row.ids[to.slot] ?? -1) : -1;
    if (this.#start < 0 || (into && this.#target < 0)) {
      return;
    }
    this.#prepare();
    this.#givesStart = min === 0;
    this.#startIsFound = min === 0;
    this.#reached(this.#start, 0, -1);
    this.#cursor.start(this.#max > 0 ? this.#start : -1);
  }

  stop(): void {
    this.#queue = [];
    this.#at = 0;
    this.#givesStart = false;
    this.#startIsFound = true;
    this.#cursor.start(-1);
  }

  /** ROW with the next node bound, PAUSED, or DONE when there are no more. */
  next(row: Row): Status {
    if (this.#givesStart) {
      this.#givesStart = false;
      if (this.#give(row, this.#start)) {
        return ROW;
      }
    }
    const { budget } = this.#context.runtime;
    while (this.#at < this.#queue.length) {
      if (budget.step()) {
        return PAUSED;
      }
      if (!this.#cursor.advance()) {
        this.#nextNode();
        continue;
      }
      const { relationship, neighbour } = this.#cursor;
      if (!this.#mayWalk(row, relationship)) {
        continue;
      }
      const found = this.#visit(relationship, neighbour);
      if (found >= 0 && this.#give(row, found)) {
        return ROW;
      }
    }
    return DONE;
  }

  #nextNode(): void {
    this.#at += 1;
    const node = this.#queue[this.#at];
    const isInReach = node !== undefined && (this.#depths[node] ?? 0) < this.#max;
    this.#cursor.start(isInReach ? node : -1);
  }

  /** The node that is reached for the first time by this relationship, -1 when none is. */
  #visit(relationship: number, neighbour: number): number {
    const node = this.#queue[this.#at] ?? -1;
    const depth = this.#depths[node] ?? 0;
    const branch = node === this.#start ? relationship : (this.#branches[node] ?? -1);
    if (this.#stamps[neighbour] !== this.#search) {
      this.#reached(neighbour, depth + 1, branch);
      return neighbour;
    }
    if (!this.#startIsFound && this.#closesCycle(relationship, neighbour, depth, branch)) {
      this.#startIsFound = true;
      return this.#start;
    }
    return -1;
  }

  #closesCycle(relationship: number, neighbour: number, depth: number, branch: number): boolean {
    if (!this.#isUndirected) {
      return neighbour === this.#start;
    }
    if (neighbour === this.#start) {
      // Back over the relationship that led here is no cycle; a loop at the start is one.
      return depth === 0 || (this.#branches[this.#queue[this.#at] ?? 0] ?? -1) !== relationship;
    }
    const length = depth + 1 + (this.#depths[neighbour] ?? 0);
    return length <= this.#max && (this.#branches[neighbour] ?? -1) !== branch;
  }

  #reached(node: number, depth: number, branch: number): void {
    this.#stamps[node] = this.#search;
    this.#depths[node] = depth;
    this.#branches[node] = branch;
    this.#queue.push(node);
  }

  #mayWalk(row: Row, relationship: number): boolean {
    const { step } = this.#plan;
    if (step === null) {
      return true;
    }
    row.ids[step.slot] = relationship;
    return this.#passesStep(row);
  }

  #give(row: Row, end: number): boolean {
    if (this.#plan.into) {
      return end === this.#target && this.#passes(row);
    }
    row.ids[this.#plan.to.slot] = end;
    return this.#passes(row);
  }

  #prepare(): void {
    const { nodeSlots } = this.#context.runtime.graph;
    if (this.#stamps.length < nodeSlots) {
      this.#stamps = new Int32Array(nodeSlots);
      this.#depths = new Int32Array(nodeSlots);
      this.#branches = new Int32Array(nodeSlots);
      this.#search = 0;
    }
    this.#search += 1;
  }
}
