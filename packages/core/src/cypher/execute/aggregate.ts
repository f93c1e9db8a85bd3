import type { CompileContext, Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { Accumulator } from "../functions/cypher-function.js";
import { findAggregate } from "../functions/registry.js";
import type { AggregateItem, AggregatePlan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { groupingKeyOf } from "../values/equivalent.js";
import type { BuildContext } from "./build-context.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";
import { RowBuffer } from "./row-buffer.js";
import { rowKey } from "./row-key.js";

/** One aggregate of one group. */
interface Cell {
  readonly add: (row: Row) => void;
  readonly result: () => CypherValue;
}

/** One row a group, in the order in which the groups first came; without keys always one row. */
export function aggregate(context: BuildContext, plan: AggregatePlan, input: Operator): Operator {
  const starts = plan.items.map((item) => compileItem(context, item, plan.scope));
  const keyOf = rowKey(plan.keys);
  const keys = new RowBuffer(plan.keys);
  const groups = new Map<string | number, readonly Cell[]>();
  let results: (readonly Cell[])[] | null = null;
  let at = 0;
  const newGroup = (): readonly Cell[] => starts.map((start) => start());

  const add = (row: Row): void => {
    const key = keyOf(row);
    let cells = groups.get(key);
    if (cells === undefined) {
      cells = newGroup();
      groups.set(key, cells);
      keys.push(row);
    }
    for (const cell of cells) {
      cell.add(row);
    }
  };
  return operator(
    (row) => {
      if (results === null) {
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          add(row);
        }
        if (status !== DONE) {
          return status;
        }
        results = groups.size === 0 && plan.keys.length === 0 ? [newGroup()] : [...groups.values()];
        at = 0;
      }
      const cells = results[at];
      if (cells === undefined) {
        return DONE;
      }
      if (at < keys.count) {
        keys.load(row, at);
      }
      cells.forEach((cell, index) => {
        row.values[plan.items[index]?.to.slot ?? 0] = cell.result();
      });
      at += 1;
      return ROW;
    },
    () => {
      groups.clear();
      keys.clear();
      results = null;
      input.reset();
    },
  );
}

function compileItem(context: CompileContext, item: AggregateItem, scope: Scope): () => Cell {
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
  return item.distinct
    ? () => accumulateDistinct(found.start(), args)
    : () => accumulate(found.start(), args);
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

function accumulate(accumulator: Accumulator, args: readonly Evaluate[]): Cell {
  return {
    add: (row) => {
      accumulator.add(args.map((arg) => arg(row)));
    },
    result: () => accumulator.result(),
  };
}

function accumulateDistinct(accumulator: Accumulator, args: readonly Evaluate[]): Cell {
  const seen = new Set<string | number>();
  return {
    add: (row) => {
      const values = args.map((arg) => arg(row));
      const key = groupingKeyOf(values);
      if (!seen.has(key)) {
        seen.add(key);
        accumulator.add(values);
      }
    },
    result: () => accumulator.result(),
  };
}
