import { DONE, type Operator, operator, ROW } from "./operator.js";

/** One row as it stands. */
export function argumentOperator(): Operator {
  let given = false;
  return operator(
    () => {
      if (given) {
        return DONE;
      }
      given = true;
      return ROW;
    },
    () => {
      given = false;
    },
  );
}
