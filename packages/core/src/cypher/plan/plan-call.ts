import type {
  ProcedureCallClause,
  Query,
  SingleQuery,
  SubqueryCallClause,
  WithClause,
} from "../ast/query.js";
import { EVERYTHING } from "./footprint.js";
import type { Column, Plan, ProcedureCallPlan } from "./plan.js";
import {
  afterWrite,
  beforeRead,
  beforeWrite,
  type Planning,
  type PlanState,
  reading,
} from "./planning.js";
import { Scope } from "./scope.js";

/** CALL of a procedure: each row with every row that the procedure yields. */
export function planProcedureCall(
  planning: Planning,
  before: PlanState,
  clause: ProcedureCallClause,
): PlanState {
  const state = beforeRead(before);
  const fields = planning.catalog.findProcedure(clause.name)?.outputs ?? [];
  const wanted =
    clause.yields?.map(({ field, variable }) => ({ field, name: variable.name })) ??
    fields.map(({ name }) => ({ field: name, name }));
  const places = wanted.map(({ field, name }) => ({ field, name, to: planning.slots.value() }));
  const scope = state.scope.with(places.map(({ name, to }) => [name, to]));
  const call: ProcedureCallPlan = {
    kind: "ProcedureCall",
    input: state.plan,
    name: clause.name,
    arguments: clause.arguments,
    scope: state.scope,
    yields: places.map(({ field, to }) => ({ field, to })),
    unit: fields.length === 0,
  };
  const filtered = (input: Plan): Plan =>
    clause.where === null ? input : { kind: "Filter", input, tests: [clause.where], scope };
  const plan: Plan = clause.optional
    ? {
        kind: "Optional",
        input: state.plan,
        inner: filtered({ ...call, input: { kind: "Argument" } }),
        nulls: places.map(({ to }) => to),
      }
    : filtered(call);
  return reading({ ...state, plan, scope });
}

/** What the subquery of a CALL sees of the rows around it. */
export interface InnerScopes {
  /** Seen by its first clause when that is the importing WITH. */
  readonly imports: Scope;
  readonly inside: Scope;
}

export interface PlannedQuery {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  readonly hasWrites: boolean;
}
export type PlanInner = (query: Query, scopes: InnerScopes) => PlannedQuery;

/** CALL { … }: each row with every row of the subquery, or once when it returns nothing. */
export function planSubqueryCall(
  before: PlanState,
  clause: SubqueryCallClause,
  planInner: PlanInner,
): PlanState {
  const writes = clauseWrites(clause.query);
  const state = writes ? beforeWrite(before, EVERYTHING, EVERYTHING) : beforeRead(before);
  const inner = planInner(clause.query, scopesFor(state.scope, clause));
  const scope = state.scope.with(inner.columns.map(({ name, binding }) => [name, binding]));
  const plan: Plan = clause.optional
    ? {
        kind: "Optional",
        input: state.plan,
        inner: inner.plan,
        nulls: inner.columns.map(({ binding }) => binding),
      }
    : { kind: "Apply", input: state.plan, inner: inner.plan, unit: !returns(clause.query) };
  return reading(writes ? afterWrite(state, plan, scope, EVERYTHING) : { ...state, plan, scope });
}

function scopesFor(scope: Scope, clause: SubqueryCallClause): InnerScopes {
  if (clause.imports === "*") {
    return { imports: scope, inside: scope };
  }
  if (clause.imports === null) {
    return { imports: scope, inside: Scope.empty };
  }
  const named = clause.imports.flatMap(({ name }) => {
    const binding = scope.find(name);
    return binding === undefined ? [] : [[name, binding] as const];
  });
  const inside = Scope.of(named);
  return { imports: inside, inside };
}

/** `WITH a, b` at the start of a subquery takes variables from outside; it does nothing else. */
export function isImport(clause: SingleQuery["clauses"][number] | undefined): clause is WithClause {
  return (
    clause?.kind === "WithClause" &&
    clause.where === null &&
    !clause.projection.distinct &&
    clause.projection.orderBy.length === 0 &&
    clause.projection.skip === null &&
    clause.projection.limit === null &&
    clause.projection.items.every(
      ({ expression, alias }) =>
        expression.kind === "Variable" && (alias === null || alias.name === expression.name),
    )
  );
}

function returns(query: Query): boolean {
  return query.parts.some((part) => {
    const last = part.clauses.at(-1);
    return last?.kind === "BranchClause"
      ? last.branches.some(({ query: inner }) => returns(inner))
      : last?.kind === "ReturnClause";
  });
}

const WRITING: ReadonlySet<string> = new Set([
  "CreateClause",
  "MergeClause",
  "SetClause",
  "RemoveClause",
  "DeleteClause",
  "ForeachClause",
]);

/** Whether the query or a subquery in it changes the graph. */
export function clauseWrites(query: Query): boolean {
  return query.parts.some((part) =>
    part.clauses.some(
      (clause) =>
        WRITING.has(clause.kind) ||
        (clause.kind === "SubqueryCallClause" && clauseWrites(clause.query)) ||
        (clause.kind === "BranchClause" &&
          clause.branches.some(({ query: inner }) => clauseWrites(inner))),
    ),
  );
}
