import { CypherError } from "../../source/cypher-error.js";
import type { SourceSpan } from "../../source/source-span.js";
import {
  describeType,
  describeTypes,
  mayBe,
  type StaticType,
  type TypeKind,
} from "../static-type.js";
import { semanticError } from "./semantic-error.js";

/**
 * @param what names the place in the message, such as ``The right side of `IN` ``
 * @throws CypherError `InvalidArgumentType` when a value of the type can be none of the kinds
 */
export function assertType(
  type: StaticType,
  kinds: readonly TypeKind[],
  what: string,
  span: SourceSpan,
  hint: string | null = null,
): void {
  if (!mayBe(type, ...kinds)) {
    throw semanticError(
      "InvalidArgumentType",
      `${what} is ${describeType(type.kind)} where ${describeTypes(kinds)} is expected.`,
      span,
      hint,
    );
  }
}

const WITH_PROPERTIES: readonly TypeKind[] = [
  "node",
  "relationship",
  "map",
  "temporal",
  "duration",
  "point",
];

/**
 * The TCK calls a property look-up on a path a SyntaxError and one on a plain value a TypeError.
 * @throws CypherError `InvalidArgumentType`
 */
export function assertHasProperties(type: StaticType, key: string, span: SourceSpan): void {
  if (mayBe(type, ...WITH_PROPERTIES)) {
    return;
  }
  throw new CypherError({
    kind: type.kind === "path" ? "SyntaxError" : "TypeError",
    phase: "compile time",
    detail: "InvalidArgumentType",
    message: `The property \`${key}\` is looked up in ${describeType(type.kind)}.`,
    span,
    hint: "Only nodes, relationships, maps, points and temporal values have properties.",
  });
}
