import type { MergeClause } from "../ast/query.js";
import {
  EVERYTHING,
  readsOf,
  readsOfPattern,
  together,
  writesOfItems,
  writesOfPattern,
} from "./footprint.js";
import { PatternBuilder } from "./pattern-builder.js";
import { createPattern } from "./plan-create.js";
import { afterWrite, beforeWrite, type Planning, type PlanState, reading } from "./planning.js";

/**
 * MERGE: every match of the whole pattern or, when there is none, the pattern created as a whole. Its
 * rows see what earlier rows of it have created, and nothing that a later clause writes.
 */
export function planMerge(planning: Planning, before: PlanState, clause: MergeClause): PlanState {
  const state = beforeWrite(before, EVERYTHING, EVERYTHING);
  const parts = [clause.part];
  const create = createPattern(planning, state.scope, parts);
  // The search binds the very slots that creation fills, so that rows look alike afterwards.
  const builder = new PatternBuilder(planning, state.scope, create.names);
  builder.addClause(parts, null);
  const added = builder.added();
  const scope = state.scope.with([...create.names, ...added]);
  const isBound = (name: string) => state.scope.find(name) !== undefined;
  const reads = together(
    readsOfPattern(clause.part, isBound),
    readsOf([clause.part, clause.onCreate, clause.onMatch]),
  );
  const next = afterWrite(
    state,
    {
      kind: "Merge",
      input: state.plan,
      inner: {
        kind: "Match",
        input: { kind: "Argument" },
        pattern: builder.build(),
        scope: builder.scope(),
      },
      bindings: added.map(([, binding]) => binding),
      pattern: create.pattern,
      onCreate: clause.onCreate,
      onMatch: clause.onMatch,
      scope,
    },
    scope,
    together(
      writesOfPattern([clause.part]),
      writesOfItems([...clause.onCreate, ...clause.onMatch]),
    ),
  );
  return reading(next, reads);
}
