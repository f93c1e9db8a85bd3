import type { IsPredicate } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import { hasType } from "./has-type.js";

/** `IS :: INTEGER`, which null passes, and `IS NFC NORMALIZED`, which is null for everything but text. */
export function compileIsPredicate(
  context: CompileContext,
  { operand, test, negated }: IsPredicate,
  scope: Scope,
): Evaluate {
  const value = context.compile(operand, scope);
  if (test.kind === "type") {
    const { types } = test;
    return (row) => hasType(value(row), types) !== negated;
  }
  const { form } = test;
  return (row) => {
    const text = value(row);
    return typeof text === "string" ? (text.normalize(form) === text) !== negated : null;
  };
}
