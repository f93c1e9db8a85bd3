import type { CompileContext, Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { Accumulator } from "../functions/cypher-function.js";
import { findAggregate } from "../functions/registry.js";
import type { AggregateItem } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { groupingKeyOf } from "../values/equivalent.js";

/** What an accumulator with its functions takes. */
export const BYTES_PER_CELL = 288;

/** One aggregate of one group. */
export interface Cell {
  readonly add: (row: Row) => void;
  readonly result: () => CypherValue;
}

/** How a cell of the aggregate starts; `keep` is told of each value that it holds on to. */
export function compileCell(
  context: CompileContext,
  item: AggregateItem,
  scope: Scope,
  keep: (value: CypherValue) => void,
): () => Cell {
  if (item.star) {
    return countRows;
  }
  const args = item.arguments.map((argument) => context.compile(argument, scope));
  const [first] = args;
  if (item.name.toLowerCase() === "count" && first !== undefined && !item.distinct) {
    return () => countValues(first);
  }
  const found = findAggregate(item.name);
  if (found === undefined) {
    throw new TypeError(`there is no aggregate ${item.name}`);
  }
  if (item.distinct) {
    return () => accumulateDistinct(found.start(), args, keep);
  }
  // All but these hold a few numbers, however many values they have seen.
  return KEEPING.has(found.name.toLowerCase())
    ? () => accumulate(found.start(), args, keep)
    : () => accumulate(found.start(), args, () => undefined);
}

function countRows(): Cell {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    result: () => count,
  };
}

function countValues(value: Evaluate): Cell {
  let count = 0;
  return {
    add: (row) => {
      if (value(row) !== null) {
        count += 1;
      }
    },
    result: () => count,
  };
}

/** Aggregates that hold every value until the end. */
const KEEPING: ReadonlySet<string> = new Set(["collect", "percentilecont", "percentiledisc"]);

function accumulate(
  accumulator: Accumulator,
  args: readonly Evaluate[],
  keep: (value: CypherValue) => void,
): Cell {
  return {
    add: (row) => {
      const values = args.map((arg) => arg(row));
      keep(values[0] ?? null);
      accumulator.add(values);
    },
    result: () => accumulator.result(),
  };
}

function accumulateDistinct(
  accumulator: Accumulator,
  args: readonly Evaluate[],
  keep: (value: CypherValue) => void,
): Cell {
  const seen = new Set<string | number>();
  return {
    add: (row) => {
      const values = args.map((arg) => arg(row));
      const key = groupingKeyOf(values);
      if (!seen.has(key)) {
        seen.add(key);
        keep(values[0] ?? null);
        accumulator.add(values);
      }
    },
    result: () => accumulator.result(),
  };
}
