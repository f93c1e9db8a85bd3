import type { Expression } from "./expression.js";

/**
 * A text that two expressions share exactly when they are written the same apart from white space and
 * the case of function names: `n.name` in ORDER BY is the `n.name` that RETURN projects.
 */
export function expressionKey(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "span") {
      return undefined;
    }
    if (typeof value === "bigint") {
      return `${value}n`;
    }
    if (Object.is(value, -0)) {
      return "-0";
    }
    return isCall(value) ? { ...value, name: value.name.toLowerCase() } : value;
  });
}

function isCall(value: unknown): value is { readonly kind: "FunctionCall"; readonly name: string } {
  return (
    typeof value === "object" && value !== null && "kind" in value && value.kind === "FunctionCall"
  );
}
