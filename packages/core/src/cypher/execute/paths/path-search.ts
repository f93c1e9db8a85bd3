import type { Expression } from "../../ast/expression.js";
import type { Test } from "../../evaluate/compile-context.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { namesIn } from "../../plan/walk-ast.js";
import { type BuildContext, compileTests } from "../build-context.js";
import { type Operator, operator, PAUSED, ROW } from "../operator.js";
import { compileUnlike } from "../unlike.js";
import { AllPaths } from "./all-paths.js";
import { buildAutomaton } from "./automaton.js";
import { PathBinder } from "./bind-path.js";
import { PathRules } from "./path-rules.js";
import type { PathSource } from "./path-source.js";
import { SelectedPaths } from "./selected-paths.js";

/** Each row with every path between two nodes that is asked for, or with those that are chosen. */
export function pathSearch(context: BuildContext, plan: PathSearchPlan, input: Operator): Operator {
  const found = new Set(plan.search.names);
  const readsPath = (test: Expression) => [...namesIn(test)].some((name) => found.has(name));
  const passes = compileTests(context, plan.tests.filter(readsPath), plan.scope);
  // What is asked of the ends alone is asked before the path is put together.
  const ofEnds = plan.tests.filter((test) => !readsPath(test));
  const source = sourceOf(context, plan, compileTests(context, ofEnds, plan.scope));
  return operator(
    (row) => {
      for (;;) {
        const path = source.next();
        if (path === PAUSED || (path === ROW && passes(row))) {
          return path;
        }
        if (path === ROW) {
          continue;
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        source.start(row);
      }
    },
    () => {
      source.stop();
      input.reset();
    },
  );
}

function sourceOf(context: BuildContext, plan: PathSearchPlan, passesEnds: Test): PathSource {
  const { graph, budget } = context.runtime;
  const machine = buildAutomaton(context, plan);
  const rules = new PathRules(graph, budget, compileUnlike(plan.unlike));
  const binder = new PathBinder(context, plan, machine, rules);
  return plan.search.selector === null
    ? new AllPaths(plan, machine, rules, binder, passesEnds)
    : new SelectedPaths(plan, plan.search.selector, machine, rules, binder, passesEnds);
}
