import type { Budget } from "../evaluate/budget.js";
import type { CompileContext, Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { Accumulator } from "../functions/cypher-function.js";
import { findAggregate } from "../functions/registry.js";
import type { AggregateItem, AggregatePlan, Assignment } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { groupingKeyOf } from "../values/equivalent.js";
import type { BuildContext } from "./build-context.js";
import { IdPairMap } from "./id-pair-map.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";
import { RowBuffer } from "./row-buffer.js";
import { bytesOfKey, rowKey } from "./row-key.js";

/** What an accumulator with its functions takes. */
const BYTES_PER_CELL = 288;

/** One aggregate of one group. */
interface Cell {
  readonly add: (row: Row) => void;
  readonly result: () => CypherValue;
}

/** One row a group, in the order in which the groups first came; without keys always one row. */
export function aggregate(context: BuildContext, plan: AggregatePlan, input: Operator): Operator {
  const groups = new Groups(context, plan);
  let at = -1;
  return operator(
    (row) => {
      if (at < 0) {
        let status = input.next(row);
        for (; status === ROW; status = input.next(row)) {
          groups.add(row);
        }
        if (status !== DONE) {
          return status;
        }
        at = 0;
      }
      const status = groups.load(row, at) ? ROW : DONE;
      at += 1;
      return status;
    },
    () => {
      groups.clear();
      at = -1;
      input.reset();
    },
  );
}

class Groups {
  readonly #items: readonly AggregateItem[];
  readonly #starts: readonly (() => Cell)[];
  readonly #keyValues: readonly Evaluate[];
  readonly #keyItems: readonly Assignment[];
  readonly #keyOf: (row: Row) => string | number;
  readonly #isGlobal: boolean;
  /** Finds the group of a row by its elements, without working out its keys. */
  readonly #byIds: IdPairMap<readonly Cell[]> | null;
  readonly #keys: RowBuffer;
  readonly #byKey = new Map<string | number, readonly Cell[]>();
  #cells: (readonly Cell[])[] = [];
  readonly #budget: Budget;
  /** Bytes charged for groups and for what their cells hold. */
  #kept = 0;

  constructor(context: BuildContext, plan: AggregatePlan) {
    this.#items = plan.items;
    this.#budget = context.runtime.budget;
    const keep = (value: CypherValue) => {
      this.#kept += this.#budget.keep(this.#budget.keptBytesOf(value));
    };
    this.#starts = plan.items.map((item) => compileItem(context, item, plan.scope, keep));
    this.#keyItems = plan.keyItems;
    this.#keyValues = plan.keyItems.map(({ expression }) =>
      context.compile(expression, plan.scope),
    );
    this.#keyOf = rowKey(plan.keys);
    this.#isGlobal = plan.keys.length === 0;
    this.#byIds =
      plan.determinants === null || plan.keyItems.length === 0
        ? null
        : new IdPairMap(plan.determinants);
    this.#keys = new RowBuffer(context.runtime.budget, plan.keys);
  }

  add(row: Row): void {
    const cells = this.#isGlobal ? (this.#cells[0] ?? this.#create(row)) : this.#groupOf(row);
    for (let at = 0; at < cells.length; at += 1) {
      cells[at]?.add(row);
    }
  }

  /** Fills the row with a group; false when there is no such. */
  load(row: Row, index: number): boolean {
    if (this.#isGlobal && this.#cells.length === 0) {
      this.#create(row);
    }
    const cells = this.#cells[index];
    if (cells === undefined) {
      return false;
    }
    this.#keys.load(row, index);
    for (const [at, cell] of cells.entries()) {
      row.values[this.#items[at]?.to.slot ?? 0] = this.#budget.admit(cell.result());
    }
    return true;
  }

  clear(): void {
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#byIds?.clear();
    this.#byKey.clear();
    this.#keys.clear();
    this.#cells = [];
  }

  #groupOf(row: Row): readonly Cell[] {
    if (this.#byIds === null) {
      return this.#groupByKeys(row);
    }
    let cells = this.#byIds.get(row);
    if (cells === undefined) {
      cells = this.#groupByKeys(row);
      this.#byIds.set(row, cells);
    }
    return cells;
  }

  #groupByKeys(row: Row): readonly Cell[] {
    for (const [at, value] of this.#keyValues.entries()) {
      row.values[this.#keyItems[at]?.to.slot ?? 0] = value(row);
    }
    const key = this.#keyOf(row);
    this.#budget.work(bytesOfKey(key));
    let cells = this.#byKey.get(key);
    if (cells === undefined) {
      cells = this.#create(row);
      this.#byKey.set(key, cells);
      this.#kept += this.#budget.keep(bytesOfKey(key));
    }
    return cells;
  }

  #create(row: Row): readonly Cell[] {
    const cells = this.#starts.map((start) => start());
    this.#cells.push(cells);
    this.#kept += this.#budget.keep(BYTES_PER_CELL * cells.length);
    this.#keys.push(row);
    return cells;
  }
}

function compileItem(
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
