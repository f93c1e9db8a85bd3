import type { MatchClause } from "../ast/query.js";
import { PatternBuilder } from "./pattern-builder.js";
import type { Plan } from "./plan.js";
import { beforeRead, type Planning, type PlanState, reading } from "./planning.js";

/**
 * Plans MATCH clauses that follow one another as one pattern, so that the order of search is free
 * between them. Returns how many clauses it took.
 */
export function planMatches(
  planning: Planning,
  before: PlanState,
  clauses: readonly MatchClause[],
): { readonly state: PlanState; readonly taken: number } {
  const state = beforeRead(before);
  const builder = new PatternBuilder(planning, state.scope);
  let taken = 0;
  for (const clause of clauses) {
    if (taken > 0 && builder.repeats(clause.pattern.parts)) {
      break;
    }
    builder.addClause(clause.pattern.parts, clause.where);
    taken += 1;
  }
  const pattern = builder.build();
  const scope = builder.scope();
  const plan: Plan = { kind: "Match", input: state.plan, pattern, scope };
  const next = reading({ ...state, plan, scope: builder.outerScope() });
  return { state: next, taken };
}

/** OPTIONAL MATCH: its WHERE belongs to the search, so that a row without a match lives on with nulls. */
export function planOptionalMatch(
  planning: Planning,
  before: PlanState,
  clause: MatchClause,
): PlanState {
  const state = beforeRead(before);
  const builder = new PatternBuilder(planning, state.scope);
  builder.addClause(clause.pattern.parts, clause.where);
  const inner: Plan = {
    kind: "Match",
    input: { kind: "Argument" },
    pattern: builder.build(),
    scope: builder.scope(),
  };
  const added = builder.added();
  return reading({
    ...state,
    plan: { kind: "Optional", input: state.plan, inner, nulls: added.map(([, b]) => b) },
    // Variables bound before keep their places: those the search uses are not set without a match.
    scope: state.scope.with(added),
  });
}
