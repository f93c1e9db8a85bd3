import type { Expression, LabelExpression, MapProjectionItem, Reduce } from "./expression.js";
import type { Pattern, PatternElement } from "./pattern.js";

/**
 * The expressions directly inside one, in text order, those in its patterns included. A subquery
 * with a whole query inside has none: its clauses have scopes of their own.
 */
export function expressionChildren(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "IntegerLiteral":
    case "FloatLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "Parameter":
    case "Variable":
      return [];
    case "ListLiteral":
      return expression.items;
    case "MapLiteral":
      return expression.entries.map(({ value }) => value);
    case "PropertyAccess":
      return [expression.subject];
    case "LabelPredicate":
      return [expression.subject, ...dynamicNames(expression.labels)];
    case "IndexAccess":
      return [expression.subject, expression.index];
    case "SliceAccess":
      return present(expression.subject, expression.from, expression.to);
    case "UnaryExpression":
    case "NullCheck":
    case "IsPredicate":
      return [expression.operand];
    case "BinaryExpression":
      return [expression.left, expression.right];
    case "ComparisonChain":
      return expression.operands;
    case "FunctionCall":
      return expression.arguments;
    case "CaseExpression":
      return present(
        expression.subject,
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        expression.otherwise,
      );
    case "ListComprehension":
      return present(expression.list, expression.where, expression.projection);
    case "PatternComprehension":
      return [
        ...patternExpressions(expression.pattern),
        ...present(expression.where, expression.projection),
      ];
    case "Quantifier":
      return present(expression.list, expression.where);
    case "Reduce":
      return reduceParts(expression);
    case "PatternPredicate":
    case "ShortestPathExpression":
      return patternExpressions(expression.pattern);
    case "SubqueryExpression":
      return expression.body.kind === "query"
        ? []
        : [...allPatternExpressions(expression.body.pattern), ...present(expression.body.where)];
    case "MapProjection":
      return [expression.subject, ...expression.items.flatMap(projectedBy)];
  }
}

function reduceParts({ initial, list, expression, condition }: Reduce): readonly Expression[] {
  return present(initial, list, expression, condition);
}

function projectedBy(item: MapProjectionItem): readonly Expression[] {
  switch (item.kind) {
    case "entry":
      return [item.value];
    case "variable":
      return [item.variable];
    default:
      return [];
  }
}

function present(...expressions: readonly (Expression | null)[]): readonly Expression[] {
  return expressions.filter((expression) => expression !== null);
}

function allPatternExpressions(pattern: Pattern): readonly Expression[] {
  return pattern.parts.flatMap(({ element }) => patternExpressions(element));
}

/** Property maps and inline conditions of a pattern, nodes and relationships in turn. */
export function patternExpressions(element: PatternElement): readonly Expression[] {
  return element.nodes.flatMap((node, index) => {
    const relationship = element.relationships[index];
    const after = relationship === undefined ? [] : [relationship.properties, relationship.where];
    const repeated = relationship?.body == null ? [] : patternExpressions(relationship.body);
    const own = index === 0 ? [element.where] : [];
    const types = relationship === undefined ? null : relationship.types;
    return [
      ...dynamicNames(node.labels),
      ...present(...own, node.properties, node.where),
      ...dynamicNames(types),
      ...present(...after),
      ...repeated,
    ];
  });
}

/** The expressions in a label expression, in text order. */
export function dynamicNames(labels: LabelExpression | null): readonly Expression[] {
  switch (labels?.kind) {
    case "dynamic":
      return [labels.names];
    case "not":
      return dynamicNames(labels.operand);
    case "and":
    case "or":
      return [...dynamicNames(labels.left), ...dynamicNames(labels.right)];
    default:
      return [];
  }
}

/** Names in a label expression, in text order. */
export function labelNames(labels: LabelExpression): readonly string[] {
  switch (labels.kind) {
    case "label":
      return [labels.name];
    case "dynamic":
    case "wildcard":
      return [];
    case "not":
      return labelNames(labels.operand);
    case "and":
    case "or":
      return [...labelNames(labels.left), ...labelNames(labels.right)];
  }
}
