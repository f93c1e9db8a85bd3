import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { splitStatements } from "@redthread/core/cypher";
import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import { afterEach, describe, expect, inject, it } from "vitest";
import { HOSTILE_TEXTS } from "../formats/draw-graph.js";
import { hostileGraph } from "../formats/hostile-graph.js";
import { formatNamed, sourceOf, writtenFiles } from "../formats/round-trip.js";
import { emptyDatabase } from "./empty-database.js";

const server = inject("neo4j");
const SCRIPT = fileURLToPath(new URL("../../scripts/neo4j.mjs", import.meta.url));
const graph = hostileGraph();

describe.skipIf(server === null)("a graph of hostile texts in Neo4j", () => {
  afterEach(() => emptyDatabase(server));

  it("is made by its Cypher script as it is", async () => {
    if (server === null) return;
    const files = await writtenFiles(formatNamed("cypher"), sourceOf(graph));
    const store = await openNeo4jStore(server);
    const run = async (query: string): Promise<readonly (readonly unknown[])[]> => {
      const rows: (readonly unknown[])[] = [];
      for await (const row of (await store.run(query)).rows) rows.push(row);
      return rows;
    };
    try {
      for (const { text } of splitStatements([...files.values()].join("\n"))) await run(text);
      const names = await run("MATCH (n) RETURN n.name ORDER BY n.id");
      expect(names.flat().sort()).toEqual([...HOSTILE_TEXTS].sort());
      const quotes = await run("MATCH ()-[r]->() RETURN r.quotes[0]");
      expect(quotes.flat().sort()).toEqual([...HOSTILE_TEXTS].sort());
      expect(await run("MATCH (n:RedthreadImport) RETURN count(n)")).toEqual([[0]]);
    } finally {
      await store.close();
    }
  });

  it("is taken whole by the importer", async () => {
    const folder = mkdtempSync(join(tmpdir(), "redthread-import-"));
    try {
      const files = await writtenFiles(formatNamed("neo4j-admin"), sourceOf(graph));
      for (const [path, text] of files) writeFileSync(join(folder, path), text);
      const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT, "import", "--from", folder], {
        encoding: "utf8",
      });
      expect({ stdout, stderr }).toMatchObject({
        stdout: expect.stringContaining(`\n  ${graph.nodeCount} nodes\n`),
      });
      expect(stdout).toContain(`\n  ${graph.relationshipCount} relationships\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
