import { buildCase } from "@redthread/core/build";
import { createTrace, findChains, suggestChains } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { readFolder } from "../pipeline/read-folder.js";
import { narcoticsPack } from "../support/read-pack.js";

const pack = narcoticsPack();
const { graph } = buildCase(readFolder("examples/captagon-route/reports"), { pack });
const trace = createTrace(graph, pack.schema);
const chains = suggestChains(trace.graph, pack.schema, 6);
const starts = chains.map(({ stops }) => stops[0]);

describe("the chains suggested for the example", () => {
  it("are as many as wanted, each from another start", () => {
    expect(chains).toHaveLength(6);
    expect(new Set(starts).size).toBe(6);
  });

  it("lead from one who acts over a border to another state", () => {
    for (const { stops, borders, hops } of chains) {
      const [first, last] = [
        trace.graph.nodes[stops[0] ?? -1],
        trace.graph.nodes[stops.at(-1) ?? -1],
      ];
      expect(first?.acts).toBe(true);
      expect(last?.isState).not.toBeNull();
      expect(first?.states).not.toContain(last?.isState);
      expect(borders).toBeGreaterThan(0);
      expect(hops.length).toBeGreaterThan(1);
    }
  });

  it("are those that asking for their ends gives", () => {
    for (const chain of chains) {
      const [from = -1, to = -1] = [chain.stops[0], chain.stops.at(-1)];
      expect(findChains(trace.graph, from, to, { maxHops: 4 }).chains[0]).toEqual(chain);
    }
  });
});
