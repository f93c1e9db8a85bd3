import type { AnyClause, SingleQuery } from "../../ast/query.js";
import { semanticError } from "./semantic-error.js";

const READING = new Set<AnyClause["kind"]>([
  "MatchClause",
  "UnwindClause",
  "ProcedureCallClause",
  "SubqueryCallClause",
]);
const UPDATING = new Set<AnyClause["kind"]>([
  "CreateClause",
  "MergeClause",
  "SetClause",
  "RemoveClause",
  "DeleteClause",
  "ForeachClause",
]);

function isUpdating(clause: AnyClause): boolean {
  return UPDATING.has(clause.kind);
}

/** The keyword a clause starts with. */
function clauseName(clause: AnyClause): string {
  switch (clause.kind) {
    case "ProcedureCallClause":
    case "SubqueryCallClause":
      return "CALL";
    default:
      return clause.kind.replace("Clause", "").toUpperCase();
  }
}

/**
 * Whether the clauses of a query may follow each other: RETURN comes last, WITH stands between
 * writing and reading, and the last clause returns or writes.
 * @throws CypherError `InvalidClauseComposition`
 */
export function assertComposition(query: SingleQuery, endsOpen: boolean): void {
  let previous: AnyClause | null = null;
  for (const clause of query.clauses) {
    if (previous?.kind === "ReturnClause" || previous?.kind === "FinishClause") {
      throw composition(
        clause,
        `${clauseName(previous)} ends a query; nothing but UNION and NEXT can follow it.`,
        "Use WITH to go on.",
      );
    }
    if (previous !== null && isUpdating(previous) && READING.has(clause.kind)) {
      throw composition(
        clause,
        `${clauseName(clause)} cannot directly follow ${clauseName(previous)}.`,
        `Put \`WITH *\` before ${clauseName(clause)}.`,
      );
    }
    previous = clause;
  }
  if (previous !== null && !endsOpen && !mayConclude(previous)) {
    throw composition(
      previous,
      `A query cannot end with ${clauseName(previous)}.`,
      "End it with RETURN or with a clause that writes.",
    );
  }
}

function mayConclude(clause: AnyClause): boolean {
  return (
    clause.kind === "ReturnClause" ||
    clause.kind === "FinishClause" ||
    clause.kind === "BranchClause" ||
    clause.kind === "ProcedureCallClause" ||
    clause.kind === "SubqueryCallClause" ||
    isUpdating(clause)
  );
}

function composition(clause: AnyClause, message: string, hint: string) {
  return semanticError("InvalidClauseComposition", message, clause.span, hint);
}

/** @throws CypherError `InvalidClauseComposition` for a clause that writes inside an expression */
export function assertReadOnly(query: SingleQuery): void {
  const update = query.clauses.find(isUpdating);
  if (update !== undefined) {
    throw composition(
      update,
      `${clauseName(update)} stands inside an expression, which can only read.`,
      "Write in a clause of its own.",
    );
  }
}
