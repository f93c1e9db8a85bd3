import type { DynamicLabel, LabelExpression, LabelPredicate } from "../../ast/expression.js";
import { dynamicNames } from "../../ast/expression-children.js";
import type { WrittenName } from "../../ast/query.js";
import { semanticError } from "./semantic-error.js";

/**
 * Labels that a row says stand in patterns, SET and REMOVE only, as in Neo4j.
 * @throws CypherError `UnexpectedSyntax`
 */
export function assertFixedLabels({ labels, span }: LabelPredicate): void {
  if (dynamicNames(labels).length > 0) {
    throw semanticError(
      "UnexpectedSyntax",
      "A condition tests a label or type that is not written out.",
      span,
      "Write `$label IN labels(n)` or `type(r) = $type`, or test it in the pattern, as in `(n:$($label))`.",
    );
  }
}

/** @throws CypherError `UnexpectedSyntax` for `$any(…)` where a name is written, not looked for */
export function assertAllMeant(labels: LabelExpression | null, clause: string): void {
  if (labels?.kind === "dynamic" && labels.quantifier === "any") {
    throw anyToWrite(labels, clause);
  }
  if (labels?.kind === "and") {
    assertAllMeant(labels.left, clause);
    assertAllMeant(labels.right, clause);
  }
}

/** @throws CypherError `UnexpectedSyntax` for `$any(…)` among labels of SET and REMOVE */
export function assertWritable(labels: readonly WrittenName[], clause: string): void {
  for (const label of labels) {
    if (typeof label !== "string") {
      assertAllMeant(label, clause);
    }
  }
}

function anyToWrite({ span }: DynamicLabel, clause: string) {
  return semanticError(
    "UnexpectedSyntax",
    `${clause} cannot choose one of several labels.`,
    span,
    "Write `$(…)` or `$all(…)`, which stand for all of them.",
  );
}
