import type { Statement } from "../ast/query.js";
import type { Catalog } from "../semantics/catalog.js";
import type { Plan, QueryPlan } from "./plan.js";
import { clauseWrites } from "./plan-call.js";
import { planQuery } from "./plan-query.js";
import type { Planning } from "./planning.js";
import { Scope } from "./scope.js";
import { SlotAllocator } from "./slots.js";
import { hasKind, walkAst } from "./walk-ast.js";

const DELETING: ReadonlySet<string> = new Set(["DeleteClause"]);
const NOTHING: Plan = { kind: "Argument" };

/** The logical plan of a statement that has passed the analysis, and what later stages share with it. */
export function planStatement(
  statement: Statement,
  catalog: Catalog,
): { readonly query: QueryPlan; readonly planning: Planning } {
  const planning = planningFor(statement, catalog);
  const scopes = { imports: Scope.empty, inside: Scope.empty };
  const planned = planQuery(planning, statement.query, scopes);
  return {
    query: {
      root: planned.plan ?? NOTHING,
      columns: planned.columns,
      writes: clauseWrites(statement.query),
      deletes: hasKind(statement, DELETING),
    },
    planning,
  };
}

function planningFor(statement: Statement, catalog: Catalog): Planning {
  const mentions = new Map<string, number>();
  let hasStar = false;
  walkAst(statement, (node) => {
    if (isNamed(node)) {
      mentions.set(node.name, (mentions.get(node.name) ?? 0) + 1);
    }
    return true;
  });
  walkProjections(statement, () => {
    hasStar = true;
  });
  let fresh = 0;
  return {
    slots: new SlotAllocator(),
    catalog,
    // A variable that is written once is only declared.
    isRead: (name) => hasStar || name.startsWith(" ") || (mentions.get(name) ?? 0) > 1,
    freshName: () => ` ${fresh++}`,
  };
}

function isNamed(node: object): node is { readonly kind: "Variable"; readonly name: string } {
  return "kind" in node && node.kind === "Variable";
}

/** Projections have no `kind`; those with a star are found through the clauses that own them. */
function walkProjections(statement: Statement, onStar: () => void): void {
  walkAst(statement, (node) => {
    if ("projection" in node && isStarred(node.projection)) {
      onStar();
    }
    if ("imports" in node && node.imports === "*") {
      onStar();
    }
    return true;
  });
}

function isStarred(projection: unknown): boolean {
  return (
    typeof projection === "object" &&
    projection !== null &&
    "star" in projection &&
    projection.star === true
  );
}
