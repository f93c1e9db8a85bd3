import type { Test } from "../../evaluate/compile-context.js";
import type { Row } from "../../evaluate/row.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { DONE, PAUSED, ROW, type Status } from "../operator.js";
import type { Automaton } from "./automaton.js";
import type { PathBinder } from "./bind-path.js";
import type { PathRules } from "./path-rules.js";
import type { PathSource } from "./path-source.js";
import { TrailSearch } from "./trail-search.js";

/** Every path, as it is found. */
export class AllPaths implements PathSource {
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
