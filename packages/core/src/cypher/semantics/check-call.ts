import type { ProcedureCallClause, SingleQuery, SubqueryCallClause } from "../ast/query.js";
import { type AnalysisContext, PLAIN_SITE } from "./analysis-context.js";
import type { ProcedureField, ProcedureSignature } from "./catalog.js";
import { checkWhere } from "./check-projection.js";
import { procedureFieldType } from "./procedure-types.js";
import {
  assertArgumentCount,
  assertArgumentType,
  implicitArguments,
  procedureNotFound,
  unknownField,
  yieldStarInQuery,
} from "./rules/procedure-call.js";
import { resolveVariable } from "./rules/undefined-variable.js";
import { assertUnbound } from "./rules/variable-already-bound.js";
import { Scope } from "./scope.js";
import type { StaticType } from "./static-type.js";

/** The scope after `CALL name(…)`. A call that is the whole query may leave arguments and fields out. */
export function checkProcedureCall(
  clause: ProcedureCallClause,
  scope: Scope,
  standalone: boolean,
  context: AnalysisContext,
): Scope {
  const signature = context.catalog.findProcedure(clause.name);
  if (signature === undefined) {
    throw procedureNotFound(clause, context.catalog);
  }
  context.writes ||= signature.writes === true;
  checkArguments(clause, signature, scope, standalone, context);
  if (clause.yieldStar && !standalone) {
    throw yieldStarInQuery(clause);
  }
  const extended = scope.withAll(yieldedFields(clause, signature, scope, standalone));
  if (clause.where !== null) {
    checkWhere(clause.where, extended, context);
  }
  return extended;
}

function checkArguments(
  clause: ProcedureCallClause,
  signature: ProcedureSignature,
  scope: Scope,
  standalone: boolean,
  context: AnalysisContext,
): void {
  if (clause.arguments === null) {
    if (!standalone) {
      throw implicitArguments(clause, signature);
    }
    for (const { name } of signature.inputs) {
      context.parameters.add(name);
    }
    return;
  }
  assertArgumentCount(clause, signature);
  clause.arguments.forEach((argument, index) => {
    const type = context.checks.expression(argument, scope, PLAIN_SITE, context);
    const input = signature.inputs[index];
    if (input !== undefined) {
      assertArgumentType(type, input, argument.span);
    }
  });
}

function yieldedFields(
  clause: ProcedureCallClause,
  signature: ProcedureSignature,
  scope: Scope,
  standalone: boolean,
): readonly (readonly [string, StaticType])[] {
  if (clause.yields === null) {
    const all = standalone ? signature.outputs : [];
    return all.map((field) => [field.name, procedureFieldType(field)]);
  }
  let seen = scope;
  return clause.yields.map(({ field, variable }) => {
    const output = signature.outputs.find(({ name }: ProcedureField) => name === field);
    if (output === undefined) {
      throw unknownField(clause, signature, field, variable.span);
    }
    assertUnbound(variable, seen);
    const type = procedureFieldType(output);
    seen = seen.with(variable.name, type);
    return [variable.name, type];
  });
}

/** The scope after `CALL { … }`. */
export function checkSubqueryCall(
  clause: SubqueryCallClause,
  scope: Scope,
  context: AnalysisContext,
): Scope {
  const columns = context.checks.query(
    clause.query,
    importedScope(clause, scope),
    clause.imports === null ? "importing-call" : "call",
    context,
  );
  let extended = scope;
  for (const [name, type] of columns ?? []) {
    assertUnbound({ kind: "Variable", name, span: clause.span }, extended);
    extended = extended.with(name, type);
  }
  return extended;
}

function importedScope(clause: SubqueryCallClause, scope: Scope): Scope {
  if (clause.imports === null || clause.imports === "*") {
    return scope;
  }
  return Scope.of(
    clause.imports.map((variable) => [variable.name, resolveVariable(variable, scope)]),
  );
}

/** Whether a part of `CALL { … }` starts with the WITH that imports variables: nothing but their names. */
export function startsWithImport(part: SingleQuery): boolean {
  const [first] = part.clauses;
  return (
    first?.kind === "WithClause" &&
    first.where === null &&
    !first.projection.distinct &&
    first.projection.orderBy.length === 0 &&
    first.projection.skip === null &&
    first.projection.limit === null &&
    first.projection.items.every(
      ({ alias, expression }) => alias === null && expression.kind === "Variable",
    )
  );
}
