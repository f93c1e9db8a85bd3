import type { BinaryOperator, ComparisonOperator, Expression } from "../ast/expression.js";
import type { SourceSpan } from "../source/source-span.js";
import { parsePredicate } from "./parse-predicate.js";
import type { TokenCursor } from "./token-cursor.js";

/** Longer chains of one logical operator are built as a balanced tree, so that no later stage recurses deeply. */
const LONG_CHAIN = 32;

/**
 * Any expression; whoever calls it inside a bracket nests first. OR binds weakest, then XOR, AND, NOT,
 * comparison, predicates, `+ -`, `* / %`, `^`, signs.
 */
export function parseExpression(cursor: TokenCursor): Expression {
  return parseChain(cursor, "OR", "or", parseExclusiveDisjunction);
}

function parseExclusiveDisjunction(cursor: TokenCursor): Expression {
  return parseChain(cursor, "XOR", "xor", parseConjunction);
}

function parseConjunction(cursor: TokenCursor): Expression {
  return parseChain(cursor, "AND", "and", parseNegation);
}

function parseChain(
  cursor: TokenCursor,
  keyword: string,
  operator: "or" | "xor" | "and",
  parseOperand: (cursor: TokenCursor) => Expression,
): Expression {
  const first = parseOperand(cursor);
  if (!cursor.isKeyword(keyword)) {
    return first;
  }
  const operands = [first];
  while (cursor.acceptKeywords(keyword)) {
    operands.push(parseOperand(cursor));
  }
  return operands.length > LONG_CHAIN
    ? joinBalanced(operator, operands, 0, operands.length)
    : operands.reduce((left, right) => binary(operator, left, right));
}

function joinBalanced(
  operator: BinaryOperator,
  operands: readonly Expression[],
  from: number,
  to: number,
): Expression {
  const first = operands[from];
  if (first === undefined) {
    throw new TypeError("a chain has operands");
  }
  if (to - from === 1) {
    return first;
  }
  const middle = (from + to) >> 1;
  return binary(
    operator,
    joinBalanced(operator, operands, from, middle),
    joinBalanced(operator, operands, middle, to),
  );
}

/** A binary expression over two operands, spanning both. */
function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: "BinaryExpression", operator, left, right, span: join(left.span, right.span) };
}

function join(left: SourceSpan, right: SourceSpan): SourceSpan {
  return { start: left.start, end: right.end };
}

function parseNegation(cursor: TokenCursor): Expression {
  if (!cursor.isKeyword("NOT")) {
    return parseComparison(cursor);
  }
  const start = cursor.next();
  const operand = cursor.nested(() => parseNegation(cursor), cursor.closingPipe);
  return { kind: "UnaryExpression", operator: "not", operand, span: cursor.spanFrom(start) };
}

const COMPARISONS: ReadonlySet<string> = new Set<ComparisonOperator>([
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
]);

function isComparison(text: string): text is ComparisonOperator {
  return COMPARISONS.has(text);
}

/** `a < b <= c` is one chain; parentheses make chains of chains. */
function parseComparison(cursor: TokenCursor): Expression {
  const first = parsePredicate(cursor);
  const operands = [first];
  const operators: ComparisonOperator[] = [];
  for (;;) {
    const { kind, text } = cursor.current;
    if (kind !== "symbol" || !isComparison(text)) {
      break;
    }
    cursor.expectAscii(cursor.next());
    operators.push(text);
    operands.push(parsePredicate(cursor));
  }
  const last = operands.at(-1) ?? first;
  return operators.length === 0
    ? first
    : { kind: "ComparisonChain", operands, operators, span: join(first.span, last.span) };
}
