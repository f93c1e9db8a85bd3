import { findChains, type TraceGraph } from "@redthread/core/trace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyChain, fewestBorders } from "./every-chain.js";

const STATES = ["iq", "sy", "tr"];
const TYPES = ["CALLED", "PAID", "MET"];

const node = fc.record({
  states: fc.uniqueArray(fc.constantFrom(...STATES), { maxLength: 2 }),
  isWall: fc.nat(5).map((one) => one === 0),
});

const link = (nodes: number) =>
  fc.record({
    from: fc.nat(nodes - 1),
    to: fc.nat(nodes - 1),
    type: fc.constantFrom(...TYPES),
    confidence: fc.constantFrom(0.5, 0.52, 0.7, 0.72, 0.846, 0.854, 0.9),
    sources: fc.constantFrom(1, 2),
    documents: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
    modality: fc.constantFrom("asserted", "asserted", "alleged", "denied"),
    walk: fc.nat(9).map((one) => one > 0),
    fact: fc.nat(20),
  });

/** Small graphs in which much is alike, so that every rule of the order is needed. */
const graphs: fc.Arbitrary<TraceGraph> = fc
  .integer({ min: 2, max: 7 })
  .chain((count) =>
    fc.tuple(
      fc.array(node, { minLength: count, maxLength: count }),
      fc.array(link(count), { maxLength: 14 }),
    ),
  )
  .map(([nodes, links]) => ({
    documents: ["doc:0", "doc:1", "doc:2", "doc:3"],
    nodes: nodes.map(({ states, isWall }, at) => ({
      id: `node:${at}`,
      name: `Node ${at}`,
      aliases: [],
      knownAs: [],
      kind: "Person",
      labels: ["Person"],
      states,
      near: [],
      passes: !isWall,
      acts: true,
      isState: null,
      isPublisher: false,
    })),
    links: links
      .filter(({ from, to }) => from !== to)
      .map(({ fact, documents, ...one }, at) => ({
        ...one,
        id: `link:${String(at).padStart(2, "0")}`,
        documents: [...documents].sort(),
        crosses: [],
        standing: false,
        inferred: false,
        machines: [],
        deniedBy: [],
        since: null,
        until: null,
        asOf: null,
        // One in ten tells what the first link tells.
        fact: fact < 2 ? "link:00" : `link:${String(at).padStart(2, "0")}`,
      })),
  }));

const questions = fc.record({
  maxHops: fc.integer({ min: 1, max: 6 }),
  limit: fc.constantFrom(1, 3, 20),
  via: fc.array(fc.nat(6), { maxLength: 2 }),
  notNodes: fc.array(fc.nat(6), { maxLength: 1 }),
  types: fc.constantFrom([], [], ["CALLED", "PAID"]),
  crossBorder: fc.boolean(),
  minConfidence: fc.constantFrom(0, 0.52),
});

const known = (graph: TraceGraph, nodes: readonly number[]): readonly number[] =>
  nodes.filter((one) => one < graph.nodes.length);

describe("the search for chains", () => {
  it("finds what trying every chain finds, in its order", () => {
    fc.assert(
      fc.property(graphs, questions, (graph, asked) => {
        const wanted = {
          ...asked,
          via: known(graph, asked.via),
          notNodes: known(graph, asked.notNodes).filter((one) => one > 1),
        };
        const { chains, isCut } = findChains(graph, 0, 1, wanted);
        const all = everyChain(graph, 0, 1, wanted);
        expect(isCut).toBe(false);
        expect(
          chains.map(({ stops, hops }) => ({ stops, links: hops.map((hop) => hop.link) })),
        ).toEqual(all);
      }),
      { numRuns: 1_500 },
    );
  });

  it("finds the same chains from either end", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const [there, back] = [findChains(graph, 0, 1), findChains(graph, 1, 0)];
        expect(back.chains.map(({ stops }) => [...stops].reverse())).toEqual(
          there.chains.map(({ stops }) => stops),
        );
        expect(back.chains.map(({ borders }) => borders)).toEqual(
          there.chains.map(({ borders }) => borders),
        );
      }),
    );
  });

  it("counts no more borders than a walk must cross", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        for (const { stops, borders, crossings } of findChains(graph, 0, 1, { limit: 20 }).chains) {
          expect(borders).toBe(fewestBorders(graph, stops));
          expect(crossings.filter((one) => one !== null)).toHaveLength(borders);
        }
      }),
    );
  });

  it("survives being stored as JSON", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const stored: TraceGraph = JSON.parse(JSON.stringify(graph));
        expect(findChains(stored, 0, 1)).toEqual(findChains(graph, 0, 1));
      }),
    );
  });
});
