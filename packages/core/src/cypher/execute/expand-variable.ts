/*
 * Variable-length expansion: depth-first over trails (no relationship twice), each trail given as
 * soon as it is long enough. One cursor a depth, kept between rows; whether a relationship is on the
 * trail is a look at the few that are, or a mark once the trail is long. Memory O(length).
 */
import type { Test } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { ExpandVariablePlan } from "../plan/plan.js";
import { RelationshipValue } from "../values/cypher-value.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { DONE, type Operator, operator, PAUSED, ROW, type Status } from "./operator.js";
import { RelationshipCursor } from "./relationship-cursor.js";
import { Trail } from "./trail.js";
import { compileUnlike, type IsUnused } from "./unlike.js";

/** Each row with each trail from its node, or between its two nodes. */
export function expandVariable(
  context: BuildContext,
  plan: ExpandVariablePlan,
  input: Operator,
): Operator {
  const walk = new TrailWalk(context, plan);
  return operator(
    (row) => {
      for (;;) {
        const found = walk.next(row);
        if (found !== DONE) {
          return found;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        walk.start(row);
      }
    },
    () => {
      walk.stop();
      input.reset();
    },
  );
}

class TrailWalk {
  readonly #context: BuildContext;
  readonly #plan: ExpandVariablePlan;
  readonly #max: number;
  readonly #passes: Test;
  readonly #passesStep: Test;
  readonly #isUnused: IsUnused;
  readonly #cursors: RelationshipCursor[] = [];
  readonly #trail = new Trail();
  /** Depth of the cursor that is walked, -1 when the row is done. */
  #depth = -1;
  #givesStart = false;
  #start = -1;
  #target = -1;

  constructor(context: BuildContext, plan: ExpandVariablePlan) {
    this.#context = context;
    this.#plan = plan;
    this.#max = plan.max ?? Number.POSITIVE_INFINITY;
    this.#passes = compileTests(context, plan.tests, plan.scope);
    this.#passesStep = compileTests(context, plan.stepTests, plan.scope);
    this.#isUnused = compileUnlike(plan.unlike);
  }

  start(row: Row): void {
    this.#start = row.ids[this.#plan.from.slot] ?? -1;
    this.#target = this.#plan.into ? (row.ids[this.#plan.to.slot] ?? -1) : -1;
    this.stop();
    if (this.#start >= 0 && !(this.#plan.into && this.#target < 0)) {
      this.#givesStart = this.#plan.min === 0;
      if (this.#max > 0) {
        this.#enter(0, this.#start);
      }
    }
  }

  stop(): void {
    this.#trail.cut(0);
    this.#depth = -1;
    this.#givesStart = false;
  }

  /** ROW with the next trail bound, PAUSED, or DONE when this start has no more. */
  next(row: Row): Status {
    if (this.#givesStart) {
      this.#givesStart = false;
      if (this.#give(row, this.#start)) {
        return ROW;
      }
    }
    const { budget } = this.#context.runtime;
    while (this.#depth >= 0) {
      if (budget.step()) {
        return PAUSED;
      }
      const cursor = this.#cursors[this.#depth];
      if (cursor?.advance() !== true) {
        this.#depth -= 1;
        continue;
      }
      this.#trail.cut(this.#depth);
      const { relationship, neighbour } = cursor;
      if (!this.#mayWalk(row, relationship)) {
        continue;
      }
      this.#trail.push(relationship);
      const length = this.#depth + 1;
      if (length < this.#max) {
        this.#enter(length, neighbour);
      }
      if (length >= this.#plan.min && this.#give(row, neighbour)) {
        return ROW;
      }
    }
    return DONE;
  }

  #enter(depth: number, node: number): void {
    let cursor = this.#cursors[depth];
    if (cursor === undefined) {
      const { direction, types } = this.#plan;
      cursor = new RelationshipCursor(this.#context.runtime.graph, direction, types);
      this.#cursors.push(cursor);
    }
    cursor.start(node);
    this.#depth = depth;
  }

  #mayWalk(row: Row, relationship: number): boolean {
    if (this.#trail.has(relationship) || !this.#isUnused(row, relationship)) {
      return false;
    }
    const { step } = this.#plan;
    if (step === null) {
      return true;
    }
    row.ids[step.slot] = relationship;
    return this.#passesStep(row);
  }

  /** Binds the trail as it stands, if it ends where it must and the tests hold. */
  #give(row: Row, end: number): boolean {
    const plan = this.#plan;
    if (plan.into) {
      if (end !== this.#target) {
        return false;
      }
    } else {
      row.ids[plan.to.slot] = end;
    }
    if (plan.list !== null) {
      const list = this.#trail.toArray().map((relationship) => new RelationshipValue(relationship));
      row.values[plan.list.slot] = plan.reversed ? list.reverse() : list;
    }
    return this.#passes(row);
  }
}
