import type { Statement } from "../ast/query.js";
import type { AnalysisContext } from "./analysis-context.js";
import type { Catalog } from "./catalog.js";
import { checkExpression } from "./check-expression.js";
import { checkMatchPattern } from "./check-match-pattern.js";
import { checkQuery } from "./check-query.js";
import { Scope } from "./scope.js";

/** What is known of a statement before it runs. */
export interface Analysis {
  /** Names of the result's columns in order; empty when the statement returns nothing. */
  readonly columns: readonly string[];
  /** False when any part of the statement may change the graph. */
  readonly readOnly: boolean;
  /** Names of the parameters it uses, by code unit. */
  readonly parameters: readonly string[];
}

/**
 * Checks what the grammar cannot: that names are defined and fit their use, that clauses follow each
 * other sensibly, that aggregates and patterns stand where they may, that literal types fit.
 * @throws CypherError at compile time with the TCK's kind and code, at the first rule broken
 */
export function analyze(statement: Statement, source: string, catalog: Catalog): Analysis {
  const context: AnalysisContext = {
    source,
    catalog,
    checks: { expression: checkExpression, matchPattern: checkMatchPattern, query: checkQuery },
    parameters: new Set(),
    writes: false,
  };
  const columns = checkQuery(statement.query, Scope.empty, "statement", context);
  return {
    columns: (columns ?? []).map(([name]) => name),
    readOnly: !context.writes && statement.schema === null,
    parameters: [...context.parameters].sort(),
  };
}
