import type { PatternComprehension } from "../ast/expression.js";
import { patternExpressions } from "../ast/expression-children.js";
import type { Pattern, PatternElement } from "../ast/pattern.js";
import { type AnalysisContext, CONDITION_SITE } from "./analysis-context.js";
import { resolveVariable } from "./rules/undefined-variable.js";
import { assertKind } from "./rules/variable-type-conflict.js";
import type { Scope } from "./scope.js";

/** The pattern of a comprehension as MATCH would have it. */
export function comprehensionPattern(expression: PatternComprehension): Pattern {
  const { pattern: element, variable } = expression;
  const { span } = element;
  return {
    kind: "Pattern",
    span,
    parts: [{ kind: "PatternPart", span, variable, element, shortest: null, selector: null }],
  };
}

/**
 * Checks a pattern that stands for a value: every variable in it is bound outside.
 * @throws CypherError `UndefinedVariable`, `VariableTypeConflict`
 */
export function checkBoundPattern(
  element: PatternElement,
  scope: Scope,
  context: AnalysisContext,
): void {
  for (const { variable } of element.nodes) {
    if (variable !== null) {
      resolveVariable(variable, scope);
      assertKind(variable, scope, "node");
    }
  }
  for (const { variable, length } of element.relationships) {
    if (variable !== null) {
      resolveVariable(variable, scope);
      assertKind(variable, scope, length === null ? "relationship" : "list");
    }
  }
  for (const expression of patternExpressions(element)) {
    context.checks.expression(expression, scope, CONDITION_SITE, context);
  }
}
