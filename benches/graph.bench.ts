import {
  graphFromLines,
  graphLines,
  PropertyGraph,
  type PropertyValue,
  toGraphology,
} from "@redthread/core/graph";
import { bench, describe } from "vitest";
import { benchGraph, FEW, optionsFor } from "./bench-graph.js";

const { graph, slots } = benchGraph();
const people = slots.get("Person") ?? [];
const peer = toGraphology(graph);
const starts = people.filter((_, place) => place % 20 === 0).slice(0, 2_000);
const someone = keyOf(people[4_321 % people.length] ?? 0);
const keys = starts.map(keyOf);

type Entries = readonly (readonly [string, PropertyValue])[];
const nodes: { readonly labels: readonly string[]; readonly entries: Entries }[] = [];
const relationships: (readonly [type: string, start: number, end: number, entries: Entries])[] = [];
graph.forEachNode(null, (node) => {
  const entries = graph
    .nodePropertyKeys(node)
    .map((key) => [key, graph.nodeProperty(node, key) ?? ""] as const);
  nodes.push({ labels: graph.labelsOf(node), entries });
  return true;
});
graph.forEachRelationship(null, (slot) => {
  const entries = graph
    .relationshipPropertyKeys(slot)
    .map((key) => [key, graph.relationshipProperty(slot, key) ?? ""] as const);
  relationships.push([graph.typeOf(slot), graph.startOf(slot), graph.endOf(slot), entries]);
  return true;
});
const lines = [...graphLines(graph)];

function keyOf(node: number): string {
  return String(graph.nodeProperty(node, "id") ?? "");
}

function build(): PropertyGraph {
  const made = new PropertyGraph();
  for (const { labels, entries } of nodes) {
    made.createNode(labels, entries);
  }
  for (const [type, start, end, entries] of relationships) {
    made.createRelationship(type, start, end, entries);
  }
  return made;
}

/** People known by people known, counted. */
function twoHops(): number {
  const knows = ["KNOWS"];
  let count = 0;
  for (const start of starts) {
    graph.expand(start, "out", knows, (_relationship, middle) => {
      graph.expand(middle, "out", knows, () => {
        count += 1;
        return true;
      });
      return true;
    });
  }
  return count;
}

/** The same on the rows themselves, as the executor reads them. */
function twoHopsOnRows(): number {
  const knows = graph.typeIdOf("KNOWS");
  const { outgoing } = graph;
  const { neighbours } = outgoing;
  let count = 0;
  for (const start of starts) {
    const end = outgoing.typeEnd(start, knows);
    for (let at = outgoing.typeStart(start, knows); at < end; at += 1) {
      const middle = neighbours[at] ?? 0;
      count += outgoing.typeEnd(middle, knows) - outgoing.typeStart(middle, knows);
    }
  }
  return count;
}

function twoHopsOnGraphology(): number {
  let count = 0;
  for (const key of keys) {
    peer.forEachOutEdge(key, (_edge, first, _source, middle) => {
      if (first.relationshipType === "KNOWS") {
        peer.forEachOutEdge(middle, (_next, second) => {
          count += second.relationshipType === "KNOWS" ? 1 : 0;
        });
      }
    });
  }
  return count;
}

if (twoHops() !== twoHopsOnGraphology() || twoHops() !== twoHopsOnRows()) {
  throw new Error("the three ways to count two hops disagree");
}

// vitest prints how many times faster the first of each group is.

describe("build 100,000 nodes and 330,000 relationships", () => {
  bench("property graph", () => void build(), optionsFor(FEW));
  bench("graphology", () => void toGraphology(graph), optionsFor(FEW));
});

describe("two hops from 2,000 people", () => {
  bench("property graph, rows", () => void twoHopsOnRows(), optionsFor());
  bench("property graph, expand()", () => void twoHops(), optionsFor());
  bench("graphology, forEachOutEdge()", () => void twoHopsOnGraphology(), optionsFor(FEW));
});

describe("people over 50", () => {
  bench(
    "property graph",
    () => {
      graph.forEachNode("Person", (node) => {
        const age = graph.nodeProperty(node, "age");
        return typeof age !== "number" || age > 0;
      });
    },
    optionsFor(),
  );
  bench(
    "graphology",
    () => {
      peer.forEachNode(
        (_key, { labels, properties }) => labels[0] === "Person" && properties["age"],
      );
    },
    optionsFor(),
  );
});

describe("a person by id", () => {
  bench(
    "property graph, findNodes()",
    () => void graph.findNodes("Person", "id", someone),
    optionsFor(),
  );
  bench(
    "graphology, getNodeAttributes()",
    () => void peer.getNodeAttributes(someone),
    optionsFor(),
  );
});

describe("JSON lines of the graph", () => {
  bench("written", () => void [...graphLines(graph)].length, optionsFor(FEW));
  bench("read", () => void graphFromLines(lines), optionsFor(FEW));
});
