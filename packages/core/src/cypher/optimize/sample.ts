import type { PropertyValue } from "../../graph/property-value.js";
import type { ExpandDirection } from "../plan/expand-direction.js";
import type { Statistics } from "./statistics.js";

/** Nodes and relationships looked at to guess what is true of all. */
const SIZE = 128;
/** Relationships of one node that are looked at. */
const PER_NODE = 4;

/** What one planning knows of the graph: counts that the store keeps, and samples of the rest. */
export class Sample {
  readonly statistics: Statistics;
  readonly #nodes = new Map<string | null, readonly number[]>();
  readonly #known = new Map<string, number>();

  constructor(statistics: Statistics) {
    this.statistics = statistics;
  }

  /** Nodes with the label, or any nodes when it is null. */
  countOf(label: string | null): number {
    return label === null ? this.statistics.nodeCount : this.statistics.countWithLabel(label);
  }

  /** Mean number of relationships of the types that a node with the label has in a direction. */
  degree(
    label: string | null,
    direction: ExpandDirection,
    types: readonly string[] | null,
  ): number {
    return this.#once(`degree ${label} ${direction} ${types?.join("|")}`, () => {
      const nodes = this.#sampleOf(label);
      const sum = nodes.reduce(
        (total, node) => total + this.statistics.degree(node, direction, types),
        0,
      );
      return nodes.length === 0 ? 0 : sum / nodes.length;
    });
  }

  /** Share of such relationships whose far end carries the label. */
  endShare(
    from: string | null,
    direction: ExpandDirection,
    types: readonly string[] | null,
    to: string,
  ): number {
    return this.#once(`end ${from} ${direction} ${types?.join("|")} ${to}`, () => {
      let seen = 0;
      let hits = 0;
      for (const node of this.#sampleOf(from)) {
        let left = PER_NODE;
        this.statistics.expand(node, direction, types, (_relationship, neighbour) => {
          seen += 1;
          hits += this.statistics.hasLabel(neighbour, to) ? 1 : 0;
          left -= 1;
          return left > 0;
        });
      }
      return seen === 0 ? this.#labelShare(to) : (hits + 0.5) / (seen + 1);
    });
  }

  /** Share of the label's nodes that have one given value of the property: one in so many distinct values. */
  equalityShare(label: string | null, key: string): number {
    return this.#once(`equal ${label} ${key}`, () => {
      const values = this.#valuesOf(label, key);
      if (values.length === 0) {
        return 1 / Math.max(1, this.countOf(label));
      }
      const present = values.length / Math.max(1, this.#sampleOf(label).length);
      return present / this.#distinctOf(values, this.countOf(label) * present);
    });
  }

  /** Share of the label's nodes whose property passes the test. */
  passingShare(
    label: string | null,
    key: string,
    passes: (value: PropertyValue) => boolean,
  ): number {
    const looked = this.#sampleOf(label).length;
    const hits = this.#valuesOf(label, key).filter(passes).length;
    return (hits + 0.5) / (looked + 1);
  }

  /** Chao's guess of how many values there are, from those that came once and twice. */
  #distinctOf(values: readonly PropertyValue[], all: number): number {
    const counts = new Map<PropertyValue, number>();
    for (const value of values) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const once = [...counts.values()].filter((count) => count === 1).length;
    const twice = [...counts.values()].filter((count) => count === 2).length;
    if (values.length >= all) {
      return counts.size;
    }
    if (once === values.length) {
      return Math.max(1, all);
    }
    const unseen = twice === 0 ? (once * (once - 1)) / 2 : once ** 2 / (2 * twice);
    return Math.max(1, Math.min(all, counts.size + unseen));
  }

  #valuesOf(label: string | null, key: string): readonly PropertyValue[] {
    return this.#sampleOf(label).flatMap((node) => this.statistics.nodeProperty(node, key) ?? []);
  }

  #labelShare(label: string): number {
    return this.countOf(label) / Math.max(1, this.countOf(null));
  }

  /** Spread over all slots: what a case names first is what it names most. */
  #sampleOf(label: string | null): readonly number[] {
    const known = this.#nodes.get(label);
    if (known !== undefined) {
      return known;
    }
    const { statistics } = this;
    const next = (from: number): number =>
      label === null
        ? firstNode(statistics, from)
        : (statistics.nodesWithLabel(label)?.firstFrom(from) ?? -1);
    const wanted = Math.min(SIZE, this.countOf(label));
    let nodes: number[] = [];
    // A label's nodes may all lie close together: look again in smaller strides until there are enough.
    for (let stride = Math.ceil(statistics.nodeSlots / SIZE); stride > 0; stride >>>= 3) {
      nodes = spread(next, stride);
      if (2 * nodes.length >= wanted) {
        break;
      }
    }
    this.#nodes.set(label, nodes);
    return nodes;
  }

  #once(name: string, guess: () => number): number {
    const known = this.#known.get(name) ?? guess();
    this.#known.set(name, known);
    return known;
  }
}

function spread(next: (from: number) => number, stride: number): number[] {
  const nodes: number[] = [];
  for (let node = next(0); node >= 0 && nodes.length < SIZE; node = next(node + stride)) {
    nodes.push(node);
  }
  return nodes;
}

function firstNode(statistics: Statistics, from: number): number {
  for (let node = from; node < statistics.nodeSlots; node += 1) {
    if (statistics.hasNode(node)) {
      return node;
    }
  }
  return -1;
}
