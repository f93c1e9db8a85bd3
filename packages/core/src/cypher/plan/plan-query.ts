import type { AnyClause, BranchClause, MatchClause, Query, SingleQuery } from "../ast/query.js";
import { isNothing, readsOf } from "./footprint.js";
import type { Column, Plan } from "./plan.js";
import { planBranches } from "./plan-branches.js";
import {
  type InnerScopes,
  isImport,
  type PlannedQuery,
  planProcedureCall,
  planSubqueryCall,
} from "./plan-call.js";
import { planMatches, planOptionalMatch } from "./plan-match.js";
import { planProjection } from "./plan-projection.js";
import { planUpdate } from "./plan-update.js";
import { beforeRead, initialState, type Planning, type PlanState, reading } from "./planning.js";
import type { Binding } from "./slots.js";

/** Plans a query inside the given scopes, UNION parts first each on its own. */
export function planQuery(planning: Planning, query: Query, scopes: InnerScopes): PlannedQuery {
  const parts = query.parts.map((part) => planSingleQuery(planning, part, scopes));
  const [first] = parts;
  if (first === undefined || parts.length === 1) {
    return first ?? { plan: { kind: "Argument" }, columns: [], hasWrites: false };
  }
  const columns = first.columns.map(({ name }, index) => ({
    name,
    binding: unionPlace(planning, parts, index),
  }));
  const plan: Plan = {
    kind: "Union",
    branches: parts.map((part) => ({
      plan: part.plan,
      columns: columns.map(({ name }) => columnNamed(part, name)),
    })),
    columns: columns.map(({ binding }) => binding),
    distinct: query.all.some((all) => !all),
  };
  return { plan, columns, hasWrites: parts.some(({ hasWrites }) => hasWrites) };
}

function columnNamed(part: PlannedQuery, name: string): Binding {
  const column = part.columns.find((candidate) => candidate.name === name);
  if (column === undefined) {
    throw new TypeError(`a part of the UNION has no column ${name}`);
  }
  return column.binding;
}

/** Ids stay ids where every part has them; otherwise the column holds values. */
function unionPlace(planning: Planning, parts: readonly PlannedQuery[], index: number): Binding {
  const bindings = parts.map((part) => columnNamed(part, parts[0]?.columns[index]?.name ?? ""));
  const [first] = bindings;
  return first !== undefined && bindings.every(({ kind }) => kind === first.kind)
    ? planning.slots.like(first)
    : planning.slots.value();
}

function planSingleQuery(
  planning: Planning,
  query: SingleQuery,
  scopes: InnerScopes,
): PlannedQuery {
  const imports = isImport(query.clauses[0]);
  let state = initialState(imports ? scopes.imports : scopes.inside);
  let columns: readonly Column[] = [];
  for (let index = 0; index < query.clauses.length; ) {
    const matches = matchesFrom(query.clauses, index);
    if (matches.length > 0) {
      const planned = planMatches(planning, state, matches);
      state = planned.state;
      index += planned.taken;
      continue;
    }
    const clause = query.clauses[index];
    if (clause?.kind === "ReturnClause") {
      const planned = planProjection(planning, state, clause.projection);
      ({ state, columns } = planned);
    } else if (clause?.kind === "BranchClause") {
      const planned = planBranches(planning, state, clause, (query, scopes) =>
        planQuery(planning, query, scopes),
      );
      state = planned.state;
      columns = index === query.clauses.length - 1 ? planned.columns : [];
    } else if (clause !== undefined) {
      state = planClause(planning, state, clause);
    }
    index += 1;
  }
  const [only] = query.clauses;
  if (only?.kind === "ProcedureCallClause" && query.clauses.length === 1) {
    // A call that stands alone returns what it yields.
    columns = [...state.scope.names].map(([name, binding]) => ({ name, binding }));
  }
  return { plan: state.plan, columns, hasWrites: state.hasWrites };
}

function matchesFrom(clauses: readonly AnyClause[], from: number): readonly MatchClause[] {
  const matches: MatchClause[] = [];
  for (let at = from; at < clauses.length; at += 1) {
    const clause = clauses[at];
    if (clause?.kind !== "MatchClause" || clause.optional) {
      break;
    }
    matches.push(clause);
  }
  return matches;
}

function planClause(
  planning: Planning,
  state: PlanState,
  clause: Exclude<AnyClause, BranchClause>,
): PlanState {
  switch (clause.kind) {
    case "MatchClause":
      return planOptionalMatch(planning, state, clause);
    case "UnwindClause":
      return planUnwind(planning, state, clause);
    case "WithClause":
      return planProjection(planning, state, clause.projection, clause.where).state;
    case "ReturnClause":
      return planProjection(planning, state, clause.projection).state;
    case "FinishClause":
      return state;

    case "ProcedureCallClause":
      return planProcedureCall(planning, state, clause);
    case "SubqueryCallClause":
      return planSubqueryCall(state, clause, (query, scopes) => planQuery(planning, query, scopes));
    case "CreateClause":
    case "MergeClause":
    case "SetClause":
    case "RemoveClause":
    case "DeleteClause":
    case "ForeachClause":
      return planUpdate(planning, state, clause);
  }
}

function planUnwind(
  planning: Planning,
  before: PlanState,
  clause: AnyClause & { readonly kind: "UnwindClause" },
): PlanState {
  const reads = readsOf(clause.list);
  const state = isNothing(reads) ? before : reading(beforeRead(before), reads);
  const to = planning.slots.value();
  return {
    ...state,
    plan: { kind: "Unwind", input: state.plan, list: clause.list, scope: state.scope, to },
    scope: state.scope.with([[clause.variable.name, to]]),
  };
}
