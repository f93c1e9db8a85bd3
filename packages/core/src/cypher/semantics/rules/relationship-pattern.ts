import { labelNames } from "../../ast/expression-children.js";
import type { RelationshipPattern } from "../../ast/pattern.js";
import { assertAllMeant } from "./dynamic-label.js";
import { semanticError } from "./semantic-error.js";

/**
 * What CREATE and MERGE ask of a relationship: one type, one hop, and for CREATE a direction.
 * @throws CypherError `CreatingVarLength`, `NoSingleRelationshipType`, `RequiresDirectedRelationship`
 */
export function assertCreatable(
  relationship: RelationshipPattern,
  clause: "CREATE" | "MERGE",
): void {
  const { span, types } = relationship;
  if (relationship.length !== null) {
    throw semanticError(
      "CreatingVarLength",
      `${clause} needs a single relationship and found one of variable length.`,
      span,
      "Write out each relationship.",
    );
  }
  const names = types === null ? [] : labelNames(types);
  assertAllMeant(types, clause);
  if (types?.kind !== "label" && types?.kind !== "dynamic") {
    throw semanticError(
      "NoSingleRelationshipType",
      `${clause} needs exactly one relationship type and found ${names.length === 0 ? "none" : names.length}.`,
      span,
      "Write for example `-[:KNOWS]->`.",
    );
  }
  if (clause === "CREATE" && relationship.direction === "none") {
    throw semanticError(
      "RequiresDirectedRelationship",
      "CREATE needs a direction for each relationship.",
      span,
      "Write `-[…]->` or `<-[…]-`.",
    );
  }
}
