import type { PropertyGraph } from "../../../graph/property-graph.js";
import type { TypeRows } from "../../../graph/type-rows.js";
import type { ExpandDirection } from "../../plan/expand-direction.js";

/** One type in one direction. A self-loop lies in both and is met on the way out only. */
export interface Segment {
  readonly rows: TypeRows;
  readonly skipsLoops: boolean;
}

/** The relationships that lead on from a node: outgoing before incoming, types in the order asked for. */
export class Steps {
  readonly #graph: PropertyGraph;
  readonly #direction: ExpandDirection;
  readonly #types: readonly string[] | null;
  segments: readonly Segment[] = [];
  #typeIds: ReadonlySet<number> | null = null;

  constructor(graph: PropertyGraph, direction: ExpandDirection, types: readonly string[] | null) {
    this.#graph = graph;
    this.#direction = direction;
    this.#types = types;
  }

  /** Has to be called before the steps of so many nodes are looked at; the graph may have changed since. */
  ask(nodes: number): void {
    const graph = this.#graph;
    const ids = this.#typesInUse();
    const both = this.#direction === "both";
    const segments: Segment[] = [];
    for (const direction of ["out", "in"] as const) {
      if (both || direction === this.#direction) {
        for (const id of ids) {
          const rows = graph.typeRows(direction, id);
          rows.ask(nodes, graph.nodeSlots);
          segments.push({
            rows,
            skipsLoops: both && direction === "in" && graph.selfLoops > 0,
          });
        }
      }
    }
    this.segments = segments;
  }

  degree(node: number): number {
    let sum = 0;
    for (const { rows, skipsLoops } of this.segments) {
      const start = rows.start(node);
      const end = rows.end(node);
      sum += end - start;
      if (skipsLoops) {
        const { neighbours } = rows;
        for (let at = start; at < end; at += 1) {
          sum -= neighbours[at] === node ? 1 : 0;
        }
      }
    }
    return sum;
  }

  /** Whether the relationship is one of those that lead from one node to the other. */
  leads(relationship: number, from: number, to: number): boolean {
    const graph = this.#graph;
    const start = graph.startOf(relationship);
    const end = graph.endOf(relationship);
    const fits =
      (this.#direction !== "in" && start === from && end === to) ||
      (this.#direction !== "out" && start === to && end === from);
    return fits && this.allows(relationship);
  }

  /** Whether the relationship is one of those that lead on from the node, wherever to. */
  leavesBy(relationship: number, from: number): boolean {
    const graph = this.#graph;
    const fits =
      (this.#direction !== "in" && graph.startOf(relationship) === from) ||
      (this.#direction !== "out" && graph.endOf(relationship) === from);
    return fits && this.allows(relationship);
  }

  allows(relationship: number): boolean {
    return this.#typeIds?.has(this.#graph.relationshipTypeId(relationship)) ?? true;
  }

  #typesInUse(): readonly (number | null)[] {
    if (this.#types === null) {
      return [null];
    }
    const ids = new Set<number>();
    for (const type of this.#types) {
      const id = this.#graph.typeIdOf(type);
      if (id !== -1) {
        ids.add(id);
      }
    }
    this.#typeIds = ids;
    return [...ids];
  }
}
