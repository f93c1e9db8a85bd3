import type { Expression } from "../ast/expression.js";
import type { Scope } from "./scope.js";
import type { Binding } from "./slots.js";
import { walkAst } from "./walk-ast.js";

/** Expressions whose value depends on nothing but the elements they name. */
const FIXED: ReadonlySet<string> = new Set([
  "Variable",
  "PropertyAccess",
  "IndexAccess",
  "IntegerLiteral",
  "FloatLiteral",
  "StringLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "Parameter",
  "LabelPredicate",
  "NullCheck",
  "IsPredicate",
  "BinaryExpression",
  "UnaryExpression",
  "ComparisonChain",
  // The kinds of label expressions.
  "label",
  "and",
  "or",
  "not",
  "wildcard",
]);

/** Functions that answer the same for the same elements, whenever they are asked. */
const STEADY_FUNCTIONS: ReadonlySet<string> = new Set([
  "type",
  "labels",
  "id",
  "elementid",
  "coalesce",
  "tolower",
  "toupper",
  "tostring",
  "tointeger",
  "size",
  "substring",
  "left",
  "right",
  "trim",
]);

function isSteady(node: { readonly kind: string }): boolean {
  return (
    FIXED.has(node.kind) ||
    (node.kind === "FunctionCall" &&
      "name" in node &&
      STEADY_FUNCTIONS.has(String(node.name).toLowerCase()))
  );
}

/**
 * The pattern-bound elements that fix the values of all expressions, at most two; null when something
 * else has a say too, or nothing can vary.
 */
export function determinantsOf(
  expressions: readonly Expression[],
  scope: Scope,
): readonly Binding[] | null {
  const found = new Map<string, Binding>();
  let isFixed = true;
  walkAst(expressions, (node) => {
    isFixed &&= isSteady(node);
    if (node.kind === "Variable" && "name" in node && typeof node.name === "string") {
      const binding = scope.find(node.name);
      if (binding === undefined || binding.kind === "value") {
        isFixed = false;
      } else {
        found.set(`${binding.kind} ${binding.slot}`, binding);
      }
    }
    return isFixed;
  });
  const bindings = [...found.values()];
  return isFixed && bindings.length > 0 && bindings.length <= 2 ? bindings : null;
}
