import { CypherError } from "../source/cypher-error.js";
import type { Analysis } from "./analyze.js";

/** @throws CypherError `ParameterMissing` when the statement uses a parameter that has no value */
export function checkParameters(
  analysis: Analysis,
  parameters: { has(name: string): boolean },
): void {
  const missing = analysis.parameters.filter((name) => !parameters.has(name));
  if (missing.length > 0) {
    const names = missing.map((name) => `\`$${name}\``).join(", ");
    throw new CypherError({
      kind: "ParameterMissing",
      phase: "compile time",
      detail: "MissingParameter",
      message: `The query uses ${names} and was given no value for ${missing.length === 1 ? "it" : "them"}.`,
      hint: "Pass a value, or null.",
    });
  }
}
