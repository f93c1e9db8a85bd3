import type { BinaryExpression } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isIn } from "../values/equals.js";
import { groupingKey } from "../values/equivalent.js";
import { isList } from "../values/is-value.js";
import type { CompileContext, Evaluate } from "./compile-context.js";

/** Lists of this length and more are looked up by key when they come twice. */
const LONG_LIST = 8;

/** A list of texts and integers as a set: for such values equality and equivalence are the same. */
function keysOf(list: readonly CypherValue[]): ReadonlySet<string | number> | null {
  const keys = new Set<string | number>();
  for (const item of list) {
    if (!isSimple(item)) {
      return null;
    }
    keys.add(groupingKey(item));
  }
  return keys;
}

const isSimple = (value: CypherValue): value is string | number =>
  typeof value === "string" || typeof value === "number";

/** `value IN list`. A long list that stays the same from row to row is looked up, not read. */
export function compileIn(
  context: CompileContext,
  expression: BinaryExpression,
  scope: Scope,
): Evaluate {
  const value = context.compile(expression.left, scope);
  const list = context.compile(expression.right, scope);
  const { budget } = context.runtime;
  let last: CypherValue = null;
  let keys: ReadonlySet<string | number> | null = null;
  return (row) => {
    const wanted = value(row);
    const items = list(row);
    if (!isList(items) || items.length < LONG_LIST || !isSimple(wanted)) {
      budget.goThrough(items);
      return isIn(wanted, items);
    }
    if (items === last && keys !== null) {
      return keys.has(groupingKey(wanted));
    }
    budget.goThrough(items);
    if (items === last) {
      return isIn(wanted, items);
    }
    last = items;
    keys = keysOf(items);
    return keys === null ? isIn(wanted, items) : keys.has(groupingKey(wanted));
  };
}
