import type {
  BinaryOperator,
  CaseExpression,
  Expression,
  FunctionCall,
  IsPredicate,
  MapEntry,
  MapProjectionItem,
  Reduce,
  SubqueryExpression,
} from "./expression.js";
import { printName, printQualifiedName, printString } from "./print-name.js";
import { printElement, printLabels, printPattern } from "./print-pattern.js";
import type { Query } from "./query.js";
import { printValueType } from "./value-type.js";

/** How tightly an expression binds, weakest first; parentheses go around what binds too weakly. */
const LEVELS = {
  or: 1,
  xor: 2,
  and: 3,
  not: 4,
  comparison: 5,
  predicate: 6,
  sum: 7,
  product: 8,
  power: 9,
  sign: 10,
  label: 11,
  atom: 12,
} as const;

interface PrintedOperator {
  readonly level: number;
  readonly text: string;
}

const OPERATORS: Readonly<Record<BinaryOperator, PrintedOperator>> = {
  or: { level: LEVELS.or, text: "OR" },
  xor: { level: LEVELS.xor, text: "XOR" },
  and: { level: LEVELS.and, text: "AND" },
  in: { level: LEVELS.predicate, text: "IN" },
  contains: { level: LEVELS.predicate, text: "CONTAINS" },
  "starts-with": { level: LEVELS.predicate, text: "STARTS WITH" },
  "ends-with": { level: LEVELS.predicate, text: "ENDS WITH" },
  "=~": { level: LEVELS.predicate, text: "=~" },
  "+": { level: LEVELS.sum, text: "+" },
  "-": { level: LEVELS.sum, text: "-" },
  "*": { level: LEVELS.product, text: "*" },
  "/": { level: LEVELS.product, text: "/" },
  "%": { level: LEVELS.product, text: "%" },
  "^": { level: LEVELS.power, text: "^" },
};

/** What the expression printer leaves to others, so that files need not import each other. */
export interface Printers {
  readonly query: (query: Query) => string;
}

/** The expression as Cypher, with the fewest parentheses. Parsing it again gives the same tree. */
export function printExpression(expression: Expression, printers: Printers): string {
  return print(expression, 0, printers);
}

function print(expression: Expression, atLeast: number, printers: Printers): string {
  const text = printBare(expression, printers);
  return levelOf(expression) < atLeast ? `(${text})` : text;
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case "BinaryExpression":
      return OPERATORS[expression.operator].level;
    case "ComparisonChain":
      return LEVELS.comparison;
    case "NullCheck":
    case "IsPredicate":
      return LEVELS.predicate;
    case "UnaryExpression":
      return expression.operator === "not" ? LEVELS.not : LEVELS.sign;
    case "IntegerLiteral":
    case "FloatLiteral":
      return isNegative(expression.value) ? LEVELS.sign : LEVELS.atom;
    case "LabelPredicate":
    case "PatternPredicate":
      return LEVELS.label;
    default:
      return LEVELS.atom;
  }
}

function isNegative(value: number | bigint): boolean {
  return value < 0 || Object.is(value, -0);
}

function printBare(expression: Expression, printers: Printers): string {
  const at = (part: Expression, level: number) => print(part, level, printers);
  const whole = (part: Expression) => print(part, 0, printers);
  switch (expression.kind) {
    case "PropertyAccess":
      return `${at(expression.subject, LEVELS.atom)}.${printName(expression.key)}`;
    case "IndexAccess":
      return `${at(expression.subject, LEVELS.atom)}[${whole(expression.index)}]`;
    case "SliceAccess": {
      const from = expression.from === null ? "" : whole(expression.from);
      const to = expression.to === null ? "" : whole(expression.to);
      return `${at(expression.subject, LEVELS.atom)}[${from}..${to}]`;
    }
    case "LabelPredicate":
      return `${at(expression.subject, LEVELS.atom)}:${printLabels(expression.labels, whole)}`;
    case "UnaryExpression":
      return printUnary(expression.operator, expression.operand, printers);
    case "BinaryExpression": {
      const { level, text } = OPERATORS[expression.operator];
      return `${at(expression.left, level)} ${text} ${at(expression.right, level + 1)}`;
    }
    case "ComparisonChain":
      return expression.operands
        .map((operand, index) => {
          const operator = expression.operators[index];
          const text = at(operand, LEVELS.predicate);
          return operator === undefined ? text : `${text} ${operator} `;
        })
        .join("");
    case "NullCheck": {
      const check = expression.negated ? "IS NOT NULL" : "IS NULL";
      return `${at(expression.operand, LEVELS.predicate)} ${check}`;
    }
    case "IsPredicate":
      return `${at(expression.operand, LEVELS.predicate)} ${printIs(expression)}`;
    case "CaseExpression":
      return printCase(expression, printers);
    default:
      return printAtom(expression, printers);
  }
}

type OperatorKind =
  | "PropertyAccess"
  | "IndexAccess"
  | "SliceAccess"
  | "LabelPredicate"
  | "UnaryExpression"
  | "BinaryExpression"
  | "ComparisonChain"
  | "NullCheck"
  | "IsPredicate"
  | "CaseExpression";

function printAtom(
  expression: Exclude<Expression, { readonly kind: OperatorKind }>,
  printers: Printers,
): string {
  const whole = (part: Expression) => print(part, 0, printers);
  switch (expression.kind) {
    case "IntegerLiteral":
      return String(expression.value);
    case "FloatLiteral":
      return printFloat(expression.value);
    case "StringLiteral":
      return printString(expression.value);
    case "BooleanLiteral":
      return String(expression.value);
    case "NullLiteral":
      return "null";
    case "Parameter":
      return `$${printName(expression.name)}`;
    case "Variable":
      return printName(expression.name);
    case "ListLiteral":
      return `[${expression.items.map(whole).join(", ")}]`;
    case "MapLiteral":
      return `{${printEntries(expression.entries, printers)}}`;
    case "FunctionCall":
      return printCall(expression, printers);
    case "ListComprehension":
      return `[${printName(expression.variable.name)} IN ${whole(expression.list)}${printWhere(expression.where, printers)}${expression.projection === null ? "" : ` | ${whole(expression.projection)}`}]`;
    case "PatternComprehension": {
      const name = expression.variable === null ? "" : `${printName(expression.variable.name)} = `;
      const pattern = printElement(expression.pattern, whole);
      return `[${name}${pattern}${printWhere(expression.where, printers)} | ${whole(expression.projection)}]`;
    }
    case "Quantifier":
      return `${expression.quantifier}(${printName(expression.variable.name)} IN ${whole(expression.list)}${printWhere(expression.where, printers)})`;
    case "Reduce":
      return printReduce(expression, whole);
    case "PatternPredicate":
      return printElement(expression.pattern, whole);
    case "ShortestPathExpression":
      return `${expression.all ? "allShortestPaths" : "shortestPath"}(${printElement(expression.pattern, whole)})`;
    case "SubqueryExpression":
      return `${expression.form.toUpperCase()} { ${printSubqueryBody(expression.body, printers)} }`;
    case "MapProjection":
      return `${printName(expression.subject.name)} {${expression.items.map((item) => printProjectionItem(item, printers)).join(", ")}}`;
  }
}

function printIs({ negated, test }: IsPredicate): string {
  const is = negated ? "IS NOT" : "IS";
  return test.kind === "type"
    ? `${is} :: ${printValueType(test.types)}`
    : `${is} ${test.form} NORMALIZED`;
}

function printUnary(operator: "not" | "+" | "-", operand: Expression, printers: Printers): string {
  if (operator === "not") {
    return `NOT ${print(operand, LEVELS.not, printers)}`;
  }
  // A sign right before digits would become part of the literal.
  const isNumber = operand.kind === "IntegerLiteral" || operand.kind === "FloatLiteral";
  return `${operator}${print(operand, isNumber ? LEVELS.atom + 1 : LEVELS.sign, printers)}`;
}

function printReduce(
  { accumulator, initial, variable, list, expression, condition }: Reduce,
  print: (expression: Expression) => string,
): string {
  const start = `${printName(accumulator.name)} = ${print(initial)}, ${printName(variable.name)}`;
  const body = `${start} IN ${print(list)} | ${print(expression)}`;
  return condition === null ? `reduce(${body})` : `allReduce(${body}, ${print(condition)})`;
}

function printFloat(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : `${value < 0 ? "-" : ""}INFINITY`;
  }
  if (Object.is(value, -0)) {
    return "-0.0";
  }
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function printCall(call: FunctionCall, printers: Printers): string {
  const args = call.star
    ? "*"
    : call.arguments.map((argument) => print(argument, 0, printers)).join(", ");
  return `${printQualifiedName(call.name)}(${call.distinct ? "DISTINCT " : ""}${args})`;
}

function printCase(expression: CaseExpression, printers: Printers): string {
  const whole = (part: Expression) => print(part, 0, printers);
  const subject = expression.subject === null ? "" : ` ${whole(expression.subject)}`;
  const branches = expression.branches.map(
    ({ when, then }) => ` WHEN ${whole(when)} THEN ${whole(then)}`,
  );
  const otherwise = expression.otherwise === null ? "" : ` ELSE ${whole(expression.otherwise)}`;
  return `CASE${subject}${branches.join("")}${otherwise} END`;
}

function printWhere(where: Expression | null, printers: Printers): string {
  return where === null ? "" : ` WHERE ${print(where, 0, printers)}`;
}

function printEntries(entries: readonly MapEntry[], printers: Printers): string {
  return entries
    .map(({ key, value }) => `${printName(key)}: ${print(value, 0, printers)}`)
    .join(", ");
}

function printProjectionItem(item: MapProjectionItem, printers: Printers): string {
  switch (item.kind) {
    case "all-properties":
      return ".*";
    case "property":
      return `.${printName(item.key)}`;
    case "variable":
      return printName(item.variable.name);
    case "entry":
      return printEntries([item], printers);
  }
}

function printSubqueryBody(body: SubqueryExpression["body"], printers: Printers): string {
  return body.kind === "query"
    ? printers.query(body.query)
    : `${printPattern(body.pattern, (part) => print(part, 0, printers))}${printWhere(body.where, printers)}`;
}
