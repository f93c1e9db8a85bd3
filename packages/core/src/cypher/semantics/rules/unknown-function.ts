import { didYouMean } from "../../../text/did-you-mean.js";
import type { FunctionCall } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import type { Arity, Catalog } from "../catalog.js";
import { semanticError } from "./semantic-error.js";

/** The error for a function the catalog does not have. */
export function unknownFunction(call: FunctionCall, catalog: Catalog): CypherError {
  const near = didYouMean(call.name, catalog.functionNames?.() ?? []);
  return semanticError(
    "UnknownFunction",
    `There is no function \`${call.name}()\`.`,
    call.span,
    near === null ? null : `Did you mean \`${near}()\`?`,
  );
}

/** @throws CypherError `InvalidNumberOfArguments` */
export function assertArity(call: FunctionCall, arity: Arity): void {
  const given = call.arguments.length;
  const { minArguments: least, maxArguments: most } = arity;
  if (given < least || given > most) {
    throw semanticError(
      "InvalidNumberOfArguments",
      `\`${call.name}()\` takes ${expectedCount(least, most)}, not ${given}.`,
      call.span,
    );
  }
}

/** `1 argument`, `1 to 3 arguments`, `at least 2 arguments`. */
export function expectedCount(least: number, most: number): string {
  const plural = (count: number) => (count === 1 ? "argument" : "arguments");
  if (least === most) {
    return least === 0 ? "no arguments" : `${least} ${plural(least)}`;
  }
  return most === Number.POSITIVE_INFINITY
    ? `at least ${least} ${plural(least)}`
    : `${least} to ${most} arguments`;
}
