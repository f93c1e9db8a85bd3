import type {
  AnyClause,
  BranchClause,
  FinishClause,
  Query,
  ReturnClause,
  SingleQuery,
} from "../ast/query.js";
import { type AnalysisContext, PLAIN_SITE, type QueryColumns } from "./analysis-context.js";
import { checkProcedureCall, checkSubqueryCall, startsWithImport } from "./check-call.js";
import { checkMatchPattern } from "./check-match-pattern.js";
import { checkReturn, checkWhere, checkWith } from "./check-projection.js";
import { checkUpdate } from "./check-update.js";
import { assertComposition, assertReadOnly } from "./rules/clause-composition.js";
import { assertOneKindOfUnion, assertSameBranches, assertSameColumns } from "./rules/union.js";
import { assertUnbound } from "./rules/variable-already-bound.js";
import { Scope } from "./scope.js";
import { ANY } from "./static-type.js";

/** Where a query stands: it is the statement, or the body of an expression or of CALL. */
export type QueryNesting = "statement" | "expression" | "call" | "importing-call";

/** Checks a query and gives its columns; null when it returns nothing. */
export function checkQuery(
  query: Query,
  scope: Scope,
  nesting: QueryNesting,
  context: AnalysisContext,
): QueryColumns {
  const columns = query.parts.map((part) => checkSingleQuery(part, scope, nesting, context));
  if (query.parts.length > 1) {
    assertOneKindOfUnion(query);
    assertSameColumns(query, columns);
  }
  return columns[0] ?? null;
}

function checkSingleQuery(
  part: SingleQuery,
  outer: Scope,
  nesting: QueryNesting,
  context: AnalysisContext,
): QueryColumns {
  if (nesting === "expression") {
    assertReadOnly(part);
  }
  assertComposition(part, nesting === "expression");
  const standalone = nesting === "statement" && part.clauses.length === 1;
  let scope = nesting === "importing-call" && !startsWithImport(part) ? Scope.empty : outer;
  let columns: QueryColumns = null;
  for (const clause of part.clauses) {
    columns = null;
    switch (clause.kind) {
      case "ReturnClause":
        columns = checkReturn(clause, scope, context);
        break;
      case "BranchClause":
        columns = checkBranches(clause, scope, nesting, context);
        scope = Scope.of(columns ?? []);
        break;
      case "FinishClause":
        break;
      default:
        scope = checkClause(clause, scope, standalone, context);
    }
  }
  const [only] = part.clauses;
  if (standalone && only?.kind === "ProcedureCallClause" && scope.size > 0) {
    columns = [...scope.entries()];
  }
  return columns;
}

/** Every branch sees what is there; all return the same columns. */
function checkBranches(
  clause: BranchClause,
  scope: Scope,
  nesting: QueryNesting,
  context: AnalysisContext,
): QueryColumns {
  const inside = nesting === "expression" ? nesting : "call";
  const columns = clause.branches.map(({ condition, query }) => {
    if (condition !== null) {
      checkWhere(condition, scope, context);
    }
    return checkQuery(query, scope, inside, context);
  });
  assertSameBranches(clause, columns);
  return columns[0] ?? null;
}

function checkClause(
  clause: Exclude<AnyClause, ReturnClause | FinishClause | BranchClause>,
  scope: Scope,
  standalone: boolean,
  context: AnalysisContext,
): Scope {
  switch (clause.kind) {
    case "MatchClause": {
      const extended = checkMatchPattern(clause.pattern, scope, context);
      if (clause.where !== null) {
        checkWhere(clause.where, extended, context);
      }
      return extended;
    }
    case "UnwindClause": {
      const type = context.checks.expression(clause.list, scope, PLAIN_SITE, context);
      assertUnbound(clause.variable, scope);
      return scope.with(clause.variable.name, type.kind === "list" ? type.item : ANY);
    }
    case "ProcedureCallClause":
      return checkProcedureCall(clause, scope, standalone, context);
    case "SubqueryCallClause":
      return checkSubqueryCall(clause, scope, context);
    case "WithClause":
      return checkWith(clause, scope, context);
    default:
      return checkUpdate(clause, scope, context);
  }
}
