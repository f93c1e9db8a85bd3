import type { Catalog } from "../semantics/catalog.js";
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
  /** Rows are read from the graph while later clauses already run. */
  readonly streamsReads: boolean;
  /** The graph is written while later clauses already run. */
  readonly streamsWrites: boolean;
  /** Something earlier writes, streaming or not: LIMIT must not keep it from running. */
  readonly hasWrites: boolean;
}

export function initialState(scope: Scope): PlanState {
  return {
    plan: { kind: "Argument" },
    scope,
    streamsReads: false,
    streamsWrites: false,
    hasWrites: false,
  };
}

/** The state after an operator that reads its whole input before it gives a row. */
export function settled(state: PlanState, plan: Plan): PlanState {
  return { ...state, plan, streamsReads: false, streamsWrites: false };
}

/** The state behind a barrier that keeps earlier and later clauses apart. */
function withBarrier(state: PlanState): PlanState {
  const bindings = [...state.scope.names.values()];
  return settled(state, { kind: "Eager", input: state.plan, bindings });
}

/** Clauses that may run only once all earlier writes are done: they look at the graph. */
export function beforeRead(state: PlanState): PlanState {
  return state.streamsWrites ? withBarrier(state) : state;
}

/** A clause that writes; with `looks` it reads the graph too. */
export function beforeWrite(state: PlanState, looks: boolean): PlanState {
  return state.streamsReads || (looks && state.streamsWrites) ? withBarrier(state) : state;
}

export function afterWrite(state: PlanState, plan: Plan, scope: Scope): PlanState {
  return { ...state, plan, scope, streamsWrites: true, hasWrites: true };
}
