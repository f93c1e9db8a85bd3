import type { BinaryOperator, Expression } from "../ast/expression.js";
import { parseSum } from "./parse-arithmetic.js";
import type { TokenCursor } from "./token-cursor.js";

/** `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `IN`, `IS [NOT] NULL`, from left to right. */
export function parsePredicate(cursor: TokenCursor): Expression {
  const start = cursor.current;
  let subject = parseSum(cursor);
  for (let count = 1; ; count++) {
    cursor.checkChain(count);
    const negated = acceptNullCheck(cursor);
    if (negated !== null) {
      subject = { kind: "NullCheck", operand: subject, negated, span: cursor.spanFrom(start) };
      continue;
    }
    const operator = acceptOperator(cursor);
    if (operator === null) {
      return subject;
    }
    const right = parseSum(cursor);
    const span = cursor.spanFrom(start);
    subject = { kind: "BinaryExpression", operator, left: subject, right, span };
  }
}

/** Whether the accepted check is `IS NOT NULL`; null when there is none. */
function acceptNullCheck(cursor: TokenCursor): boolean | null {
  if (!cursor.isKeyword("IS")) {
    return null;
  }
  if (cursor.acceptKeywords("IS", "NOT", "NULL")) {
    return true;
  }
  if (cursor.acceptKeywords("IS", "NULL")) {
    return false;
  }
  cursor.next();
  return cursor.fail(["`NULL`", "`NOT NULL`"]);
}

function acceptOperator(cursor: TokenCursor): BinaryOperator | null {
  if (cursor.acceptSymbol("=~")) {
    return "=~";
  }
  switch (cursor.current.keyword) {
    case "IN":
      cursor.next();
      return "in";
    case "CONTAINS":
      cursor.next();
      return "contains";
    case "STARTS":
      cursor.next();
      cursor.expectKeyword("WITH");
      return "starts-with";
    case "ENDS":
      cursor.next();
      cursor.expectKeyword("WITH");
      return "ends-with";
    default:
      return null;
  }
}
