import { didYouMean } from "../../../text/did-you-mean.js";
import type { ProcedureCallClause } from "../../ast/query.js";
import { CypherError } from "../../source/cypher-error.js";
import type { SourceSpan } from "../../source/source-span.js";
import type { Catalog, ProcedureField, ProcedureSignature } from "../catalog.js";
import { procedureFieldType } from "../procedure-types.js";
import { describeType, mayBe, type StaticType } from "../static-type.js";
import { semanticError } from "./semantic-error.js";
import { expectedCount } from "./unknown-function.js";

/** What to write in place of procedures that are left out on purpose. */
const INSTEAD: readonly (readonly [string, string])[] = [
  ["apoc.load.", "Queries open no files but those of LOAD CSV."],
  ["apoc.periodic.", "A statement is one transaction in memory: write what it would run."],
  ["apoc.cypher.", "Texts are not run as queries from within a query: write what it would run."],
  ["apoc.refactor.", "Write the change with MATCH, MERGE, SET and DELETE."],
  ["db.index.vector.", "Order by `vector.similarity.cosine()`."],
  ["gds.", "Of gds there are `gds.graph.project` and algorithms that end in `.stream`."],
];

/** The error for a procedure the catalog does not have. */
export function procedureNotFound(clause: ProcedureCallClause, catalog: Catalog): CypherError {
  const near = didYouMean(clause.name, catalog.procedureNames?.() ?? []);
  const name = clause.name.toLowerCase();
  const instead = INSTEAD.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
  return new CypherError({
    kind: "ProcedureError",
    phase: "compile time",
    detail: "ProcedureNotFound",
    message: `There is no procedure \`${clause.name}\`.`,
    span: clause.span,
    hint: near === null ? instead : `Did you mean \`${near}\`?`,
  });
}

/** @throws CypherError `InvalidNumberOfArguments` */
export function assertArgumentCount(
  clause: ProcedureCallClause,
  signature: ProcedureSignature,
): void {
  const given = clause.arguments?.length ?? 0;
  const most = signature.inputs.length;
  const least = signature.inputs.filter(({ optional }) => optional !== true).length;
  if (given < least || given > most) {
    throw semanticError(
      "InvalidNumberOfArguments",
      `\`${clause.name}\` takes ${expectedCount(least, most)}, not ${given}.`,
      clause.span,
    );
  }
}

/** An integer does for a float. @throws CypherError `InvalidArgumentType` */
export function assertArgumentType(
  type: StaticType,
  input: ProcedureField,
  span: SourceSpan,
): void {
  const expected = procedureFieldType(input);
  const isNumber = expected.kind === "float" && mayBe(type, "integer");
  if (expected.kind !== "any" && !mayBe(type, expected.kind) && !isNumber) {
    throw semanticError(
      "InvalidArgumentType",
      `The argument \`${input.name}\` is ${describeType(type.kind)} where ${describeType(expected.kind)} is expected.`,
      span,
    );
  }
}

/** The error for a call inside a query that leaves its arguments to the parameters. */
export function implicitArguments(
  clause: ProcedureCallClause,
  signature: ProcedureSignature,
): CypherError {
  const names = signature.inputs.map(({ name }) => name).join(", ");
  return semanticError(
    "InvalidArgumentPassingMode",
    `\`${clause.name}\` is called without parentheses inside a query.`,
    clause.span,
    `Write \`${clause.name}(${names})\`; only a call that is the whole query takes its arguments from parameters.`,
  );
}

/** The error for `YIELD *` inside a query. */
export function yieldStarInQuery(clause: ProcedureCallClause): CypherError {
  return semanticError(
    "UnexpectedSyntax",
    "`YIELD *` stands inside a query.",
    clause.span,
    "Name the fields; `*` is for a call that is the whole query.",
  );
}

/** The error for a field the procedure does not yield. */
export function unknownField(
  clause: ProcedureCallClause,
  signature: ProcedureSignature,
  field: string,
  span: SourceSpan,
): CypherError {
  const names = signature.outputs.map(({ name }) => `\`${name}\``).join(", ");
  return semanticError(
    "UndefinedVariable",
    `\`${clause.name}\` yields no \`${field}\`.`,
    span,
    names === "" ? "It yields nothing." : `It yields ${names}.`,
  );
}
