import type { Variable } from "../ast/expression.js";
import type { PatternElement } from "../ast/pattern.js";
import { semanticError } from "./rules/semantic-error.js";
import { variableAlreadyBound } from "./rules/variable-already-bound.js";
import type { Scope } from "./scope.js";
import { listOf, NODE, RELATIONSHIP, type StaticType } from "./static-type.js";

/** The variables of a path that is repeated, each once, with what it is in a single round. */
function variablesOf(
  element: PatternElement,
): readonly { readonly variable: Variable; readonly type: StaticType }[] {
  const found = new Map<string, { readonly variable: Variable; readonly type: StaticType }>();
  for (const part of [...element.nodes, ...element.relationships]) {
    const { variable } = part;
    if (variable !== null && !found.has(variable.name)) {
      const type = part.kind === "NodePattern" ? NODE : RELATIONSHIP;
      found.set(variable.name, { variable, type });
    }
  }
  return [...found.values()];
}

/**
 * The scope extended by the variables of a path that is repeated, which are lists outside of it: one item
 * a round.
 * @throws CypherError `UnexpectedSyntax`, `VariableAlreadyBound`
 */
export function declareGroups(body: PatternElement, scope: Scope): Scope {
  const [first] = body.relationships;
  if (first === undefined) {
    throw semanticError(
      "UnexpectedSyntax",
      "A path that is repeated has no relationship.",
      body.span,
      "Write one between two nodes, as in `((a)-->(b)){1,3}`.",
    );
  }
  const nested = body.relationships.find(({ length }) => length !== null);
  if (nested !== undefined) {
    throw semanticError(
      "UnexpectedSyntax",
      "A path that is repeated holds another repetition.",
      nested.span,
      "Repeat only the whole, or write both repetitions one after the other.",
    );
  }
  let extended = scope;
  for (const { variable, type } of variablesOf(body)) {
    if (scope.has(variable.name)) {
      throw variableAlreadyBound(
        variable,
        "Inside a path that is repeated each variable is new; give it another name.",
      );
    }
    extended = extended.with(variable.name, listOf(type));
  }
  return extended;
}

/** Inside a path that is repeated each variable is one node or one relationship. */
export function scopeInside(body: PatternElement, scope: Scope): Scope {
  return variablesOf(body).reduce(
    (inner, { variable, type }) => inner.with(variable.name, type),
    scope,
  );
}
