import type { AdjacencyRows } from "../../graph/adjacency-rows.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { ExpandDirection } from "../plan/expand-direction.js";

const NO_ROWS = new Int32Array(0);

/**
 * Walks the relationships of one node after another, straight over the graph's adjacency rows:
 * outgoing before incoming, types in the order asked for. A self-loop is met once. The graph must not
 * change between {@link start} and the last {@link advance}.
 */
export class RelationshipCursor {
  relationship = -1;
  neighbour = -1;
  readonly #graph: PropertyGraph;
  readonly #direction: ExpandDirection;
  readonly #types: readonly string[] | null;
  #typeIds: number[] = [];
  #seenVersion = -1;
  #node = -1;
  /** Segments still to come: a type in a direction each, or a whole row. */
  #segment = 0;
  #segments = 0;
  #at = 0;
  #end = 0;
  #relationships: Int32Array = NO_ROWS;
  #neighbours: Int32Array = NO_ROWS;
  #skipsLoops = false;

  constructor(graph: PropertyGraph, direction: ExpandDirection, types: readonly string[] | null) {
    this.#graph = graph;
    this.#direction = direction;
    this.#types = types;
  }

  /** Stands before the first relationship of the node; -1 has none. */
  start(node: number): void {
    const { version } = this.#graph;
    if (version !== this.#seenVersion) {
      this.#seenVersion = version;
      this.#resolveTypes();
    }
    this.#node = node;
    this.#segment = 0;
    this.#at = 0;
    this.#end = 0;
    const perDirection = this.#types === null ? 1 : this.#typeIds.length;
    this.#segments = node < 0 ? 0 : this.#direction === "both" ? 2 * perDirection : perDirection;
  }

  /** Moves to the next relationship; false when there is none. */
  advance(): boolean {
    for (;;) {
      while (this.#at < this.#end) {
        const at = this.#at++;
        const neighbour = this.#neighbours[at] ?? 0;
        if (!this.#skipsLoops || neighbour !== this.#node) {
          this.relationship = this.#relationships[at] ?? 0;
          this.neighbour = neighbour;
          return true;
        }
      }
      if (this.#segment >= this.#segments) {
        return false;
      }
      this.#enterSegment();
    }
  }

  /** How many relationships the node has; a self-loop counts twice when both directions are followed. */
  degree(node: number): number {
    this.start(node);
    let sum = 0;
    while (this.#segment < this.#segments) {
      this.#enterSegment();
      sum += this.#end - this.#at;
    }
    return sum;
  }

  #enterSegment(): void {
    const perDirection = this.#types === null ? 1 : this.#typeIds.length;
    const incoming = this.#direction === "in" || this.#segment >= perDirection;
    const rows: AdjacencyRows = incoming ? this.#graph.incoming : this.#graph.outgoing;
    this.#relationships = rows.relationships;
    this.#neighbours = rows.neighbours;
    this.#skipsLoops = incoming && this.#direction === "both";
    const start = rows.rowStart(this.#node);
    const end = rows.rowEnd(this.#node);
    if (this.#types === null || start === end) {
      this.#at = start;
      this.#end = end;
    } else {
      const typeId = this.#typeIds[this.#segment % perDirection] ?? -1;
      this.#at = rows.typeStart(this.#node, typeId);
      this.#end = this.#at === end ? end : rows.typeEnd(this.#node, typeId);
    }
    this.#segment += 1;
  }

  #resolveTypes(): void {
    this.#typeIds = [];
    for (const type of this.#types ?? []) {
      const id = this.#graph.typeIdOf(type);
      if (id !== -1 && !this.#typeIds.includes(id)) {
        this.#typeIds.push(id);
      }
    }
  }
}
