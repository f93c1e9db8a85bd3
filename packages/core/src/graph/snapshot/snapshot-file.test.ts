import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphLines } from "../graph-lines.js";
import { graphFromLines } from "../graph-loader.js";
import { PropertyGraph } from "../property-graph.js";
import { DateValue, Float, PointValue, type PropertyValue } from "../property-value.js";
import {
  directoryLength,
  encodeSnapshot,
  intactSection,
  openSnapshot,
  readDirectory,
  SNAPSHOT_HEAD,
} from "./snapshot-file.js";

const KEY = "a".repeat(64);

const scalar = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("\ud800 alone", "\ufeffmarked", "", "حمص"),
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.maxSafeInteger(),
  fc.bigInt(2n ** 53n, 2n ** 62n),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new Float(value)),
  fc.boolean(),
  fc.tuple(fc.integer(), fc.integer()).map(([x, y]) => new PointValue(7203, x, y, null)),
);
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  scalar,
  fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
);
const properties = fc.dictionary(fc.constantFrom("name", "age", "kind", "of"), value);

interface DrawnElement {
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
interface Drawn {
  readonly nodes: readonly (DrawnElement & { readonly labels: readonly string[] })[];
  readonly relationships: readonly (DrawnElement & {
    readonly type: string;
    readonly from: number;
    readonly to: number;
  })[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  nodes: fc.array(
    fc.record({ labels: fc.uniqueArray(fc.constantFrom("Port", "Ship", "Crew")), properties }),
    { minLength: 1, maxLength: 60 },
  ),
  relationships: fc.array(
    fc.record({
      type: fc.constantFrom("SAILS", "OWNS", "NEAR"),
      from: fc.nat(),
      to: fc.nat(),
      properties,
    }),
    { maxLength: 120 },
  ),
});

/** As a case gives it: written as lines, and read from them. */
function graphOf({ nodes, relationships }: Drawn): PropertyGraph {
  const graph = new PropertyGraph();
  nodes.forEach(({ labels, properties: own }, at) => {
    graph.createNode(labels, [["id", `n${at}`], ...Object.entries(own)]);
  });
  relationships.forEach(({ type, from, to, properties: own }, at) => {
    const entries: [string, PropertyValue][] = [["id", `r${at}`], ...Object.entries(own)];
    graph.createRelationship(type, from % nodes.length, to % nodes.length, entries);
  });
  return graphFromLines(graphLines(graph));
}

/** Everything that can be read of a graph, in the order in which it comes. */
function everythingOf(graph: PropertyGraph): string {
  const told: unknown[] = [...graphLines(graph), graph.labels(), graph.relationshipTypes()];
  graph.forEachNode(null, (node) => {
    for (const direction of ["out", "in", "both"] as const) {
      told.push(graph.degree(node, direction, ["OWNS"]));
      graph.expand(node, direction, null, (relationship, neighbour) => {
        told.push([relationship, neighbour, graph.typeOf(relationship)]);
        return true;
      });
    }
    for (const label of graph.labelsOf(node)) {
      for (const key of graph.nodePropertyKeys(node)) {
        told.push(graph.findNodes(label, key, graph.nodeProperty(node, key) ?? false));
      }
    }
    return true;
  });
  return JSON.stringify(told);
}

function snapshotOf(graph: PropertyGraph): Uint8Array {
  const file = encodeSnapshot(graph, KEY);
  if (file === null) throw new TypeError("no snapshot was made");
  return file;
}

function directoryOf(file: Uint8Array) {
  const length = directoryLength(file.subarray(0, SNAPSHOT_HEAD));
  return length === null
    ? null
    : readDirectory(file, file.subarray(SNAPSHOT_HEAD, SNAPSHOT_HEAD + length));
}

function opened(file: Uint8Array): PropertyGraph {
  const directory = directoryOf(file);
  return openSnapshot((name) => {
    const section = directory?.sections.get(name);
    if (section === undefined) throw new TypeError(`no section ${name}`);
    const { offset, length } = section;
    const bytes = intactSection(new Uint8Array(file.slice(offset, offset + length)), section);
    if (bytes === null) throw new TypeError(`${name} is damaged`);
    return bytes;
  });
}

type Change = (graph: PropertyGraph, node: number, step: number) => void;

const CHANGES: readonly Change[] = [
  (graph, node, step) => graph.createRelationship("OWNS", node, step % 2 === 0 ? node : 0, []),
  (graph, node, step) => graph.setNodeProperty(node, "name", step % 2 === 0 ? "late" : step),
  (graph, node) => graph.addLabel(node, "Seen"),
  (graph, _node, step) => graph.createNode(["Port"], [["age", step]]),
  (graph, node) => {
    const found: number[] = [];
    graph.expand(node, "both", null, (relationship) => found.push(relationship) < 2);
    for (const relationship of found) graph.deleteRelationship(relationship);
  },
  (graph, node) => graph.removeLabel(node, "Ship"),
];

/** The same changes to whichever graph they are made to. */
function change(graph: PropertyGraph, steps: readonly number[]): void {
  for (const step of steps) {
    CHANGES[step % CHANGES.length]?.(graph, step % graph.nodeSlots, step);
  }
}

describe("a snapshot", () => {
  it("reads as the graph it was made of, and changes as it does", () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(1_000), { maxLength: 40 }), (made, steps) => {
        const graph = graphOf(made);
        const again = opened(snapshotOf(graph));
        // Changed before anything was read, and read before anything is changed.
        const untouched = opened(snapshotOf(graph));
        change(untouched, steps);
        expect(everythingOf(again)).toBe(everythingOf(graph));
        change(graph, steps);
        change(again, steps);
        expect(everythingOf(again)).toBe(everythingOf(graph));
        expect(everythingOf(untouched)).toBe(everythingOf(graph));
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("has the same bytes for the same lines, and for the graph that was opened from it", () => {
    fc.assert(
      fc.property(drawn, (made) => {
        const file = snapshotOf(graphOf(made));
        expect(snapshotOf(graphOf(made))).toEqual(file);
        expect(snapshotOf(opened(file))).toEqual(file);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  const harbour = (): PropertyGraph =>
    graphOf({
      nodes: Array.from({ length: 200 }, (_, at) => ({
        labels: at % 3 === 0 ? ["Port", "Place"] : ["Ship"],
        properties: { name: `thing ${at}`, tons: at % 4, ...(at < 3 ? { note: "few" } : {}) },
      })),
      relationships: Array.from({ length: 500 }, (_, at) => ({
        type: at % 2 === 0 ? "NEAR" : "OWNS",
        from: at * 7,
        to: at * 11,
        properties: at % 4 === 0 ? { since: at } : {},
      })),
    });

  it("tells of every section whether a byte of it was changed or cut", () => {
    const file = snapshotOf(harbour());
    const sections = [...(directoryOf(file)?.sections ?? [])];
    expect(sections.length).toBeGreaterThan(25);
    for (const [name, section] of sections) {
      const { offset, length } = section;
      const whole = file.slice(offset, offset + length);
      expect(intactSection(whole, section), name).not.toBeNull();
      expect(intactSection(whole.slice(0, -1), section), name).toBeNull();
      for (const at of [0, length >> 1, length - 1]) {
        const flipped = whole.slice();
        flipped[at] = (flipped[at] ?? 0) ^ 4;
        expect(intactSection(flipped, section), `${name} at ${at}`).toBeNull();
      }
    }
  });

  it("is not read with a damaged head or directory, or of another version", () => {
    const file = snapshotOf(harbour());
    for (const at of [0, 7, 8, 12, 16, SNAPSHOT_HEAD, SNAPSHOT_HEAD + 100]) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(directoryOf(flipped), `byte ${at}`).toBeNull();
    }
    expect(directoryLength(file.subarray(0, SNAPSHOT_HEAD - 1))).toBeNull();
    expect(directoryOf(file.subarray(0, SNAPSHOT_HEAD + 50))).toBeNull();
  });

  it("is not made of a graph with gaps, nor of values that lines do not hold", () => {
    const gaps = harbour();
    gaps.deleteRelationship(0);
    expect(encodeSnapshot(gaps, KEY)).toBeNull();
    const dated = new PropertyGraph();
    dated.createNode(["Port"], [["day", new DateValue(7)]]);
    expect(encodeSnapshot(dated, KEY)).toBeNull();
  });
});
