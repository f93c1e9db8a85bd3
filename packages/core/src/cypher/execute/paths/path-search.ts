import type { Expression } from "../../ast/expression.js";
import type { Test } from "../../evaluate/compile-context.js";
import type { Row } from "../../evaluate/row.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { namesIn } from "../../plan/walk-ast.js";
import { type BuildContext, compileTests } from "../build-context.js";
import { DONE, type Operator, operator, PAUSED, ROW, type Status } from "../operator.js";
import { compileUnlike } from "../unlike.js";
import { type Automaton, buildAutomaton } from "./automaton.js";
import { PathBinder } from "./bind-path.js";
import { PathRules } from "./path-rules.js";
import { SelectedPaths } from "./selected-paths.js";
import { TrailSearch } from "./trail-search.js";

/** What gives the paths of one row after the other. */
export interface PathSource {
  /** Begins with the paths of a row. */
  start(row: Row): void;
  /** Puts the next path into the row: ROW, PAUSED, or DONE when there are no more. */
  next(): Status;
  stop(): void;
}

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

/** Every path, as it is found. */
class AllPaths implements PathSource {
  readonly #plan: PathSearchPlan;
  readonly #machine: Automaton;
  readonly #rules: PathRules;
  readonly #binder: PathBinder;
  readonly #passesEnds: Test;
  readonly #search: TrailSearch;
  #target = -1;

  constructor(
    plan: PathSearchPlan,
    machine: Automaton,
    rules: PathRules,
    binder: PathBinder,
    passesEnds: Test,
  ) {
    this.#passesEnds = passesEnds;
    this.#plan = plan;
    this.#machine = machine;
    this.#rules = rules;
    this.#binder = binder;
    this.#search = new TrailSearch(machine, rules, plan.reversed);
  }

  start(row: Row): void {
    const { from, to, into, reversed } = this.#plan;
    this.#rules.startRow(row);
    const node = row.ids[from.slot] ?? -1;
    this.#target = into ? (row.ids[to.slot] ?? -1) : -1;
    this.#search.stop();
    if (node < 0 || (into && this.#target < 0)) {
      return;
    }
    const { starts, accept } = this.#machine;
    const states = reversed
      ? [accept]
      : starts
          .filter(({ boundaries }) => this.#rules.mayLie(boundaries, node))
          .map(({ state }) => state);
    this.#search.start(states, node);
  }

  next(): Status {
    const search = this.#search;
    for (;;) {
      const found = search.next((_state, _node, depth) => depth <= this.#machine.longest);
      if (found !== "here") {
        return found === "pause" ? PAUSED : DONE;
      }
      const { state, node } = search;
      const { row } = this.#rules;
      if (!this.#isEnd(state) || (this.#plan.into && node !== this.#target)) {
        continue;
      }
      if (!this.#plan.into) {
        row.ids[this.#plan.to.slot] = node;
      }
      if (this.#passesEnds(row) && this.#binder.bind(search.path())) {
        return ROW;
      }
    }
  }

  stop(): void {
    this.#search.stop();
  }

  #isEnd(state: number): boolean {
    const { starts, accept } = this.#machine;
    return this.#plan.reversed ? starts.some((start) => start.state === state) : state === accept;
  }
}
