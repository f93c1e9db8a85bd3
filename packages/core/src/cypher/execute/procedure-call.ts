import type { Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import type { ProcedureCallPlan } from "../plan/plan.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
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
  const call = (row: Row) => {
    const values = argumentsOf(context, inputs, args, row);
    const checked = values.map((value, index) => toArgument(plan.name, inputs[index], value));
    return procedure.call(checked, runtime.functions)[Symbol.iterator]();
  };
  let rows = NOTHING;
  return operator(
    (row) => {
      for (;;) {
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
