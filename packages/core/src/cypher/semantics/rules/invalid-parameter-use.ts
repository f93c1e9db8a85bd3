import type { Parameter } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import { semanticError } from "./semantic-error.js";

/** The error for a parameter that stands for all properties of a pattern. */
export function parameterAsProperties(
  parameter: Parameter,
  clause: "MATCH" | "MERGE",
): CypherError {
  return semanticError(
    "InvalidParameterUse",
    `The parameter \`$${parameter.name}\` cannot stand for all properties in ${clause}.`,
    parameter.span,
    `Name the properties, as in \`{name: $${parameter.name}.name}\`.`,
  );
}
