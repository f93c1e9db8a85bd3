import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const SOURCE = "@redthread/source";

/** One project a kind of suite; `unit` lives beside its file, the others cross rooms and live in `tests/`. */
const INCLUDE: Readonly<Record<string, readonly string[]>> = {
  unit: ["packages/*/src/**/*.test.ts"],
  suite: ["tests/{contract,pipeline,trace,cli,docs,cases,cypher,formats,readers}/**/*.test.ts"],
  tck: ["tests/tck/**/*.test.ts"],
  neo4j: ["tests/neo4j/**/*.test.ts"],
  viewer: ["tests/viewer/**/*.test.ts"],
};

/** Started once for all suites of a project, and stopped after them. */
const GLOBAL_SETUP: Readonly<Record<string, string>> = { neo4j: "tests/neo4j/server.ts" };

export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  test: {
    // Only to end what hangs: how long a test takes says how busy the machine is.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    // Vitest leaves a processor free, which on two means that half of the machine waits.
    maxWorkers: "100%",
    projects: Object.entries(INCLUDE).map(([name, include]) => ({
      extends: true,
      test: {
        name,
        include: [...include],
        // Without this each project would run every benchmark.
        benchmark: { include: name === "unit" ? ["benches/**/*.bench.ts"] : [] },
        globalSetup: GLOBAL_SETUP[name] ?? [],
        // The suites of a project with a server share it, one after the other. With workers of their own
        // they run beside the others; without, Vitest lets everything else wait for them.
        fileParallelism: GLOBAL_SETUP[name] === undefined,
        // No other suite leaves anything behind in a module, so a worker keeps what it loaded for its next
        // file: half of the processor time of the unit tests was loading the same modules again.
        isolate: GLOBAL_SETUP[name] !== undefined,
      },
    })),
  },
});
