import type { FunctionCall } from "../ast/expression.js";
import type { UnwindPlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";

const NOTHING: readonly CypherValue[] = [];

/** Each row with each item of a list; a value that is no list counts as a list of itself, null as an empty one. */
export function unwind(context: BuildContext, plan: UnwindPlan, input: Operator): Operator {
  const { list } = plan;
  return list.kind === "FunctionCall" && isRange(list)
    ? unwindRange(context, plan, list, input)
    : unwindList(context, plan, input);
}

function unwindList(context: BuildContext, plan: UnwindPlan, input: Operator): Operator {
  const { slot } = plan.to;
  const { budget } = context.runtime;
  const list = context.compile(plan.list, plan.scope);
  let items = NOTHING;
  let at = 0;
  return operator(
    (row) => {
      for (;;) {
        if (at < items.length) {
          if (budget.step()) {
            return PAUSED;
          }
          row.values[slot] = items[at] ?? null;
          at += 1;
          return ROW;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const value = list(row);
        items = isList(value) ? value : value === null ? NOTHING : [value];
        at = 0;
      }
    },
    () => {
      items = NOTHING;
      input.reset();
    },
  );
}

const isRange = (call: FunctionCall): boolean =>
  call.name.toLowerCase() === "range" && call.arguments.length <= 3;

/** `UNWIND range(1, 1000000000)` counts; the list is never made. */
function unwindRange(
  context: BuildContext,
  plan: UnwindPlan,
  call: FunctionCall,
  input: Operator,
): Operator {
  const { slot } = plan.to;
  const { budget } = context.runtime;
  const bounds = call.arguments.map((argument) => context.compile(argument, plan.scope));
  const whole = context.compile(call, plan.scope);
  let next = 0;
  let step = 1;
  let last = -1;
  let items = NOTHING;
  return operator(
    (row) => {
      for (;;) {
        if (items.length > 0) {
          row.values[slot] = items[0] ?? null;
          items = items.slice(1);
          return ROW;
        }
        if (step > 0 ? next <= last : next >= last) {
          if (budget.step()) {
            return PAUSED;
          }
          row.values[slot] = next;
          next += step;
          return ROW;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const numbers = smallIntegers(bounds.map((bound) => bound(row)));
        if (numbers === null) {
          // The function knows what to say about everything else.
          const value = whole(row);
          items = isList(value) ? value : NOTHING;
        } else {
          [next = 0, last = -1, step = 1] = numbers;
        }
      }
    },
    () => {
      step = 1;
      next = 0;
      last = -1;
      items = NOTHING;
      input.reset();
    },
  );
}

const isSmallInteger = (value: CypherValue): value is number =>
  typeof value === "number" && Math.abs(value) <= 2 ** 52;

/** The arguments, when they are integers that can be counted with; null otherwise. */
function smallIntegers(values: readonly CypherValue[]): readonly number[] | null {
  const numbers = values.filter((value) => isSmallInteger(value));
  const [, , step] = numbers;
  return numbers.length === values.length && step !== 0 ? numbers : null;
}
