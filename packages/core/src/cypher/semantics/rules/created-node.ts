import type { NodePattern, PatternPart } from "../../ast/pattern.js";
import type { Scope } from "../scope.js";
import { assertAllMeant } from "./dynamic-label.js";
import { semanticError } from "./semantic-error.js";
import { variableAlreadyBound } from "./variable-already-bound.js";

/**
 * What is created is written out: it is not chosen, not repeated, and has no condition.
 * @throws CypherError `UnexpectedSyntax`
 */
export function assertCreatablePath(part: PatternPart, clause: "CREATE" | "MERGE"): void {
  const { element, selector, shortest } = part;
  const isSearched =
    selector !== null ||
    shortest !== null ||
    element.where !== null ||
    element.relationships.some(({ body }) => body !== null);
  if (isSearched) {
    throw semanticError(
      "UnexpectedSyntax",
      `${clause} is given a path to search for.`,
      part.span,
      "Write the nodes and relationships to make, one by one.",
    );
  }
}

/**
 * A node of CREATE or MERGE that is bound before can only be an end of a relationship, and adds
 * neither labels nor properties; a new one has plain labels.
 * @throws CypherError `VariableAlreadyBound`, `UnexpectedSyntax`
 */
export function assertCreatableNode(
  node: NodePattern,
  scope: Scope,
  place: { readonly clause: "CREATE" | "MERGE"; readonly lone: boolean },
): void {
  const { variable, labels, properties, where } = node;
  if (variable !== null && scope.has(variable.name)) {
    if (place.lone) {
      throw variableAlreadyBound(variable);
    }
    if (labels !== null || properties !== null) {
      throw variableAlreadyBound(
        variable,
        "Refer to it without labels and properties, and use SET to add some.",
      );
    }
  }
  if (labels !== null && !isConjunction(labels)) {
    throw semanticError(
      "UnexpectedSyntax",
      `${place.clause} takes labels joined by \`:\` or \`&\` only.`,
      node.span,
    );
  }
  assertAllMeant(labels, place.clause);
  if (where !== null) {
    throw semanticError(
      "UnexpectedSyntax",
      `${place.clause} takes no condition in a pattern.`,
      where.span,
      "Use MATCH to find nodes.",
    );
  }
}

function isConjunction(labels: NonNullable<NodePattern["labels"]>): boolean {
  return (
    labels.kind === "label" ||
    labels.kind === "dynamic" ||
    (labels.kind === "and" && isConjunction(labels.left) && isConjunction(labels.right))
  );
}
