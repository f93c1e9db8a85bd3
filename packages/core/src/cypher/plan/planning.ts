import type { Catalog } from "../semantics/catalog.js";
import { EVERYTHING, type Footprint, isNothing, NOTHING, overlaps, together } from "./footprint.js";
import type { Plan } from "./plan.js";
import type { Scope } from "./scope.js";
import type { SlotAllocator } from "./slots.js";

/** Shared by everything planned for one statement. */
export interface Planning {
  readonly slots: SlotAllocator;
  readonly catalog: Catalog;
  /** Whether anything besides its own pattern mentions the variable. */
  isRead(name: string): boolean;
  /** A name no query can contain. */
  freshName(): string;
}

/** What has been planned so far of a row of clauses. */
export interface PlanState {
  readonly plan: Plan;
  readonly scope: Scope;
  /** What earlier clauses still read from the graph while later ones already run. */
  readonly streamsReads: Footprint;
  /** What earlier clauses still write to the graph while later ones already run. */
  readonly streamsWrites: Footprint;
  /** Something earlier writes, streaming or not: LIMIT must not keep it from running. */
  readonly hasWrites: boolean;
}

export function initialState(scope: Scope): PlanState {
  return {
    plan: { kind: "Argument" },
    scope,
    streamsReads: NOTHING,
    streamsWrites: NOTHING,
    hasWrites: false,
  };
}

/** The state after an operator that reads its whole input before it gives a row. */
export function settled(state: PlanState, plan: Plan): PlanState {
  return { ...state, plan, streamsReads: NOTHING, streamsWrites: NOTHING };
}

/** The state behind a barrier that keeps earlier and later clauses apart. */
function withBarrier(state: PlanState): PlanState {
  const bindings = [...state.scope.names.values()];
  return settled(state, { kind: "Eager", input: state.plan, bindings });
}

/** Clauses that may run only once all earlier writes are done: they look at the graph. */
export function beforeRead(state: PlanState): PlanState {
  return isNothing(state.streamsWrites) ? state : withBarrier(state);
}

/** The state in which later clauses must not write what this one reads, row by row. */
export function reading(state: PlanState, reads: Footprint = EVERYTHING): PlanState {
  return { ...state, streamsReads: together(state.streamsReads, reads) };
}

/**
 * Clauses that write: earlier ones must have read all their rows where this could change them, and
 * must have written all that it reads itself.
 */
export function beforeWrite(state: PlanState, writes: Footprint, reads: Footprint): PlanState {
  return overlaps(state.streamsReads, writes) || overlaps(reads, state.streamsWrites)
    ? withBarrier(state)
    : state;
}

export function afterWrite(
  state: PlanState,
  plan: Plan,
  scope: Scope,
  writes: Footprint,
): PlanState {
  const streamsWrites = together(state.streamsWrites, writes);
  return { ...state, plan, scope, streamsWrites, hasWrites: true };
}
