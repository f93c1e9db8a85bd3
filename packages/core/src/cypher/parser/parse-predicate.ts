import type { BinaryOperator, Expression, IsPredicate } from "../ast/expression.js";
import { parseSum } from "./parse-arithmetic.js";
import { parseValueType } from "./parse-value-type.js";
import type { TokenCursor } from "./token-cursor.js";

/** `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `IN`, `IS [NOT] …`, from left to right. */
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
    const test = acceptIsTest(cursor);
    if (test !== null) {
      const span = cursor.spanFrom(start);
      subject = { kind: "IsPredicate", operand: subject, ...test, span };
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
  if (cursor.acceptKeywords("IS", "NOT", "NULL")) {
    return true;
  }
  return cursor.acceptKeywords("IS", "NULL") ? false : null;
}

/** `IS [NOT] :: type`, `IS [NOT] TYPED type`, the short `:: type`, and `IS [NOT] NFC NORMALIZED`. */
function acceptIsTest(cursor: TokenCursor): Pick<IsPredicate, "test" | "negated"> | null {
  if (acceptTypeSign(cursor)) {
    return { test: { kind: "type", types: parseValueType(cursor) }, negated: false };
  }
  if (!cursor.acceptKeywords("IS")) {
    return null;
  }
  const negated = cursor.acceptKeywords("NOT");
  if (acceptTypeSign(cursor) || cursor.acceptKeywords("TYPED")) {
    return { test: { kind: "type", types: parseValueType(cursor) }, negated };
  }
  const form = NORMAL_FORMS.find((name) => cursor.acceptKeywords(name));
  if (cursor.acceptKeywords("NORMALIZED")) {
    return { test: { kind: "normalized", form: form ?? "NFC" }, negated };
  }
  return cursor.fail(["`NULL`", "`NOT NULL`", "`::` with a type", "`NORMALIZED`"]);
}

const NORMAL_FORMS = ["NFC", "NFD", "NFKC", "NFKD"] as const;

function acceptTypeSign(cursor: TokenCursor): boolean {
  if (!cursor.isSymbol(":") || !cursor.isSymbol(":", 1)) {
    return false;
  }
  cursor.next();
  cursor.next();
  return true;
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
