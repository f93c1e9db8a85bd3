import type { Test } from "../../evaluate/compile-context.js";
import type { Row } from "../../evaluate/row.js";
import type { SearchGroup } from "../../plan/path-search.js";
import type { PathSearchPlan } from "../../plan/plan.js";
import { NodeValue, RelationshipValue } from "../../values/cypher-value.js";
import { type BuildContext, compileTests } from "../build-context.js";
import type { Automaton, Transition } from "./automaton.js";
import type { PathRules } from "./path-rules.js";
import type { FoundPath } from "./trail-search.js";

type Item = NodeValue | RelationshipValue;

/** What is repeated, while its rounds are gone through. */
interface Rounds {
  readonly max: number;
  readonly hops: number;
  readonly groups: readonly SearchGroup[];
  readonly test: Test;
  lists: Item[][];
  count: number;
}

/** Puts paths into the row: their relationships, lists of what is repeated, nodes between their parts. */
export class PathBinder {
  readonly #plan: PathSearchPlan;
  readonly #machine: Automaton;
  readonly #rules: PathRules;
  readonly #rounds: readonly (Rounds | null)[];
  readonly #holds: Test;

  constructor(context: BuildContext, plan: PathSearchPlan, machine: Automaton, rules: PathRules) {
    this.#plan = plan;
    this.#machine = machine;
    this.#rules = rules;
    this.#rounds = plan.search.steps.map(({ rounds, hops }) =>
      rounds === null
        ? null
        : {
            max: rounds.max ?? Number.POSITIVE_INFINITY,
            hops: hops.length,
            groups: rounds.groups,
            test: compileTests(context, rounds.tests, plan.scope),
            lists: [],
            count: 0,
          },
    );
    this.#holds = compileTests(context, plan.search.predicates, plan.scope);
  }

  /** False when the path as a whole is none of those asked for. */
  bind(path: FoundPath): boolean {
    const { row } = this.#rules;
    for (const rounds of this.#rounds) {
      if (rounds !== null) {
        rounds.lists = rounds.groups.map(() => []);
        rounds.count = 0;
      }
    }
    const first = path.transitions[0]?.source ?? this.#machine.accept;
    const start = this.#machine.starts.find(({ state }) => state === first);
    if (start === undefined || !this.#rules.mayLie(start.boundaries, path.start)) {
      return false;
    }
    if (!this.#readAll(path)) {
      return false;
    }
    row.values[this.#plan.search.binding.slot] = path.relationships.map(
      (relationship) => new RelationshipValue(relationship),
    );
    for (const rounds of this.#rounds) {
      for (const [at, { to }] of (rounds?.groups ?? []).entries()) {
        row.values[to.slot] = rounds?.lists[at] ?? [];
      }
    }
    return this.#holds(row);
  }

  #readAll({ start, relationships, transitions }: FoundPath): boolean {
    const { graph } = this.#rules;
    let node = start;
    for (const [at, transition] of transitions.entries()) {
      const relationship = relationships[at] ?? -1;
      const from = graph.startOf(relationship);
      const next = from === node ? graph.endOf(relationship) : from;
      if (!this.#read(this.#rules.row, transition, node, relationship, next)) {
        return false;
      }
      node = next;
    }
    return true;
  }

  #read(
    row: Row,
    { hop, startSlot, step, hopIndex, boundaries }: Transition,
    left: number,
    relationship: number,
    right: number,
  ): boolean {
    row.ids[startSlot] = left;
    row.ids[hop.relationship.slot] = relationship;
    row.ids[hop.node.slot] = right;
    for (const { slot } of boundaries) {
      row.ids[slot] = right;
    }
    const rounds = this.#rounds[step] ?? null;
    if (rounds === null) {
      return true;
    }
    for (const [at, { of, index }] of rounds.groups.entries()) {
      const list = rounds.lists[at];
      if (of === "relationship" && index === hopIndex) {
        list?.push(new RelationshipValue(relationship));
      } else if (of === "node" && index === hopIndex + 1) {
        list?.push(new NodeValue(right));
      } else if (of === "node" && index === 0 && hopIndex === 0) {
        list?.push(new NodeValue(left));
      }
    }
    if (hopIndex < rounds.hops - 1) {
      return true;
    }
    rounds.count += 1;
    return rounds.count <= rounds.max && rounds.test(row);
  }
}
