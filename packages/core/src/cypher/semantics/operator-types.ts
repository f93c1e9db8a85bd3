import type { BinaryExpression, UnaryExpression } from "../ast/expression.js";
import { assertType } from "./rules/invalid-argument-type.js";
import {
  ANY,
  DURATION,
  FLOAT,
  mayBe,
  NUMBER,
  STRING,
  type StaticType,
  TEMPORAL,
  type TypeKind,
} from "./static-type.js";

const SYMBOL_OPERANDS: Readonly<Record<string, readonly TypeKind[]>> = {
  "+": ["number", "string", "duration", "temporal", "list"],
  "-": ["number", "duration", "temporal"],
  "*": ["number", "duration"],
  "/": ["number", "duration"],
  "%": ["number"],
  "^": ["number"],
};

/**
 * The type an arithmetic operator gives. A list takes anything with `+`; whether other operands go
 * together is checked when it runs.
 * @throws CypherError `InvalidArgumentType` for an operand that can never do
 */
export function arithmeticType(
  expression: BinaryExpression | UnaryExpression,
  types: readonly StaticType[],
): StaticType {
  const { operator } = expression;
  const operands =
    expression.kind === "BinaryExpression"
      ? [expression.left, expression.right]
      : [expression.operand];
  const kinds = SYMBOL_OPERANDS[operator];
  const appends =
    operator === "+" && types.some(({ kind }) => ["list", "null", "any"].includes(kind));
  if (kinds !== undefined && !appends) {
    types.forEach((type, index) => {
      const span = operands[index]?.span ?? expression.span;
      assertType(type, kinds, `An operand of \`${operator}\``, span);
    });
  }
  return resultType(operator, types);
}

function resultType(operator: string, types: readonly StaticType[]): StaticType {
  const known = types.every(({ kind }) => ["integer", "float", "number"].includes(kind));
  if (known) {
    return operator === "^" || types.some(({ kind }) => kind === "float")
      ? FLOAT
      : (types.find(({ kind }) => kind === "number") ?? types[0] ?? NUMBER);
  }
  const kinds = new Set(types.map(({ kind }) => kind));
  if (kinds.has("temporal") && kinds.has("duration")) return TEMPORAL;
  if (kinds.size === 1 && kinds.has("duration")) return DURATION;
  if (operator === "+") {
    const list = types.find(({ kind }) => kind === "list");
    if (list !== undefined) {
      return { kind: "list", item: ANY };
    }
    return types.every(({ kind }) => kind === "string") ? STRING : ANY;
  }
  return types.every((type) => mayBe(type, "number") && type.kind !== "any") ? NUMBER : ANY;
}
