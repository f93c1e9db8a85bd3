import type { Expression } from "../ast/expression.js";
import type { Pattern } from "../ast/pattern.js";
import type { Query } from "../ast/query.js";
import type { Catalog } from "./catalog.js";
import type { Scope } from "./scope.js";
import type { StaticType } from "./static-type.js";

/** Where an expression stands, as far as it decides what may occur in it. */
export interface ExpressionSite {
  /** Where aggregates may occur: after a projection only `projected` ones, `inside` another one never. */
  readonly aggregates: "allowed" | "projected" | "forbidden" | "inside";
  /** A bare pattern may stand for whether it matches. */
  readonly patterns: boolean;
}

/** No aggregates, no bare patterns. */
export const PLAIN_SITE: ExpressionSite = { aggregates: "forbidden", patterns: false };
/** A condition: a bare pattern may stand for whether it matches. */
export const CONDITION_SITE: ExpressionSite = { aggregates: "forbidden", patterns: true };
/** An item of WITH or RETURN. */
export const PROJECTION_SITE: ExpressionSite = { aggregates: "allowed", patterns: false };

/** Columns of a query, null when it returns nothing. */
export type QueryColumns = readonly (readonly [string, StaticType])[] | null;

/**
 * The checks that need each other: expressions hold patterns and queries, patterns and queries hold
 * expressions. `analyze` ties them together.
 */
interface Checks {
  expression(
    expression: Expression,
    scope: Scope,
    site: ExpressionSite,
    context: AnalysisContext,
  ): StaticType;
  /** The scope extended by what the pattern binds. */
  matchPattern(pattern: Pattern, scope: Scope, context: AnalysisContext): Scope;
  query(
    query: Query,
    scope: Scope,
    nesting: "expression" | "call" | "importing-call",
    context: AnalysisContext,
  ): QueryColumns;
}

/** What one analysis knows and gathers. */
export interface AnalysisContext {
  readonly source: string;
  readonly catalog: Catalog;
  readonly checks: Checks;
  readonly parameters: Set<string>;
  /** Set once an updating clause or procedure was seen. */
  writes: boolean;
}
