import { readBinding, writeBinding } from "../evaluate/read-binding.js";
import type { Row } from "../evaluate/row.js";
import type { BranchPlan } from "../plan/plan.js";
import type { Binding } from "../plan/slots.js";
import type { BuildContext } from "./build-context.js";
import { DONE, type Operator, operator, ROW, type Status } from "./operator.js";

/** Each row with the rows of the first branch whose condition holds for it; none where none does. */
export function branch(
  context: BuildContext,
  plan: BranchPlan,
  input: Operator,
  inner: readonly Operator[],
): Operator {
  const branches = plan.branches.map(({ condition, columns }, at) => ({
    holds: condition === null ? () => true : context.test(condition, plan.scope, true),
    bring: bringInto(plan.columns, columns),
    rows: inner[at] ?? input,
  }));
  let open: (typeof branches)[number] | undefined;
  const nextOfOpen = (row: Row): Status => {
    const status = open?.rows.next(row) ?? DONE;
    if (status === ROW) {
      open?.bring(row);
    } else if (status === DONE) {
      open = undefined;
    }
    return status;
  };
  return operator(
    (row) => {
      for (;;) {
        const given = nextOfOpen(row);
        if (given !== DONE) {
          return given;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        open = branches.find(({ holds }) => holds(row));
        open?.rows.reset();
      }
    },
    () => {
      open = undefined;
      input.reset();
    },
  );
}

/** Copies what stands in the places of one branch into those of all. */
function bringInto(to: readonly Binding[], from: readonly Binding[]): (row: Row) => void {
  const reads = from.map(readBinding);
  return (row) => {
    const values = reads.map((read) => read(row));
    to.forEach((column, at) => {
      writeBinding(row, column, values[at] ?? null);
    });
  };
}
