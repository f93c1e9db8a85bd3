import type { Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { ProcedureCallPlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";
import { toArgument } from "./procedure-argument.js";

const NOTHING: Iterator<readonly CypherValue[]> = [][Symbol.iterator]();

/** Each row with every row that the procedure gives for it. */
export function procedureCall(
  context: BuildContext,
  plan: ProcedureCallPlan,
  input: Operator,
): Operator {
  const procedure = context.procedure(plan.name);
  const { inputs, outputs } = procedure.signature;
  const args = plan.arguments?.map((argument) => context.compile(argument, plan.scope)) ?? null;
  const places = plan.yields.map(({ field, to }) => ({
    slot: to.slot,
    index: outputs.findIndex(({ name }) => name === field),
  }));
  const { runtime } = context;
  const { budget } = runtime;
  const step = () => budget.stepWithoutPause();
  const call = (row: Row) => {
    const values = argumentsOf(context, inputs, args, row);
    const checked = inputs.map((input, index) =>
      toArgument(plan.name, input, values[index] ?? null),
    );
    return procedure
      .call(checked, { ...runtime.functions, schema: runtime.graph.schema, step })
      [Symbol.iterator]();
  };
  let rows = NOTHING;
  return operator(
    (row) => {
      for (;;) {
        if (budget.step()) {
          return PAUSED;
        }
        const given = rows.next();
        if (given.done !== true) {
          for (const { slot, index } of places) {
            row.values[slot] = given.value[index] ?? null;
          }
          return ROW;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        rows = call(row);
        if (plan.unit) {
          // Such a procedure works, gives no rows and lets every row pass.
          rows = NOTHING;
          return ROW;
        }
      }
    },
    () => {
      // A generator that was left in the middle may have something to put back.
      rows.return?.();
      rows = NOTHING;
      input.reset();
    },
  );
}

function argumentsOf(
  { runtime }: BuildContext,
  inputs: readonly { readonly name: string }[],
  args: readonly Evaluate[] | null,
  row: Row,
): readonly CypherValue[] {
  return args === null
    ? inputs.map(({ name }) => runtime.parameters.get(name) ?? null)
    : args.map((arg) => arg(row));
}
