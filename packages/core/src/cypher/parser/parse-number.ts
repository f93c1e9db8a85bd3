import type { FloatLiteral, IntegerLiteral } from "../ast/expression.js";
import { integerOverflow } from "../lexer/lex-number.js";
import type { Token } from "../lexer/token.js";
import { syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** A sign before digits belongs to the literal, so that the smallest integer can be written. */
export function parseNegativeNumber(
  cursor: TokenCursor,
  sign: Token,
): IntegerLiteral | FloatLiteral {
  const token = cursor.next();
  if (token.problem !== null) {
    cursor.failWithProblem(token);
  }
  const span = cursor.spanFrom(sign);
  const value = token.value ?? 0;
  if (token.kind === "float") {
    return { kind: "FloatLiteral", value: -Number(value), span };
  }
  return { kind: "IntegerLiteral", value: value === 0 ? 0 : -value, span };
}

/** A number without sign. */
export function parseNumber(cursor: TokenCursor): IntegerLiteral | FloatLiteral {
  const token = cursor.next();
  if (token.problem !== null) {
    cursor.failWithProblem(token);
  }
  const span = cursor.spanFrom(token);
  if (token.kind === "float") {
    return { kind: "FloatLiteral", value: Number(token.value), span };
  }
  if (typeof token.value === "bigint" && token.value >= 2n ** 63n) {
    const { detail, message, hint } = integerOverflow(token.text);
    throw syntaxError(message, span, { detail, hint });
  }
  return { kind: "IntegerLiteral", value: token.value ?? 0, span };
}
