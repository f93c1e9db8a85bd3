import type { DynamicLabel } from "../ast/expression.js";
import type { WrittenName } from "../ast/query.js";
import type { Scope } from "../plan/scope.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { CompileContext } from "./compile-context.js";
import type { Row } from "./row.js";

/** The names that `$(expression)` gives for a row, each once. */
export function compileDynamicNames(
  context: CompileContext,
  { names }: DynamicLabel,
  scope: Scope,
): (row: Row) => readonly string[] {
  const evaluate = context.compile(names, scope);
  return (row) => {
    const given = evaluate(row);
    return isList(given) ? [...new Set(given.map(nameFrom))] : [nameFrom(given)];
  };
}

/** Labels to write, those that are written out first. */
export function compileWrittenNames(
  context: CompileContext,
  names: readonly WrittenName[],
  scope: Scope,
): (row: Row) => readonly string[] {
  const fixed = names.filter((name) => typeof name === "string");
  const dynamic = names
    .filter((name) => typeof name !== "string")
    .map((name) => compileDynamicNames(context, name, scope));
  return dynamic.length === 0
    ? () => fixed
    : (row) => [...new Set([...fixed, ...dynamic.flatMap((each) => each(row))])];
}

/** The one type of a relationship to write. */
export function compileWrittenType(
  context: CompileContext,
  type: WrittenName,
  scope: Scope,
): (row: Row) => string {
  if (typeof type === "string") {
    return () => type;
  }
  const names = compileDynamicNames(context, type, scope);
  return (row) => {
    const [name, ...more] = names(row);
    if (name === undefined || more.length > 0) {
      throw noName(
        "NoSingleRelationshipType",
        `A relationship to create was given ${more.length === 0 ? "no type" : `${more.length + 1} types`}. It takes exactly one.`,
      );
    }
    return name;
  };
}

function nameFrom(value: CypherValue): string {
  if (value === null || value === "") {
    const found = value === null ? "null" : "an empty text";
    throw noName(
      "InvalidTokenName",
      `${found} names no label or type. Leave such rows out with WHERE.`,
    );
  }
  if (typeof value !== "string" || value.includes("\0")) {
    throw typeMismatch("A dynamic label or type", "a text or a list of texts", value);
  }
  return value;
}

function noName(detail: string, message: string): CypherError {
  return new CypherError({
    kind: "SyntaxError",
    phase: "runtime",
    detail,
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
  });
}
