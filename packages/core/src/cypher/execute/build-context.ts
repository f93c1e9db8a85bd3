import type { Expression } from "../ast/expression.js";
import type { CompileContext, Test } from "../evaluate/compile-context.js";
import type { Plan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { Operator } from "./operator.js";
import type { PlanProfile } from "./plan-rows.js";
import type { Procedure } from "./procedure.js";

/** What building operators takes. */
export interface BuildContext extends CompileContext {
  readonly build: (plan: Plan) => Operator;
  /** Where a PROFILE counts what each operator does. */
  readonly profile: PlanProfile | null;
  /** @throws CypherError when there is no such procedure */
  readonly procedure: (name: string) => Procedure;
}

const PASS: Test = () => true;

/** One test for all that a row has to pass. */
export function compileTests(
  context: CompileContext,
  tests: readonly Expression[],
  scope: Scope,
): Test {
  const compiled = tests.map((test) => context.test(test, scope, true));
  const [first, second] = compiled;
  if (first === undefined) {
    return PASS;
  }
  if (second === undefined) {
    return first;
  }
  return compiled.length === 2
    ? (row) => first(row) && second(row)
    : (row) => compiled.every((test) => test(row));
}
