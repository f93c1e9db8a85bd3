import { readFileSync } from "node:fs";
import { buildCase } from "@redthread/core/build";
import { createTrace } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { readFolder } from "../pipeline/read-folder.js";
import { narcoticsPack } from "../support/read-pack.js";
import { chainsBetween } from "../support/trace-case.js";

const pack = narcoticsPack();
const { graph } = buildCase(readFolder("examples/captagon-route/reports"), { pack });
const trace = createTrace(graph, pack.schema);
const rows = readFileSync(new URL("example-pairs.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line) => line.split("\t"));

const between = (from: string, to: string): string => {
  const [chain] = chainsBetween(trace, from, to, { limit: 1 }).chains;
  if (chain === undefined) return "no chain";
  return (
    chain.nodes
      .slice(1, -1)
      .map(({ name }) => name)
      .join("|") || "-"
  );
};

describe("the first chain of the example", () => {
  it.each(rows)("from %s to %s leads over %s", (from = "", to = "", expected) => {
    expect(between(from, to)).toBe(expected);
    expect(between(to, from).split("|").reverse().join("|")).toBe(expected);
  });
});
