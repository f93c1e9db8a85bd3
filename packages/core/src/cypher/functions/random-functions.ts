import type { CypherFunction, FunctionContext } from "./cypher-function.js";
import { defineFunction } from "./define-function.js";

/** A version 4 UUID from the statement's own source of randomness. */
function randomUuid({ random }: FunctionContext): string {
  const digit = (): number => Math.floor(random() * 16);
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) =>
    (place === "x" ? digit() : (digit() & 3) | 8).toString(16),
  );
}

export const RANDOM_FUNCTIONS: readonly CypherFunction[] = [
  defineFunction("randomUUID() → a random UUID", (_args, context) => randomUuid(context), 0),
];
