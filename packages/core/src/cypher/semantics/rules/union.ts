import type { Query } from "../../ast/query.js";
import type { QueryColumns } from "../analysis-context.js";
import { semanticError } from "./semantic-error.js";

/** @throws CypherError `InvalidClauseComposition` when UNION and UNION ALL are mixed */
export function assertOneKindOfUnion(query: Query): void {
  const different = query.all.findIndex((all) => all !== query.all[0]);
  if (different !== -1) {
    throw semanticError(
      "InvalidClauseComposition",
      "UNION and UNION ALL are mixed in one query.",
      query.parts[different + 1]?.span ?? query.span,
      "Use one of them throughout.",
    );
  }
}

/** @throws CypherError `DifferentColumnsInUnion` when a part returns other columns than the first */
export function assertSameColumns(query: Query, columns: readonly QueryColumns[]): void {
  const names = columns.map((part) => part?.map(([name]) => name) ?? []);
  const first = names[0] ?? [];
  const different = names.findIndex(
    (part) => part.length !== first.length || part.some((name, index) => name !== first[index]),
  );
  if (different !== -1) {
    throw semanticError(
      "DifferentColumnsInUnion",
      `The parts of a UNION return different columns: ${list(first)} and ${list(names[different] ?? [])}.`,
      query.parts[different]?.span ?? query.span,
      "Give them the same names in the same order with AS.",
    );
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
}
