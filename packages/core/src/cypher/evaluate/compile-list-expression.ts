import type { ListComprehension, Quantifier, Reduce } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { itemsOf } from "../values/list-access.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import { toTruth } from "./compile-logic.js";
import { GrowingList } from "./growing-list.js";
import type { Row } from "./row.js";

/** `[x IN list WHERE condition | projection]`. */
export function compileListComprehension(
  context: CompileContext,
  expression: ListComprehension,
  scope: Scope,
): Evaluate {
  const list = context.compile(expression.list, scope);
  const place = context.slots.value();
  const inside = scope.with([[expression.variable.name, place]]);
  const where = expression.where === null ? null : context.test(expression.where, inside, true);
  const projection =
    expression.projection === null ? null : context.compile(expression.projection, inside);
  const { budget } = context.runtime;
  return (row) => {
    const items = itemsOf(list(row));
    if (items === null) {
      return null;
    }
    const out = new GrowingList(budget);
    for (const item of items) {
      budget.stepWithoutPause();
      row.values[place.slot] = item;
      if (where === null || where(row)) {
        out.push(projection === null ? item : projection(row));
      }
    }
    return out.toList();
  };
}

/** `all`, `any`, `none` and `single`, under three-valued logic. */
export function compileQuantifier(
  context: CompileContext,
  expression: Quantifier,
  scope: Scope,
): Evaluate {
  const list = context.compile(expression.list, scope);
  const place = context.slots.value();
  const inside = scope.with([[expression.variable.name, place]]);
  const where = context.compile(expression.where ?? expression.variable, inside);
  const conclude = CONCLUSIONS[expression.quantifier];
  const isDecided = DECISIONS[expression.quantifier];
  const { budget } = context.runtime;
  return (row) => {
    const items = itemsOf(list(row));
    if (items === null) {
      return null;
    }
    const tally = { true: 0, false: 0, unknown: 0 };
    for (const item of items) {
      budget.stepWithoutPause();
      row.values[place.slot] = item;
      const truth = toTruth(where(row));
      tally[truth === null ? "unknown" : truth ? "true" : "false"] += 1;
      if (truth !== null && isDecided(tally)) {
        break;
      }
    }
    return conclude(tally);
  };
}

interface Tally {
  readonly true: number;
  readonly false: number;
  readonly unknown: number;
}

const CONCLUSIONS: Readonly<Record<Quantifier["quantifier"], (tally: Tally) => boolean | null>> = {
  all: (tally) => (tally.false > 0 ? false : tally.unknown > 0 ? null : true),
  any: (tally) => (tally.true > 0 ? true : tally.unknown > 0 ? null : false),
  none: (tally) => (tally.true > 0 ? false : tally.unknown > 0 ? null : true),
  single: (tally) => (tally.true > 1 ? false : tally.unknown > 0 ? null : tally.true === 1),
};

/** Where the rest of the list cannot change the answer any more, nothing of it is worked out. */
const DECISIONS: Readonly<Record<Quantifier["quantifier"], (tally: Tally) => boolean>> = {
  all: (tally) => tally.false > 0,
  any: (tally) => tally.true > 0,
  none: (tally) => tally.true > 0,
  single: (tally) => tally.true > 1,
};

/** `reduce(sum = initial, x IN list | expression)`; with a condition, whether it holds after every step. */
export function compileReduce(context: CompileContext, expression: Reduce, scope: Scope): Evaluate {
  const initial = context.compile(expression.initial, scope);
  const list = context.compile(expression.list, scope);
  const sum = context.slots.value();
  const item = context.slots.value();
  const inside = scope.with([
    [expression.accumulator.name, sum],
    [expression.variable.name, item],
  ]);
  const evaluate = context.compile(expression.expression, inside);
  const { budget } = context.runtime;
  /** Does one step and leaves the sum in its place. */
  const step = (row: Row, value: CypherValue): CypherValue => {
    budget.stepWithoutPause();
    row.values[item.slot] = value;
    const result = evaluate(row);
    row.values[sum.slot] = result;
    return result;
  };
  const stepwise =
    expression.condition === null
      ? last(step)
      : allHold(step, context.compile(expression.condition, inside));
  return (row) => {
    const items = itemsOf(list(row));
    if (items === null) {
      return null;
    }
    const start = initial(row);
    row.values[sum.slot] = start;
    return stepwise(row, items, start);
  };
}

type Stepwise = (row: Row, items: readonly CypherValue[], start: CypherValue) => CypherValue;
type DoStep = (row: Row, value: CypherValue) => CypherValue;

function last(step: DoStep): Stepwise {
  return (row, items, start) => {
    let result = start;
    for (const value of items) {
      result = step(row, value);
    }
    return result;
  };
}

function allHold(step: DoStep, condition: Evaluate): Stepwise {
  return (row, items) => {
    const tally = { true: 0, false: 0, unknown: 0 };
    for (const value of items) {
      step(row, value);
      const truth = toTruth(condition(row));
      tally[truth === null ? "unknown" : truth ? "true" : "false"] += 1;
      if (tally.false > 0) {
        break;
      }
    }
    return CONCLUSIONS.all(tally);
  };
}
