import { dynamicNames } from "../ast/expression-children.js";
import type {
  NodePattern,
  Pattern,
  PatternElement,
  PatternPart,
  RelationshipPattern,
} from "../ast/pattern.js";
import { type AnalysisContext, CONDITION_SITE, PLAIN_SITE } from "./analysis-context.js";
import { declareGroups, scopeInside } from "./check-repeated-path.js";
import { assertType } from "./rules/invalid-argument-type.js";
import { parameterAsProperties } from "./rules/invalid-parameter-use.js";
import {
  assertPathUnknownInside,
  assertSelectedAlone,
  assertShortestShape,
  relationshipRepeated,
} from "./rules/match-pattern.js";
import { assertUnbound } from "./rules/variable-already-bound.js";
import { assertKind } from "./rules/variable-type-conflict.js";
import type { Scope } from "./scope.js";
import { listOf, NODE, PATH, RELATIONSHIP } from "./static-type.js";

/**
 * The scope extended by the variables of a pattern to match. Variables bound before are matched
 * again; the expressions of the pattern see all of its variables.
 * @throws CypherError `VariableTypeConflict`, `VariableAlreadyBound`, `RelationshipUniquenessViolation`,
 * `InvalidParameterUse`, and what the expressions throw
 */
export function checkMatchPattern(pattern: Pattern, scope: Scope, context: AnalysisContext): Scope {
  const relationships = new Set<string>();
  assertSelectedAlone(pattern);
  let extended = scope;
  for (const part of pattern.parts) {
    extended = declarePart(part, extended, relationships);
  }
  for (const { element, variable } of pattern.parts) {
    assertPathUnknownInside(variable, element);
    checkElementExpressions(element, extended, context);
  }
  return extended;
}

function declarePart(part: PatternPart, scope: Scope, relationships: Set<string>): Scope {
  if (part.shortest !== null) {
    assertShortestShape(part.element, part.shortest === "all");
  }
  let extended = declareElement(part.element, scope, relationships);
  if (part.variable !== null) {
    assertUnbound(part.variable, extended);
    extended = extended.with(part.variable.name, PATH);
  }
  return extended;
}

/** Node and relationship variables, from left to right. */
function declareElement(element: PatternElement, scope: Scope, relationships: Set<string>): Scope {
  let extended = scope;
  element.nodes.forEach(({ variable: node }, index) => {
    if (node !== null) {
      assertKind(node, extended, "node");
      extended = extended.with(node.name, NODE);
    }
    const relationship = element.relationships[index];
    const variable = relationship?.variable ?? null;
    if (relationship?.body != null) {
      extended = declareGroups(relationship.body, extended);
    }
    if (relationship === undefined || variable === null) {
      return;
    }
    const single = relationship.length === null;
    assertKind(variable, extended, single ? "relationship" : "list");
    if (relationships.has(variable.name)) {
      throw relationshipRepeated(variable);
    }
    relationships.add(variable.name);
    extended = extended.with(variable.name, single ? RELATIONSHIP : listOf(RELATIONSHIP));
  });
  return extended;
}

/** In `-[r WHERE …]->+` the variable is each relationship, not the list that it is everywhere else. */
function insideOf(part: NodePattern | RelationshipPattern, scope: Scope): Scope {
  return part.kind === "RelationshipPattern" && part.length !== null && part.variable !== null
    ? scope.with(part.variable.name, RELATIONSHIP)
    : scope;
}

/** Labels or types that a row says. */
export function checkDynamicNames(
  part: NodePattern | RelationshipPattern,
  scope: Scope,
  context: AnalysisContext,
): void {
  for (const names of dynamicNames(part.kind === "NodePattern" ? part.labels : part.types)) {
    const type = context.checks.expression(names, scope, PLAIN_SITE, context);
    assertType(type, ["string", "list"], "A dynamic label or type", names.span);
  }
}

function checkElementExpressions(
  element: PatternElement,
  scope: Scope,
  context: AnalysisContext,
): void {
  if (element.where !== null) {
    context.checks.expression(element.where, scope, CONDITION_SITE, context);
  }
  for (const part of [...element.nodes, ...element.relationships]) {
    if (part.kind === "RelationshipPattern" && part.body !== null) {
      checkElementExpressions(part.body, scopeInside(part.body, scope), context);
    }
    const { properties, where } = part;
    checkDynamicNames(part, insideOf(part, scope), context);
    if (properties?.kind === "Parameter") {
      throw parameterAsProperties(properties, "MATCH");
    }
    if (properties !== null) {
      context.checks.expression(properties, scope, PLAIN_SITE, context);
    }
    if (where !== null) {
      context.checks.expression(where, insideOf(part, scope), CONDITION_SITE, context);
    }
  }
}
