import type { PropertyGraph } from "../../../graph/property-graph.js";
import type { Budget } from "../../evaluate/budget.js";
import type { Row } from "../../evaluate/row.js";
import type { IsUnused } from "../unlike.js";
import type { Boundary, Transition } from "./automaton.js";

/** What a search may walk, for the row that it runs for. */
export class PathRules {
  readonly graph: PropertyGraph;
  readonly budget: Budget;
  readonly #isUnused: IsUnused;
  #row: Row = { ids: new Int32Array(0), values: [] };

  constructor(graph: PropertyGraph, budget: Budget, isUnused: IsUnused) {
    this.graph = graph;
    this.budget = budget;
    this.#isUnused = isUnused;
  }

  get row(): Row {
    return this.#row;
  }

  startRow(row: Row): void {
    this.#row = row;
  }

  /** Whether the relationship may be read between the two nodes, which puts all three into their slots. */
  mayWalk(transition: Transition, left: number, relationship: number, right: number): boolean {
    const row = this.#row;
    const { hop, startSlot, test, boundaries } = transition;
    row.ids[startSlot] = left;
    row.ids[hop.relationship.slot] = relationship;
    row.ids[hop.node.slot] = right;
    return this.#isUnused(row, relationship) && test(row) && this.mayLie(boundaries, right);
  }

  /** Whether the boundaries may lie at the node, which is put into their slots. */
  mayLie(boundaries: readonly Boundary[], node: number): boolean {
    for (const { slot, test } of boundaries) {
      this.#row.ids[slot] = node;
      if (!test(this.#row)) {
        return false;
      }
    }
    return true;
  }
}
