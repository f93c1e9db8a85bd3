import type { DynamicLabel, Expression, LabelExpression } from "./expression.js";
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
  const labelled = `${name}${labels === null ? "" : `:${printLabels(labels, print)}`}${length === null ? "" : printLength(length)}`;
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
export function printLabels(labels: LabelExpression, print: PrintExpression): string {
  return printAt(labels, 0, print);
}

function printAt(labels: LabelExpression, atLeast: number, print: PrintExpression): string {
  switch (labels.kind) {
    case "label":
      return printName(labels.name);
    case "dynamic":
      return printDynamicLabel(labels, print);
    case "wildcard":
      return "%";
    case "not":
      return `!${printAt(labels.operand, 2, print)}`;
    case "and": {
      const both = `${printAt(labels.left, 1, print)}&${printAt(labels.right, 2, print)}`;
      return inParentheses(both, atLeast > 1);
    }
    case "or": {
      const either = `${printAt(labels.left, 0, print)}|${printAt(labels.right, 1, print)}`;
      return inParentheses(either, atLeast > 0);
    }
  }
}

/** `$(…)` or `$any(…)`. */
export function printDynamicLabel(
  { quantifier, names }: DynamicLabel,
  print: PrintExpression,
): string {
  return `$${quantifier === "any" ? "any" : ""}(${print(names)})`;
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
