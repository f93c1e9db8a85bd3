// npm run differential -- --part server [--seed N] [--count N]: drawn graphs and queries, asked of the engine
// and of a live Neo4j; what differs is made small and told with the line that draws it again. A server is
// started and thrown away, unless NEO4J_URI names an empty one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import { compareWithServer, type ServerComparison } from "../../tests/differential/with-server.js";
import type { Part, PartResult } from "../runner.js";

const SCRIPT = join(import.meta.dirname, "../neo4j.mjs");
const QUERIES = 20_000;

export const server: Part = {
  name: "server",
  title: `drawn graphs and queries, asked of a live Neo4j too (${QUERIES})`,
  run: async ({ seed, count }) => {
    const home = mkdtempSync(join(tmpdir(), "redthread-differential-"));
    try {
      const { NEO4J_URI, NEO4J_USERNAME = "neo4j", NEO4J_PASSWORD = "" } = process.env;
      const uri = NEO4J_URI ?? run("start", home);
      if (!uri.startsWith("bolt://") && NEO4J_URI === undefined)
        return { lines: ["Neo4j cannot be started here: see above."], json: null, failed: true };
      const store = await openNeo4jStore({
        uri,
        username: NEO4J_URI === undefined ? "" : NEO4J_USERNAME,
        password: NEO4J_PASSWORD,
      });
      try {
        return told(await compareWithServer(store, seed, count ?? QUERIES));
      } finally {
        await store.close();
      }
    } finally {
      run("stop", home);
      rmSync(home, { recursive: true, force: true });
    }
  },
};

function run(command: string, home: string): string {
  const done = spawnSync(process.execPath, [SCRIPT, command, "--home", home], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return done.stdout.trim();
}

function told({ asked, answered, differences, explained }: ServerComparison): PartResult {
  const [first] = differences;
  return {
    lines: [
      `${asked} queries, ${answered} of them answered by rows; ${differences.length} unexplained`,
      ...[...explained].map(([{ name, why }, times]) => `  ${times} ${name}: ${why}`),
      ...differences.flatMap(({ seed, asked: { graph, text }, answers: [ours, neo4j] }) => [
        `#${seed} ${text}`,
        `  on     ${JSON.stringify(graph)}`,
        `  ours   ${ours.error ?? JSON.stringify([ours.rows, ours.graph])}`,
        `  Neo4j  ${neo4j.error ?? JSON.stringify([neo4j.rows, neo4j.graph])}`,
      ]),
    ],
    json: {
      asked,
      answered,
      differences,
      explained: [...explained].map(([{ name }, n]) => [name, n]),
    },
    failed: differences.length > 0,
    ...(first === undefined ? {} : { replay: `--part server --seed ${first.seed} --count 1` }),
  };
}
