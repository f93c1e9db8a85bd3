import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "./property-graph.js";
import { DateValue, Float, type PropertyValue } from "./property-value.js";

/** One change, with numbers that pick an existing element by place. */
type Change =
  | { readonly kind: "node"; readonly labels: readonly string[]; readonly value: PropertyValue }
  | { readonly kind: "relationship"; readonly type: string; readonly a: number; readonly b: number }
  | { readonly kind: "delete-node" | "delete-relationship"; readonly at: number }
  | { readonly kind: "label" | "unlabel"; readonly at: number; readonly label: string }
  | {
      readonly kind: "set" | "set-relationship";
      readonly at: number;
      readonly key: string;
      readonly value: PropertyValue | undefined;
    };

const label = fc.constantFrom("Ship", "Port", "Crew");
const key = fc.constantFrom("name", "tonnes", "flag");
const at = fc.nat(50);
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(1, 2 ** 40, 2n ** 60n, true, "Aurora", "Borea"),
  fc.constantFrom(1, 1.5, Number.NaN).map((number) => new Float(number)),
  fc.constant(new DateValue(1)),
  fc.constant(["PT", "ES"]),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant("node" as const),
    labels: fc.array(label, { maxLength: 2 }),
    value,
  }),
  fc.record({
    kind: fc.constant("relationship" as const),
    type: fc.constantFrom("MEETS", "CALLS_AT", "OWNS"),
    a: at,
    b: at,
  }),
  fc.record({ kind: fc.constantFrom("delete-node" as const, "delete-relationship" as const), at }),
  fc.record({ kind: fc.constantFrom("label" as const, "unlabel" as const), at, label }),
  fc.record({
    kind: fc.constantFrom("set" as const, "set-relationship" as const),
    at,
    key,
    value: fc.option(value, { nil: undefined }),
  }),
);

function slotsOf(walk: (visit: (slot: number) => boolean) => void): number[] {
  const slots: number[] = [];
  walk((slot) => {
    slots.push(slot);
    return true;
  });
  return slots;
}

function pick(slots: readonly number[], place: number): number | undefined {
  return slots.length === 0 ? undefined : slots[place % slots.length];
}

function apply(graph: PropertyGraph, step: Change): void {
  const nodes = slotsOf((visit) => graph.forEachNode(null, visit));
  const relationships = slotsOf((visit) => graph.forEachRelationship(null, visit));
  if (step.kind === "node") {
    graph.createNode(step.labels, [["name", step.value]]);
    return;
  }
  if (step.kind === "relationship") {
    const start = pick(nodes, step.a);
    const end = pick(nodes, step.b);
    if (start !== undefined && end !== undefined) {
      graph.createRelationship(step.type, start, end, [["since", 1]]);
    }
    return;
  }
  const onRelationship = step.kind === "delete-relationship" || step.kind === "set-relationship";
  const slot = pick(onRelationship ? relationships : nodes, step.at);
  if (slot === undefined) {
    return;
  }
  switch (step.kind) {
    case "delete-node":
      for (const relationship of incident(graph, slot)) {
        graph.deleteRelationship(relationship);
      }
      graph.deleteNode(slot);
      return;
    case "delete-relationship":
      graph.deleteRelationship(slot);
      return;
    case "label":
      graph.addLabel(slot, step.label);
      return;
    case "unlabel":
      graph.removeLabel(slot, step.label);
      return;
    case "set":
      graph.setNodeProperty(slot, step.key, step.value);
      return;
    case "set-relationship":
      graph.setRelationshipProperty(slot, step.key, step.value);
      return;
  }
}

function incident(graph: PropertyGraph, node: number): number[] {
  const found: number[] = [];
  graph.expand(node, "both", null, (relationship) => {
    found.push(relationship);
    return true;
  });
  return found;
}

/** All that a reader can see, orders included. */
function picture(graph: PropertyGraph): unknown {
  const nodes = slotsOf((visit) => graph.forEachNode(null, visit));
  return {
    nodes: nodes.map((node) => [
      node,
      graph.labelsOf(node),
      graph.nodePropertyKeys(node).map((name) => [name, graph.nodeProperty(node, name)]),
      incident(graph, node),
      graph.degree(node, "both", null),
      graph.degree(node, "both", ["MEETS"]),
    ]),
    relationships: slotsOf((visit) => graph.forEachRelationship(null, visit)).map((slot) => [
      slot,
      graph.typeOf(slot),
      graph.startOf(slot),
      graph.endOf(slot),
      graph
        .relationshipPropertyKeys(slot)
        .map((name) => [name, graph.relationshipProperty(slot, name)]),
    ]),
    labels: graph.labels().map((name) => [name, graph.countWithLabel(name)]),
    types: graph.relationshipTypes().map((name) => [name, graph.countWithType(name)]),
    keys: graph.propertyKeys(),
    found: [1, new Float(1), "Aurora", 2n ** 60n, new DateValue(1)].map((wanted) =>
      graph.findNodes("Ship", "name", wanted),
    ),
  };
}

const ofChanges = (changes: readonly Change[]): PropertyGraph => {
  const graph = new PropertyGraph();
  for (const step of changes) {
    apply(graph, step);
  }
  return graph;
};

const changes = fc.array(change, { maxLength: 60 });

describe("PropertyGraph", () => {
  it("is the same after a rolled-back statement, whatever that did", () => {
    fc.assert(
      fc.property(changes, changes, fc.boolean(), (before, during, indexed) => {
        const graph = ofChanges(before);
        if (indexed) {
          graph.findNodes("Ship", "name", 1);
        }
        const expected = picture(ofChanges(before));
        graph.begin();
        for (const step of during) {
          apply(graph, step);
        }
        graph.rollback();
        expect(picture(graph)).toEqual(expected);
      }),
    );
  });

  it("goes on after a rollback as if the statement had never run", () => {
    fc.assert(
      fc.property(changes, changes, changes, (before, during, after) => {
        const graph = ofChanges(before);
        graph.begin();
        for (const step of during) {
          apply(graph, step);
        }
        graph.rollback();
        for (const step of after) {
          apply(graph, step);
        }
        expect(picture(graph)).toEqual(picture(ofChanges([...before, ...after])));
      }),
    );
  });

  it("keeps its indexes in step with writes", () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const graph = ofChanges(before);
        graph.findNodes("Ship", "name", 1);
        for (const step of after) {
          apply(graph, step);
        }
        expect(picture(graph)).toEqual(picture(ofChanges([...before, ...after])));
      }),
    );
  });
});
