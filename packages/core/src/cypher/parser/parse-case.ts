import type {
  BinaryOperator,
  CaseBranch,
  CaseExpression,
  ComparisonOperator,
  Expression,
} from "../ast/expression.js";
import type { TokenCursor } from "./token-cursor.js";

/** What follows one WHEN: a value to compare the subject with, or a test that leaves the subject out. */
interface Condition {
  readonly form: "value" | "test";
  readonly expression: Expression;
}

interface Branch {
  readonly conditions: readonly Condition[];
  readonly result: Expression;
}

/** `CASE [subject] WHEN a THEN b … [ELSE c] END`; the keyword stands at the cursor. */
export function parseCase(cursor: TokenCursor): CaseExpression {
  const start = cursor.expectKeyword("CASE");
  return cursor.nested(() => {
    const subject = cursor.isKeyword("WHEN") ? null : cursor.grammar.expression(cursor);
    const branches: Branch[] = [];
    while (cursor.acceptKeywords("WHEN")) {
      const conditions = parseConditions(cursor, subject);
      cursor.expectKeyword("THEN");
      branches.push({ conditions, result: cursor.grammar.expression(cursor) });
    }
    if (branches.length === 0) {
      cursor.fail(["`WHEN`"]);
    }
    const otherwise = cursor.acceptKeywords("ELSE") ? cursor.grammar.expression(cursor) : null;
    if (!cursor.acceptKeywords("END")) {
      cursor.fail(otherwise === null ? ["`WHEN`", "`ELSE`", "`END`"] : ["`END`"]);
    }
    const span = cursor.spanFrom(start);
    return { kind: "CaseExpression", ...lower(subject, branches), otherwise, span };
  });
}

/** `WHEN 1, > 5, IS NULL THEN x`: one condition, or several when there is a subject. */
function parseConditions(cursor: TokenCursor, subject: Expression | null): readonly Condition[] {
  if (subject === null) {
    return [{ form: "value", expression: cursor.grammar.expression(cursor) }];
  }
  const conditions = [parseCondition(cursor, subject)];
  while (cursor.acceptSymbol(",")) {
    conditions.push(parseCondition(cursor, subject));
  }
  return conditions;
}

function parseCondition(cursor: TokenCursor, subject: Expression): Condition {
  const test = parseNullTest(cursor, subject) ?? parseOperatorTest(cursor, subject);
  return test === null
    ? { form: "value", expression: cursor.grammar.expression(cursor) }
    : { form: "test", expression: test };
}

function parseNullTest(cursor: TokenCursor, operand: Expression): Expression | null {
  const start = cursor.current;
  const negated = cursor.acceptKeywords("IS", "NOT", "NULL");
  return negated || cursor.acceptKeywords("IS", "NULL")
    ? { kind: "NullCheck", operand, negated, span: cursor.spanFrom(start) }
    : null;
}

function parseOperatorTest(cursor: TokenCursor, subject: Expression): Expression | null {
  const start = cursor.current;
  const comparison = acceptComparison(cursor);
  if (comparison !== null) {
    const operands = [subject, cursor.grammar.expression(cursor)];
    const span = cursor.spanFrom(start);
    return { kind: "ComparisonChain", operands, operators: [comparison], span };
  }
  const operator = acceptPredicate(cursor);
  if (operator === null) {
    return null;
  }
  const right = cursor.grammar.expression(cursor);
  return { kind: "BinaryExpression", operator, left: subject, right, span: cursor.spanFrom(start) };
}

function acceptComparison(cursor: TokenCursor): ComparisonOperator | null {
  for (const operator of ["=", "<>", "<", "<=", ">", ">="] as const) {
    if (cursor.acceptSymbol(operator)) {
      return operator;
    }
  }
  return null;
}

function acceptPredicate(cursor: TokenCursor): BinaryOperator | null {
  if (cursor.acceptKeywords("STARTS", "WITH")) {
    return "starts-with";
  }
  if (cursor.acceptKeywords("ENDS", "WITH")) {
    return "ends-with";
  }
  return cursor.acceptSymbol("=~") ? "=~" : null;
}

/** With a test among the conditions, every branch becomes a condition on the subject. */
function lower(
  subject: Expression | null,
  branches: readonly Branch[],
): { readonly subject: Expression | null; readonly branches: readonly CaseBranch[] } {
  const hasTest = branches.some(({ conditions }) => conditions.some(({ form }) => form === "test"));
  const toCondition = ({ form, expression }: Condition): Expression =>
    form === "test" || subject === null
      ? expression
      : {
          kind: "ComparisonChain",
          operands: [subject, expression],
          operators: ["="],
          span: expression.span,
        };
  return {
    subject: hasTest ? null : subject,
    branches: branches.flatMap(({ conditions, result: then }) =>
      conditions.map((condition) => ({
        when: hasTest ? toCondition(condition) : condition.expression,
        then,
      })),
    ),
  };
}
