import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildCase, verifyCase } from "@redthread/core/build";
import { createTrace, findChains, type Trace } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { findReference } from "../cases/shared-folder.js";
import { readFolder } from "../pipeline/read-folder.js";
import { narcoticsPack } from "../support/read-pack.js";

const pack = narcoticsPack();
type Input = ReturnType<typeof readFolder>[number];

const traceOf = (inputs: readonly Input[]): Trace =>
  createTrace(buildCase(inputs, { pack }).graph, pack.schema);

/** The reports of some folders of reference data, or null where one of them is not here. */
function referenceReports(...folders: readonly string[]): readonly Input[] | null {
  const found = folders.map(findReference);
  if (found.includes(null)) return null;
  return found.flatMap((folder) =>
    readdirSync(folder ?? "", { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(txt|html|md)$/.test(entry.name))
      .filter(({ name }) => name !== "README.md")
      .map(({ name }) => ({
        path: `${basename(folder ?? "")}/${name}`,
        bytes: new Uint8Array(readFileSync(join(folder ?? "", name))),
      })),
  );
}

/** Officials whose states or country are not those of their bodies, where a body has any. */
function strayOfficials({ graph, schema, reader, nodeSlots }: Trace): readonly string[] {
  return graph.nodes.flatMap(({ kind, id, states }, index) => {
    if (schema.roleOf(kind) !== "official") return [];
    const bodies = graph.links
      .filter((link) => link.from === index && schema.relationRoleOf(link.type) === "post")
      .flatMap((link) => graph.nodes[link.to]?.states ?? []);
    const expected = [...new Set(bodies)].sort();
    if (expected.length === 0) return [];
    const country = reader.nodeProperty(nodeSlots[index] ?? 0, "country");
    const isOwn = country === undefined || expected.includes(String(country));
    return isOwn && expected.join() === [...states].sort().join() ? [] : [id];
  });
}

/** Relationships whose border is not that of the states of their ends. */
function strayBorders({ graph, reader, linkSlots }: Trace): readonly string[] {
  return graph.links.flatMap(({ id, from, to, standing }, at) => {
    const crosses = reader.relationshipProperty(linkSlots[at] ?? 0, "crosses");
    const [here, there] = [graph.nodes[from]?.states ?? [], graph.nodes[to]?.states ?? []];
    const isBorder =
      !standing &&
      here.length > 0 &&
      there.length > 0 &&
      !here.some((state) => there.includes(state));
    const expected = isBorder ? [here[0] ?? "", there[0] ?? ""].sort() : [];
    return JSON.stringify(crosses) === JSON.stringify(expected) ? [] : [id];
  });
}

/** Every official of a case has the states of his body, and every border is written on its link. */
function expectSound(trace: Trace): void {
  const officials = trace.graph.nodes.filter(
    ({ kind }) => trace.schema.roleOf(kind) === "official",
  );
  expect(officials.length).toBeGreaterThan(5);
  expect(strayOfficials(trace)).toEqual([]);
  expect(strayBorders(trace)).toEqual([]);
  expect(trace.graph.links.some(({ crosses }) => crosses.length === 2)).toBe(true);
}

describe("a built case", () => {
  it("puts officials where their bodies are, and borders on links, in the example", () => {
    expectSound(traceOf(readFolder("examples/captagon-route/reports")));
  });

  const large = referenceReports("eval/dev", "seeds");
  it.skipIf(large === null)("does so in many reports read as one case", () => {
    expectSound(traceOf(large ?? []));
  });

  const hub = referenceReports("cases/second/identity/newspaper-hub");
  it.skipIf(hub === null)("joins no two groups by the paper that wrote of both", () => {
    const { graph, schema } = traceOf(hub ?? []);
    const groups = graph.nodes.flatMap(({ kind }, at) =>
      schema.roleOf(kind) === "group" ? [at] : [],
    );
    expect(groups.length).toBeGreaterThan(1);
    for (const from of groups) {
      for (const to of groups) {
        if (from !== to) expect(findChains(graph, from, to).chains).toEqual([]);
      }
    }
  });

  it("is still proved to the last quote", () => {
    const built = buildCase(readFolder("examples/captagon-route/reports"), { pack });
    const texts = new Map(built.documents.map(({ document }) => [document.id, document.text]));
    expect(verifyCase({ graph: built.graph, texts, claims: built.claims }).problems).toEqual([]);
  });
});
