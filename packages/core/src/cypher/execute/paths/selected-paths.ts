/*
 * Paths between two nodes that are chosen by length. Breadth-first levels from the left end say for
 * each state at each node how many relationships it takes to come there; then, length after length, a
 * depth-first search from the right end gives the trails of just that length, and never enters what
 * the levels say is too far. The shortest trails cost as many steps as they have relationships; longer
 * ones are tried one by one. It ends when enough are found, or when no way was cut short by its length.
 */
import type { PathSelector } from "../../ast/pattern.js";
import type { Test } from "../../evaluate/compile-context.js";
import type { Row } from "../../evaluate/row.js";
import type { PatternPathSearch } from "../../plan/path-search.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { namesIn } from "../../plan/walk-ast.js";
import { DONE, ROW, type Status } from "../operator.js";
import type { Automaton } from "./automaton.js";
import type { PathBinder } from "./bind-path.js";
import { Levels } from "./levels.js";
import type { PathRules } from "./path-rules.js";
import type { PathSource } from "./path-source.js";
import { type FoundPath, TrailSearch } from "./trail-search.js";

export class SelectedPaths implements PathSource {
  readonly #plan: PathSearchPlan;
  readonly #selector: PathSelector;
  readonly #machine: Automaton;
  readonly #rules: PathRules;
  readonly #binder: PathBinder;
  readonly #passesEnds: Test;
  readonly #levels: Levels;
  readonly #search: TrailSearch;
  /** The search depends on nothing but its start, so that its levels serve all ends. */
  readonly #keepsLevels: boolean;
  /** The node that the levels start from, -1 for none. */
  #levelsFrom = -1;
  #found: FoundPath[] = [];
  #given = 0;

  constructor(
    plan: PathSearchPlan,
    selector: PathSelector,
    machine: Automaton,
    rules: PathRules,
    binder: PathBinder,
    passesEnds: Test,
  ) {
    this.#passesEnds = passesEnds;
    this.#plan = plan;
    this.#selector = selector;
    this.#machine = machine;
    this.#rules = rules;
    this.#binder = binder;
    this.#levels = new Levels(machine, rules);
    this.#search = new TrailSearch(machine, rules, true);
    this.#keepsLevels = dependsOnStartOnly(plan.search);
  }

  start(row: Row): void {
    this.#forgetPaths();
    this.#rules.startRow(row);
    const from = row.ids[this.#plan.from.slot] ?? -1;
    const to = row.ids[this.#plan.to.slot] ?? -1;
    if (from >= 0 && to >= 0 && this.#passesEnds(row)) {
      const { budget } = this.#rules;
      budget.hold();
      this.#choose(from, to);
      budget.release();
    }
  }

  next(): Status {
    const path = this.#found[this.#given];
    if (path === undefined) {
      return DONE;
    }
    this.#given += 1;
    this.#binder.bind(path);
    return ROW;
  }

  stop(): void {
    this.#forgetPaths();
    this.#levelsFrom = -1;
  }

  #forgetPaths(): void {
    this.#found = [];
    this.#given = 0;
    this.#search.stop();
  }

  #choose(from: number, to: number): void {
    const levels = this.#levels;
    const longest = Math.min(this.#machine.longest, this.#rules.graph.relationshipCount);
    let lengths = 0;
    if (!this.#keepsLevels || this.#levelsFrom !== from) {
      levels.start(from);
      this.#levelsFrom = from;
    }
    for (let length = 0; length <= longest; length += 1) {
      const isReached = this.#growTo(length, to);
      if (!isReached && levels.isExhausted) {
        return;
      }
      const before = this.#found.length;
      const wasCut = !isReached || this.#takeLength(from, to, length);
      lengths += this.#found.length > before ? 1 : 0;
      if (this.#hasEnough(lengths) || !wasCut) {
        return;
      }
    }
  }

  /** Lets the levels come as far as the length; whether they have come to the end of the path. */
  #growTo(length: number, to: number): boolean {
    const levels = this.#levels;
    while (levels.depth < length && !levels.isExhausted) {
      levels.grow();
    }
    return levels.distance(this.#machine.accept, to) >= 0;
  }

  #hasEnough(lengths: number): boolean {
    const { count, groups } = this.#selector;
    return groups ? lengths >= count : this.#found.length >= count;
  }

  /** Takes the paths of a length; true when there may be longer ones. */
  #takeLength(from: number, to: number, length: number): boolean {
    const { accept } = this.#machine;
    let wasCut = !this.#levels.isExhausted;
    const mayEnter = (state: number, node: number, depth: number): boolean => {
      const distance = this.#levels.distance(state, node);
      const isNear = distance >= 0 && distance <= length - depth;
      wasCut ||= distance >= 0 && !isNear;
      return isNear;
    };
    const search = this.#search;
    search.start([accept], to);
    while (search.next(mayEnter) === "here") {
      if (search.depth === length && this.#isStart(search.state) && search.node === from) {
        const path = search.path();
        if (this.#binder.bind(path)) {
          this.#found.push(path);
          if (!this.#selector.groups && this.#found.length >= this.#selector.count) {
            break;
          }
        }
      }
    }
    search.stop();
    return wasCut;
  }

  #isStart(state: number): boolean {
    return this.#machine.starts.some((start) => start.state === state);
  }
}

/** Whether what is asked on the way names nothing but the way itself and where it starts. */
function dependsOnStartOnly({ steps, names, from }: PatternPathSearch): boolean {
  const own = new Set([...names, from]);
  const tests = steps.map(({ hops, rounds, behind }) => [
    hops.map((hop) => hop.tests),
    rounds?.tests ?? [],
    behind.tests,
  ]);
  return [...namesIn(tests)].every((name) => own.has(name));
}
