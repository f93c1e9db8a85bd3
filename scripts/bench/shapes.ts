// npm run bench [-- --only PATTERN] [--count NODES] [--seed N]: the engine against loops written by hand,
// shape by shape, and the graph against its peer, by Vitest's bench mode over benches/*.bench.ts. With a
// count each benchmark runs once on a graph of so many nodes: that shows that the answers agree, not how
// fast they come.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BENCH_NODES, BENCH_SEED } from "../../benches/bench-graph.js";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { comparePeers } from "./peers/compare-peers.js";

const ROOT = join(import.meta.dirname, "../..");

export const shapes: Part = {
  name: "shapes",
  title:
    "query shapes against loops by hand, the graph against its peer [--only PATTERN]; with --size S|M|L and --peers FOLDER against other engines",
  run: (options) => {
    if (options.has("--size")) {
      return comparePeers(options);
    }
    const folder = mkdtempSync(join(tmpdir(), "redthread-bench-"));
    try {
      return runBenches(options, join(folder, "bench.json"));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function runBenches({ seed, count, json, option, has }: PartOptions, file: string): PartResult {
  const only = option("--only");
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/vitest/vitest.mjs"),
      "bench",
      "--run",
      ...["--outputJson", file],
      ...(only === null ? [] : ["--testNamePattern", only]),
    ],
    {
      cwd: ROOT,
      stdio: json ? "ignore" : "inherit",
      env: {
        ...process.env,
        ...(count === null ? {} : { [BENCH_NODES]: String(count) }),
        ...(has("--seed") ? { [BENCH_SEED]: String(seed) } : {}),
      },
    },
  );
  const figures: unknown =
    run.status === 0 && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  const replay = [
    ...(has("--seed") ? [`--seed ${seed}`] : []),
    ...(count === null ? [] : [`--count ${count}`]),
    ...(only === null ? [] : [`--only "${only}"`]),
  ].join(" ");
  const failure = run.status === 0 ? "No benchmark has such a name." : "A benchmark failed.";
  const ran = countBenchmarks(figures);
  return {
    lines: ran > 0 ? [] : [failure],
    json: figures,
    failed: ran === 0,
    replay,
  };
}

interface BenchReport {
  readonly files: readonly {
    readonly groups: readonly { readonly benchmarks: readonly unknown[] }[];
  }[];
}

/** Benchmarks in what Vitest reports; none where it reports nothing. */
function countBenchmarks(figures: unknown): number {
  const files = (figures as BenchReport | null)?.files ?? [];
  return files
    .flatMap(({ groups }) => groups)
    .reduce((sum, { benchmarks }) => sum + benchmarks.length, 0);
}
