import type { BranchClause, Query } from "../../ast/query.js";
import type { SourceSpan } from "../../source/source-span.js";
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
  assertAlike("The parts of a UNION", query.parts, columns);
}

/** @throws CypherError `DifferentColumnsInUnion` when a branch of WHEN returns other columns than the first */
export function assertSameBranches(
  { branches }: BranchClause,
  columns: readonly QueryColumns[],
): void {
  const queries = branches.map(({ query }) => query);
  assertAlike("The branches of WHEN", queries, columns);
}

function assertAlike(
  what: string,
  parts: readonly { readonly span: SourceSpan }[],
  columns: readonly QueryColumns[],
): void {
  const names = columns.map((part) => part?.map(([name]) => name) ?? []);
  const first = names[0] ?? [];
  const different = names.findIndex(
    (part) => part.length !== first.length || part.some((name, index) => name !== first[index]),
  );
  if (different !== -1) {
    throw semanticError(
      "DifferentColumnsInUnion",
      `${what} return different columns: ${list(first)} and ${list(names[different] ?? [])}.`,
      parts[different]?.span ?? { start: 0, end: 1 },
      "Give them the same names in the same order with AS.",
    );
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
}
