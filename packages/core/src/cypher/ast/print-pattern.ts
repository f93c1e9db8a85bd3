import type { Expression, LabelExpression } from "./expression.js";
import type {
  NodePattern,
  PathSelector,
  Pattern,
  PatternElement,
  PatternPart,
  RelationshipPattern,
  VariableLength,
} from "./pattern.js";
import { printName } from "./print-name.js";

type PrintExpression = (expression: Expression) => string;

/** The pattern as Cypher. */
export function printPattern(pattern: Pattern, print: PrintExpression): string {
  return pattern.parts.map((part) => printPart(part, print)).join(", ");
}

/** One part of a pattern, with its path variable. */
export function printPart(part: PatternPart, print: PrintExpression): string {
  const name = part.variable === null ? "" : `${printName(part.variable.name)} = `;
  const element = printWhole(part.element, print);
  const selector = part.selector === null ? "" : `${printSelector(part.selector)} `;
  switch (part.shortest) {
    case "one":
      return `${name}shortestPath(${element})`;
    case "all":
      return `${name}allShortestPaths(${element})`;
    case null:
      return `${name}${selector}${element}`;
  }
}

function printSelector({ count, groups, any }: PathSelector): string {
  if (any) {
    return count === 1 ? "ANY" : `ANY ${count}`;
  }
  if (count === 1) {
    return groups ? "ALL SHORTEST" : "ANY SHORTEST";
  }
  return `SHORTEST ${count}${groups ? " GROUPS" : ""}`;
}

/** A chain with the condition that stands with it in parentheses. */
function printWhole(element: PatternElement, print: PrintExpression): string {
  const chain = printElement(element, print);
  return element.where === null ? chain : `(${chain} WHERE ${print(element.where)})`;
}

/** A chain of nodes and relationships. */
export function printElement(element: PatternElement, print: PrintExpression): string {
  return element.nodes
    .map((node, index) => {
      const relationship = element.relationships[index];
      const tail = relationship === undefined ? "" : printRelationship(relationship, print);
      return `${printNode(node, print)}${tail}`;
    })
    .join("");
}

function printNode(node: NodePattern, print: PrintExpression): string {
  return `(${printInside(node, node.labels, null, print)})`;
}

function printRelationship(relationship: RelationshipPattern, print: PrintExpression): string {
  const { body: repeated, length } = relationship;
  if (repeated !== null) {
    const inside = printWhole(repeated, print);
    const times = length === null ? "" : printTimes(length);
    return repeated.where === null ? ` (${inside})${times} ` : ` ${inside}${times} `;
  }
  const inside = printInside(relationship, relationship.types, relationship.length, print);
  const body = inside === "" ? "" : `[${inside}]`;
  const left = relationship.direction === "left" ? "<-" : "-";
  const right = relationship.direction === "right" ? "->" : "-";
  return `${left}${body}${right}`;
}

function printInside(
  element: NodePattern | RelationshipPattern,
  labels: LabelExpression | null,
  length: VariableLength | null,
  print: PrintExpression,
): string {
  const name = element.variable === null ? "" : printName(element.variable.name);
  const labelled = `${name}${labels === null ? "" : `:${printLabels(labels)}`}${length === null ? "" : printLength(length)}`;
  const properties = element.properties === null ? [] : [print(element.properties)];
  const where = element.where === null ? [] : [`WHERE ${print(element.where)}`];
  return [...(labelled === "" ? [] : [labelled]), ...properties, ...where].join(" ");
}

function printTimes({ min, max }: VariableLength): string {
  return min === max ? `{${min}}` : `{${min},${max ?? ""}}`;
}

function printLength({ min, max }: VariableLength): string {
  if (max === null) {
    return min === 1 ? "*" : `*${min}..`;
  }
  return min === max ? `*${min}` : `*${min}..${max}`;
}

/** A label expression without its leading colon. */
export function printLabels(labels: LabelExpression): string {
  return printAt(labels, 0);
}

function printAt(labels: LabelExpression, atLeast: number): string {
  switch (labels.kind) {
    case "label":
      return printName(labels.name);
    case "wildcard":
      return "%";
    case "not":
      return `!${printAt(labels.operand, 2)}`;
    case "and":
      return inParentheses(`${printAt(labels.left, 1)}&${printAt(labels.right, 2)}`, atLeast > 1);
    case "or":
      return inParentheses(`${printAt(labels.left, 0)}|${printAt(labels.right, 1)}`, atLeast > 0);
  }
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
