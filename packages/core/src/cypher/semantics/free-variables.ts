import type { Expression, Variable } from "../ast/expression.js";
import { expressionChildren } from "../ast/expression-children.js";
import type { PatternElement } from "../ast/pattern.js";

/**
 * Names an expression takes from around it. Names in patterns and subqueries are included whether or
 * not they are bound there, since that depends on the scope: intersect with it.
 */
export function freeVariables(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, [], names);
  return names;
}

function collect(expression: Expression, local: readonly string[], names: Set<string>): void {
  const recurse = (child: Expression | null, bound: readonly string[] = local) => {
    if (child !== null) {
      collect(child, bound, names);
    }
  };
  switch (expression.kind) {
    case "Variable":
      add(expression, local, names);
      return;
    case "ListComprehension": {
      const inner = [...local, expression.variable.name];
      recurse(expression.list);
      recurse(expression.where, inner);
      recurse(expression.projection, inner);
      return;
    }
    case "Quantifier":
      recurse(expression.list);
      recurse(expression.where, [...local, expression.variable.name]);
      return;
    case "Reduce":
      recurse(expression.initial);
      recurse(expression.list);
      for (const inner of [expression.expression, expression.condition]) {
        recurse(inner, [...local, expression.accumulator.name, expression.variable.name]);
      }
      return;
    case "SubqueryExpression":
      collectEveryName(expression.body, local, names);
      return;
    default:
      collectPatternNames(expression, local, names);
      for (const child of expressionChildren(expression)) {
        recurse(child);
      }
  }
}

function add(variable: Variable, local: readonly string[], names: Set<string>): void {
  if (!local.includes(variable.name)) {
    names.add(variable.name);
  }
}

function collectPatternNames(
  expression: Expression,
  local: readonly string[],
  names: Set<string>,
): void {
  if (
    expression.kind === "PatternComprehension" ||
    expression.kind === "PatternPredicate" ||
    expression.kind === "ShortestPathExpression"
  ) {
    for (const variable of elementVariables(expression.pattern)) {
      add(variable, local, names);
    }
  }
}

/** Variables of the nodes and relationships of a pattern. */
function elementVariables(element: PatternElement): readonly Variable[] {
  return [...element.nodes, ...element.relationships]
    .map(({ variable }) => variable)
    .filter((variable) => variable !== null);
}

/** Any `Variable` node below, whatever it means there. */
function collectEveryName(root: unknown, local: readonly string[], names: Set<string>): void {
  if (typeof root !== "object" || root === null) {
    return;
  }
  if (
    "kind" in root &&
    root.kind === "Variable" &&
    "name" in root &&
    typeof root.name === "string"
  ) {
    if (!local.includes(root.name)) {
      names.add(root.name);
    }
    return;
  }
  for (const child of Object.values(root)) {
    collectEveryName(child, local, names);
  }
}
