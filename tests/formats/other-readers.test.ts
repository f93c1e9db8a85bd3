import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PropertyGraph } from "@redthread/core/graph";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { describe, expect, it } from "vitest";
import { writeGraphCase } from "../cli/harbour-case.js";
import { runHere, suiteFolder } from "../cli/run-cli.js";
import { HOSTILE_TEXTS } from "./draw-graph.js";
import { countWith, findPython } from "./python.js";

const python = findPython();
const cwd = suiteFolder();

/**
 * A case of every role with hostile texts in names, quotes and sources: a person, a body, a place, an
 * operation and a report for each text, links of each kind between them, and two links between the same.
 */
function hostileCase(): PropertyGraph {
  const graph = new PropertyGraph();
  const node = (label: string, at: number, name: string, more: object = {}): number =>
    graph.createNode([label], Object.entries({ id: `${label}:${at}`, name, ...more }));
  let links = 0;
  for (const [at, text] of HOSTILE_TEXTS.entries()) {
    const report = node("Document", at, text, {
      path: `${at}.txt`,
      publisher: text,
      date: "2025-03-04",
    });
    const person = node("Person", at, text, { aliases: [text], country: "lb" });
    const body = node("Agency", at, text);
    const place = node("Place", at, text, { latitude: 33, longitude: -35 });
    const operation = node("Operation", at, text, { date: "2025-03" });
    const link = (type: string, from: number, to: number, more: object = {}): void => {
      links += 1;
      const proof = {
        quotes: [text],
        spans: [`Document:${at}:0-1`],
        documents: [`Document:${at}`],
      };
      const own = { id: `${type}:${links}`, ...proof, confidence: 0.5, ...more };
      graph.createRelationship(type, from, to, Object.entries(own));
    };
    link("HOLDS_POSITION", person, body, { title: text });
    link("HOLDS_POSITION", person, body, { from: "2020" });
    link("CONDUCTED", body, operation);
    link("TOOK_PLACE_IN", operation, place);
    link("SEIZED", operation, place, { amount: 5 });
    for (const thing of [person, body, place, operation]) link("MENTIONED_IN", thing, report);
  }
  return graph;
}

const graph = hostileCase();
const COUNT = HOSTILE_TEXTS.length;
const mentions = 4 * COUNT;

async function written(format: string): Promise<string> {
  writeGraphCase(cwd, graph);
  const { code, stderr } = await runHere(["export", `out.${format}`, "--format", format], { cwd });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return join(cwd, `out.${format}`);
}

const ALL = { nodes: graph.nodeCount, links: graph.relationshipCount };
const TOLD = { nodes: graph.nodeCount, links: graph.relationshipCount - mentions };

describe.skipIf(python === null)("a case of hostile texts, read by other libraries", () => {
  it.each([
    ["gexf", ALL],
    ["graphml", ALL],
    ["ftm", TOLD],
    ["stix", TOLD],
    ["geojson", { nodes: COUNT }],
    ["sqlite", { ...ALL, quotes: graph.relationshipCount }],
    ["xlsx", { Operations: COUNT, Seizures: 0, Links: TOLD.links, Reports: COUNT }],
  ])("%s holds what the case does", async (format, expected) => {
    const path = await written(format);
    expect(countWith(python ?? "", format, path)).toEqual(expected);
  });
});

it("GEXF is what graphology reads, names and values too", async () => {
  const read = gexf.parse(MultiDirectedGraph, readFileSync(await written("gexf"), "utf8"));
  expect({ nodes: read.order, links: read.size }).toEqual(ALL);
  const names = read.filterNodes((key) => key.startsWith("Person:"));
  const texts = names.map((key) => read.getNodeAttribute(key, "name"));
  expect(texts.sort()).toEqual([...HOSTILE_TEXTS].sort());
});
