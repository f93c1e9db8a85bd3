import type { CaseExpression } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import { equals } from "../values/equals.js";
import type { CompileContext, Evaluate, Test } from "./compile-context.js";

/** CASE in both forms; the first branch that holds decides, later ones are not evaluated. */
export function compileCase(
  context: CompileContext,
  expression: CaseExpression,
  scope: Scope,
): Evaluate {
  const results = expression.branches.map(({ then }) => context.compile(then, scope));
  const otherwise =
    expression.otherwise === null ? () => null : context.compile(expression.otherwise, scope);
  const tests = compileBranches(context, expression, scope);
  return (row) => {
    const chosen = tests(row);
    return (results[chosen] ?? otherwise)(row);
  };
}

/** The number of the branch that holds, or one that no branch has. */
function compileBranches(
  context: CompileContext,
  expression: CaseExpression,
  scope: Scope,
): (row: Parameters<Test>[0]) => number {
  if (expression.subject === null) {
    const tests = expression.branches.map(({ when }) => context.test(when, scope, true));
    return (row) => tests.findIndex((test) => test(row));
  }
  const subject = context.compile(expression.subject, scope);
  const values = expression.branches.map(({ when }) => context.compile(when, scope));
  return (row) => {
    const wanted = subject(row);
    return values.findIndex((value) => equals(wanted, value(row)) === true);
  };
}
