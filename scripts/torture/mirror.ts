// npm run torture -- --part mirror [--seed N] [--count N]: drawn builds of a case are loaded one after the
// other into a live server, one load in five cut at a drawn byte and the server started anew now and then;
// the database must equal the case, what is not the case's must be untouched, the next load write nothing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Part } from "../runner.js";
import { type MirrorServer, runMirrorPair } from "./mirror-pairs.js";

const SCRIPT = join(import.meta.dirname, "../neo4j.mjs");
const PAIRS = 1_000;
const RESTARTS = 20;
/** Pairs between two restarts, at least. */
const LEAST_BETWEEN = 10;
/** One large first build in so many, so that a load takes more than one batch. */
const LARGE_EVERY = 25;

export const mirror: Part = {
  name: "mirror",
  title: `builds loaded one after the other into Neo4j, with cuts and restarts (${PAIRS} pairs)`,
  run: async ({ seed, count }) => {
    const pairs = count ?? PAIRS;
    const home = mkdtempSync(join(tmpdir(), "redthread-mirror-"));
    const faults: string[] = [];
    let restarts = 0;
    try {
      let server = startServer(home);
      if (server === null)
        return { lines: ["Neo4j cannot be started here: see above."], json: null, failed: true };
      const every = Math.max(LEAST_BETWEEN, Math.ceil(pairs / (RESTARTS + 1)));
      for (let at = 0; at < pairs; at += 1) {
        if (at > 0 && at % every === 0) {
          run("stop", home);
          server = startServer(home) ?? server;
          restarts += 1;
        }
        faults.push(...(await runMirrorPair(server, { seed, at, size: sizeOf(at) })));
      }
    } finally {
      run("stop", home);
      rmSync(home, { recursive: true, force: true });
    }
    const told =
      faults.length === 0 ? "the database was the case each time" : `${faults.length} faults`;
    return {
      lines: [`${pairs} pairs, ${restarts} restarts, seed ${seed}: ${told}`, ...faults],
      json: { pairs, restarts, seed, faults },
      failed: faults.length > 0,
    };
  },
};

const sizeOf = (at: number): number => (at % LARGE_EVERY === LARGE_EVERY - 1 ? 3_000 : 40);

function startServer(home: string): MirrorServer | null {
  const uri = run("start", home);
  return uri.startsWith("bolt://") ? { uri } : null;
}

function run(command: "start" | "stop", home: string): string {
  const ran = spawnSync(process.execPath, [SCRIPT, command, "--home", home], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NEO4J_PASSWORD: "" },
  });
  return ran.stdout.trim();
}
