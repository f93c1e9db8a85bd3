// npm run bench [-- --only PATTERN]: the engine against loops written by hand, shape by shape, and the
// graph against its peer, by Vitest's bench mode over benches/*.bench.ts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Part } from "../runner.js";

const ROOT = join(import.meta.dirname, "../..");

export const shapes: Part = {
  name: "shapes",
  title: "query shapes against loops by hand, the graph against its peer [--only PATTERN]",
  run: ({ json, option }) => {
    const folder = mkdtempSync(join(tmpdir(), "redthread-bench-"));
    const file = join(folder, "bench.json");
    const only = option("--only");
    try {
      const run = spawnSync(
        process.execPath,
        [
          join(ROOT, "node_modules/vitest/vitest.mjs"),
          "bench",
          "--run",
          ...(json ? ["--outputJson", file] : []),
          ...(only === null ? [] : ["--testNamePattern", only]),
        ],
        { cwd: ROOT, stdio: json ? "ignore" : "inherit" },
      );
      const failed = run.status !== 0;
      const figures: unknown = json && !failed ? JSON.parse(readFileSync(file, "utf8")) : null;
      return { lines: [], json: figures, failed };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
