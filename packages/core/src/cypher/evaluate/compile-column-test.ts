import type { ColumnValues } from "../../graph/column-values.js";
import type { PropertyColumn } from "../../graph/property-column.js";
import type { ComparisonChain, ComparisonOperator, Expression } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { CompileContext, Test } from "./compile-context.js";

type Holds = (a: number, b: number) => boolean;

const HOLDS: Readonly<Record<ComparisonOperator, Holds>> = {
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/**
 * `n.key < 5` for an element that a pattern has bound, read straight from a column of integers; any
 * other column, and any other value to compare with, goes to `otherwise`. Null when the comparison is
 * none of this kind.
 */
export function compileColumnTest(
  context: CompileContext,
  expression: ComparisonChain,
  scope: Scope,
  wanted: boolean,
  otherwise: Test,
): Test | null {
  const [left, right] = expression.operands;
  const [operator] = expression.operators;
  const read = left === undefined ? null : columnOf(context, left, scope);
  if (read === null || operator === undefined || right === undefined || !isFixed(right)) {
    return null;
  }
  const value = context.compile(right, scope);
  const holds = HOLDS[operator];
  const { slot, findColumn } = read;
  let column: PropertyColumn | undefined;
  return (row) => {
    column ??= findColumn();
    const id = row.ids[slot] ?? -1;
    const dense = column?.dense ?? null;
    const limit = value(row);
    if (dense === null || column === undefined || !isIntegers(dense) || !isPlain(limit)) {
      return otherwise(row);
    }
    return id >= 0 && column.presence.has(id) && holds(dense.items[id] ?? 0, limit) === wanted;
  };
}

/** The same for all rows of a run. */
function isFixed({ kind }: Expression): boolean {
  return kind === "IntegerLiteral" || kind === "Parameter";
}

const isPlain = (value: CypherValue): value is number => typeof value === "number";

function isIntegers(
  values: ColumnValues,
): values is ColumnValues & { readonly items: Int32Array | Float64Array } {
  return values.kind === "int32" || values.kind === "integer";
}

function columnOf(
  context: CompileContext,
  expression: Expression,
  scope: Scope,
): { readonly slot: number; readonly findColumn: () => PropertyColumn | undefined } | null {
  if (expression.kind !== "PropertyAccess" || expression.subject.kind !== "Variable") {
    return null;
  }
  const binding = scope.find(expression.subject.name);
  if (binding === undefined || binding.kind === "value" || context.checksDeleted) {
    return null;
  }
  const { graph } = context.runtime;
  const { key } = expression;
  return {
    slot: binding.slot,
    findColumn:
      binding.kind === "node" ? () => graph.nodeColumn(key) : () => graph.relationshipColumn(key),
  };
}
