import type { BinaryOperator, Expression } from "../ast/expression.js";
import type { Token } from "../lexer/token.js";
import { parseNegativeNumber } from "./parse-number.js";
import { parsePostfix } from "./parse-postfix.js";
import type { TokenCursor } from "./token-cursor.js";

/** `a + b - c`, and `a || b`, which joins texts and lists as `+` does. */
export function parseSum(cursor: TokenCursor): Expression {
  return parseLeftToRight(cursor, ["+", "-", "||"], parseProduct);
}

function parseProduct(cursor: TokenCursor): Expression {
  return parseLeftToRight(cursor, ["*", "/", "%"], parsePower);
}

/** `2 ^ 3 ^ 2` is `(2 ^ 3) ^ 2`, and `-2 ^ 2` is `(-2) ^ 2`, as in openCypher. */
function parsePower(cursor: TokenCursor): Expression {
  return parseLeftToRight(cursor, ["^"], parseSigned);
}

function parseLeftToRight(
  cursor: TokenCursor,
  symbols: readonly string[],
  parseOperand: (cursor: TokenCursor) => Expression,
): Expression {
  const start = cursor.current;
  let left = parseOperand(cursor);
  for (let count = 1; isOperator(cursor.current, symbols); count++) {
    cursor.checkChain(count);
    const operator = binaryOperator(cursor.expectAscii(cursor.next()));
    const right = parseOperand(cursor);
    left = { kind: "BinaryExpression", operator, left, right, span: cursor.spanFrom(start) };
  }
  return left;
}

function isOperator(token: Token, symbols: readonly string[]): boolean {
  return token.kind === "symbol" && symbols.includes(token.text);
}

function binaryOperator(token: Token): BinaryOperator {
  switch (token.text) {
    case "-":
    case "*":
    case "/":
    case "%":
    case "^":
      return token.text;
    default:
      return "+";
  }
}

function parseSigned(cursor: TokenCursor): Expression {
  const { current } = cursor;
  if (current.kind !== "symbol" || (current.text !== "-" && current.text !== "+")) {
    return parsePostfix(cursor);
  }
  const sign = cursor.expectAscii(cursor.next());
  const { kind } = cursor.current;
  if (sign.text === "-" && (kind === "integer" || kind === "float")) {
    return parseNegativeNumber(cursor, sign);
  }
  const operand = cursor.nested(() => parseSigned(cursor), cursor.closingPipe);
  return {
    kind: "UnaryExpression",
    operator: sign.text === "-" ? "-" : "+",
    operand,
    span: cursor.spanFrom(sign),
  };
}
