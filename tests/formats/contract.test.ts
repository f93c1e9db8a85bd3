import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXPORTERS } from "@redthread/cli";
import { GRAPH_FORMATS } from "@redthread/core/formats";
import { PropertyGraph, type PropertyValue } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./draw-graph.js";
import { hostileGraph, parallelLinks } from "./hostile-graph.js";
import { sourceOf, writtenFiles } from "./round-trip.js";

const DOCS = join(import.meta.dirname, "../../docs/formats");

/** People who know each other, their nodes and links made in a given order. */
function circle(order: readonly number[]): PropertyGraph {
  const graph = new PropertyGraph();
  const slots = new Map<number, number>();
  const properties = (entries: readonly (readonly [string, PropertyValue])[]) =>
    order[0] === 0 ? entries : [...entries].reverse();
  for (const at of order)
    slots.set(
      at,
      graph.createNode(
        ["Person"],
        properties([
          ["id", `p${at}`],
          ["name", `Person ${at}`],
          ["age", at],
        ]),
      ),
    );
  for (const at of order)
    graph.createRelationship(
      "KNOWS",
      slots.get(at) ?? 0,
      slots.get((at + 1) % order.length) ?? 0,
      properties([
        ["id", `k${at}`],
        ["quotes", ["They met."]],
        ["confidence", at],
      ]),
    );
  return graph;
}

/** What stands where a reader of the format would stop, run or work out something. */
const DANGERS: Readonly<Record<string, RegExp>> = {
  csv: /(?:^|,)"?[=+@\t]/m,
  gexf: /\]\]>|<!--|<\/data>/,
  graphml: /\]\]>(?!<)|<!--/,
  dot: /^(?!digraph "(?:[^"\\]|\\.)*" \{$| {2}charset=| {2}node | {2}n\d+ (?:-> n\d+ )?\[(?:\w+="(?:[^"\\]|\\.)*"(?:, )?)+\];$|\}$|$)/m,
  markdown: /(?<!\\)[<`]|(?<!\\)%%|^[^>#\n-]*\[\[wiki/m,
  obsidian: /(?<!\\)[<`]|(?<!\\)%%|^[^>#\n-]*\[\[wiki/m,
};

describe.each(GRAPH_FORMATS.map((format) => [format.name, format] as const))(
  "%s",
  (name, format) => {
    it("has the same bytes whatever order the graph was made in", async () => {
      const one = await writtenFiles(format, sourceOf(circle([0, 1, 2, 3])));
      const other = await writtenFiles(format, sourceOf(circle([3, 1, 0, 2])));
      expect(other).toEqual(one);
    });

    it("writes an empty graph", async () => {
      const files = await writtenFiles(format, sourceOf(new PropertyGraph()));
      expect([...files.values()].every((text) => !text.includes("undefined"))).toBe(true);
    });

    it("keeps two links between the same nodes apart", async () => {
      const text = [...(await writtenFiles(format, sourceOf(parallelLinks()))).values()].join("\n");
      // A place on earth is all that GeoJSON tells of, and these have none.
      if (name === "geojson") return;
      expect(text).toContain("Ada met Ben");
      expect(text).toContain("Ben met Ada");
    });

    it("lets no text end what it stands in", async () => {
      const files = await writtenFiles(format, sourceOf(hostileGraph()));
      for (const [path, text] of files) {
        expect(path).toMatch(/^[^./\\][^/\\]*$/);
        expect(Buffer.byteLength(path)).toBeLessThan(256);
        // What stands as code, and the JSON at the head of a note, is shown as it is.
        const read = text.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/`[^`\n]*`$/gm, "");
        if (DANGERS[name] !== undefined) expect(read).not.toMatch(DANGERS[name]);
        // A line for each hostile text and no more, whatever line ends it holds.
        if (path.endsWith("l") && name === "jsonl")
          expect(text.trimEnd().split("\n")).toHaveLength(2 * HOSTILE_TEXTS.length);
      }
    });
  },
);

describe("a page of docs", () => {
  it.each(EXPORTERS.filter(({ name }) => name !== "html" && name !== "svg"))(
    "tells what $name is and what it leaves out",
    ({ name, loses }) => {
      expect(existsSync(join(DOCS, `${name}.md`))).toBe(true);
      const page = readFileSync(join(DOCS, `${name}.md`), "utf8").replace(/\s+/g, " ");
      expect(page).toContain(loses === null ? "**Lost**: nothing." : "**Lost**:");
      if (loses !== null) expect(page).toContain(loses.split(/[,;]/)[0]);
    },
  );
});
