import type {
  Expression,
  PatternComprehension,
  PatternPredicate,
  ShortestPathExpression,
  SubqueryExpression,
  Variable,
} from "../ast/expression.js";
import type { PatternElement } from "../ast/pattern.js";
import type { Scope } from "../plan/scope.js";
import type { CompileContext, Evaluate, SubqueryBody, Test } from "./compile-context.js";
import { GrowingList } from "./growing-list.js";
import { readBinding } from "./read-binding.js";

function patternBody(
  element: PatternElement,
  variable: Variable | null,
  where: Expression | null,
  shortest: "one" | "all" | null = null,
): SubqueryBody {
  const { span } = element;
  const part = { kind: "PatternPart", span, variable, element, shortest, selector: null } as const;
  return { kind: "pattern", pattern: { kind: "Pattern", span, parts: [part] }, where };
}

/** A pattern as a condition, and EXISTS { … }: whether anything is found. Never null. */
export function compileExists(
  context: CompileContext,
  expression: PatternPredicate | SubqueryExpression,
  scope: Scope,
): Test {
  const body =
    expression.kind === "PatternPredicate"
      ? patternBody(expression.pattern, null, null)
      : expression.body;
  const subquery = context.subquery(body, scope, true);
  return (row) => subquery.exists(row);
}

/** EXISTS { … }, COUNT { … } and COLLECT { … } as values. */
export function compileSubquery(
  context: CompileContext,
  expression: SubqueryExpression,
  scope: Scope,
): Evaluate {
  if (expression.form === "exists") {
    return compileExists(context, expression, scope);
  }
  const subquery = context.subquery(expression.body, scope);
  if (expression.form === "count") {
    return (row) => subquery.count(row);
  }
  const [column] = subquery.columns;
  const read = column === undefined ? () => null : readBinding(column);
  const { budget } = context.runtime;
  return (row) => {
    const out = new GrowingList(budget);
    subquery.each(row, (found) => {
      out.push(read(found));
      return true;
    });
    return out.toList();
  };
}

/** `[p = (a)-->(b) WHERE condition | projection]`. */
export function compilePatternComprehension(
  context: CompileContext,
  expression: PatternComprehension,
  scope: Scope,
): Evaluate {
  const body = patternBody(expression.pattern, expression.variable, expression.where);
  const subquery = context.subquery(body, scope);
  const projection = context.compile(expression.projection, subquery.scope);
  const { budget } = context.runtime;
  return (row) => {
    const out = new GrowingList(budget);
    subquery.each(row, (found) => {
      out.push(projection(found));
      return true;
    });
    return out.toList();
  };
}

/** No query can name it. */
const PATH = " shortest path";

/** `shortestPath(…)` and `allShortestPaths(…)` as values: a path or null, or a list of paths. */
export function compileShortestPath(
  context: CompileContext,
  { pattern, all, span }: ShortestPathExpression,
  scope: Scope,
): Evaluate {
  const variable: Variable = { kind: "Variable", name: PATH, span };
  const subquery = context.subquery(
    patternBody(pattern, variable, null, all ? "all" : "one"),
    scope,
  );
  const path = context.compile(variable, subquery.scope);
  const { budget } = context.runtime;
  return (row) => {
    const out = new GrowingList(budget);
    subquery.each(row, (found) => {
      out.push(path(found));
      return all;
    });
    const paths = out.toList();
    return all ? paths : (paths[0] ?? null);
  };
}
