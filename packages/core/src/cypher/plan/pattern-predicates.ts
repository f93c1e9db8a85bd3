import type { Expression, LabelExpression, MapLiteral, Parameter } from "../ast/expression.js";
import type { SourceSpan } from "../source/source-span.js";

/** `{key: value, …}` of a pattern as predicates over the element's variable. */
export function propertyPredicates(
  name: string,
  properties: MapLiteral | Parameter | null,
): readonly Expression[] {
  if (properties?.kind !== "MapLiteral") {
    return [];
  }
  return properties.entries.map(({ key, value }) => {
    const { span } = value;
    const subject: Expression = { kind: "Variable", name, span };
    const property: Expression = { kind: "PropertyAccess", subject, key, span };
    return { kind: "ComparisonChain", operands: [property, value], operators: ["="], span };
  });
}

/** `:Label` or a type expression of a pattern as a predicate over the element's variable. */
export function labelPredicate(
  name: string,
  labels: LabelExpression,
  span: SourceSpan,
): readonly Expression[] {
  if (labels.kind === "and") {
    return [
      ...labelPredicate(name, labels.left, span),
      ...labelPredicate(name, labels.right, span),
    ];
  }
  return [{ kind: "LabelPredicate", subject: { kind: "Variable", name, span }, labels, span }];
}
