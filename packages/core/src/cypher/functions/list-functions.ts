import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isInteger, isList, isMap } from "../values/is-value.js";
import { itemsOf } from "../values/list-access.js";
import { outOfRange, typeMismatch } from "../values/value-error.js";
import { argument, listArgument } from "./argument.js";
import { codePointCount } from "./code-points.js";
import type { CypherFunction, FunctionContext } from "./cypher-function.js";
import { defineFunction, defineStrict } from "./define-function.js";

/** Numbers made between two looks at the clock. */
const CHUNK = 8_192;

function sizeOf(value: CypherValue): number {
  if (typeof value === "string") {
    return codePointCount(value);
  }
  if (isList(value)) {
    return value.length;
  }
  throw typeMismatch("`size()`", "a string or a list", value);
}

function reversed(value: CypherValue): CypherValue {
  if (typeof value === "string") {
    return Array.from(value).reverse().join("");
  }
  if (isList(value)) {
    return value.toReversed();
  }
  throw typeMismatch("`reverse()`", "a string or a list", value);
}

function isEmptyValue(value: CypherValue): boolean {
  if (typeof value === "string" || isList(value)) {
    return value.length === 0;
  }
  if (isMap(value)) {
    return value.size === 0;
  }
  throw typeMismatch("`isEmpty()`", "a string, a list or a map", value);
}

function rangeBound(value: CypherValue): number {
  if (isInteger(value)) {
    return Number(value);
  }
  throw new CypherError({
    kind: "ArgumentError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    message: typeMismatch("`range()`", "integers", value).message,
  });
}

/** Both ends included. */
function range(args: readonly CypherValue[], { work, checkBytes }: FunctionContext): number[] {
  const start = rangeBound(argument(args, 0));
  const end = rangeBound(argument(args, 1));
  const step = args.length > 2 ? rangeBound(argument(args, 2)) : 1;
  if (step === 0) {
    throw outOfRange("The step of `range()` is 0. Give a step that moves from start to end.");
  }
  const count = Math.max(0, Math.floor((end - start) / step) + 1);
  checkBytes(count * 8);
  const numbers: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % CHUNK === 0) {
      work(CHUNK * 8);
    }
    numbers.push(start + at * step);
  }
  return numbers;
}

export const LIST_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "size(list) → number of elements of a list or characters of a string",
    (args) => sizeOf(argument(args, 0)),
    1,
  ),
  defineStrict(
    "reverse(list) → a list or string from its end to its start",
    (args) => reversed(argument(args, 0)),
    1,
  ),
  defineStrict(
    "isEmpty(value) → whether a list, map or string has nothing in it",
    (args) => isEmptyValue(argument(args, 0)),
    1,
  ),
  defineStrict(
    "head(list) → the first element, null for an empty list",
    (args) => listArgument("head", args, 0)[0] ?? null,
    1,
  ),
  defineStrict(
    "last(list) → the last element, null for an empty list",
    (args) => listArgument("last", args, 0).at(-1) ?? null,
    1,
  ),
  defineStrict(
    "tail(list) → the list without its first element",
    (args) => itemsOf(argument(args, 0))?.slice(1) ?? null,
    1,
  ),
  defineFunction(
    "range(start, end, step?) → integers from start to end, both included",
    range,
    2,
    3,
  ),
];
