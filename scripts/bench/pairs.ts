// npm run bench -- --part pairs --before DIST [--after DIST] [--only PATTERN]: two builds of core, asked the
// same questions in turns in one process. Processor time, which says the same however busy the machine
// is; the median of the rounds. Keep a build with `cp -r packages/core/dist /tmp/before`, beside a link to
// packages/core/node_modules.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "@redthread/core/cypher";
import type { PropertyGraph } from "@redthread/core/graph";
import { caseGraph, MEDIUM } from "../../benches/case-graph.js";
import { countShapes } from "../../benches/count-shapes.js";
import { type Shape, shapes } from "../../benches/shapes.js";
import type { Part, PartOptions, PartResult } from "../runner.js";

const ROOT = join(import.meta.dirname, "../..");
const ROUNDS = 15;
/** Questions that take longer are asked fewer times. */
const LONG_MS = 300;
const LONG_ROUNDS = 3;
/** Short questions are asked so often that a round takes about this long. */
const ROUND_MS = 5;

export const pairs: Part = {
  name: "pairs",
  title: "two builds of core in turns [--before DIST] [--after DIST] [--only PATTERN]",
  run: comparePairs,
};

interface Side {
  readonly engine: Engine;
  readonly shapes: readonly Shape[];
}

async function comparePairs({ option }: PartOptions): Promise<PartResult> {
  const own = join(ROOT, "packages/core/dist");
  const before = resolve(option("--before") ?? own);
  const after = resolve(option("--after") ?? own);
  const missing = [before, after].find((folder) => !existsSync(folder));
  if (missing !== undefined) {
    const lines = [`There is no build at ${missing}. Make one with \`npm run build\`.`];
    return { lines, json: null, failed: true };
  }
  const only = new RegExp(option("--only") ?? "");
  const [first, second] = [await sideOf(before), await sideOf(after)];
  const figures = first.shapes.flatMap(({ name }, at) =>
    only.test(name) ? [compare(name, at, first, second)] : [],
  );
  const lines = figures.map(
    ({ name, beforeMs, afterMs, same }) =>
      `${beforeMs.toFixed(3).padStart(10)} ${afterMs.toFixed(3).padStart(10)}  ${name}${same ? "" : "  DIFFERENT ANSWERS"}`,
  );
  const failed = figures.some(({ same }) => !same);
  return {
    lines: ["    before      after  ms of processor time", ...lines],
    json: figures,
    failed,
  };
}

async function sideOf(dist: string): Promise<Side> {
  const load = async (room: string) =>
    (await import(pathToFileURL(join(dist, room, "index.js")).href)) as unknown;
  // Another build of the same packages: what it exports is not known to the compiler.
  const { PropertyGraph: Graph } = (await load("graph")) as {
    readonly PropertyGraph: new () => PropertyGraph;
  };
  const { createEngine } = (await load("cypher")) as {
    readonly createEngine: (options: { readonly graph: PropertyGraph }) => Engine;
  };
  const filled = caseGraph(MEDIUM, undefined, new Graph());
  const engine = createEngine({ graph: filled.graph });
  return { engine, shapes: [...shapes(filled), ...countShapes(filled)] };
}

function compare(name: string, at: number, first: Side, second: Side) {
  const answers = [first, second].map((side) => JSON.stringify(ask(side, at)));
  const times: [number[], number[]] = [[], []];
  const started = process.hrtime.bigint();
  ask(first, at);
  const onceMs = Number(process.hrtime.bigint() - started) / 1e6;
  const repeats = Math.max(1, Math.min(500, Math.floor(ROUND_MS / onceMs)));
  const rounds = onceMs > LONG_MS ? LONG_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(processorMs(first, at, repeats));
    times[1].push(processorMs(second, at, repeats));
  }
  const [beforeMs, afterMs] = times.map(median);
  return {
    name,
    beforeMs: beforeMs ?? 0,
    afterMs: afterMs ?? 0,
    same: answers[0] === answers[1],
  };
}

function ask({ engine, shapes: asked }: Side, at: number): unknown {
  const shape = asked[at];
  return shape === undefined ? null : engine.run(shape.query, shape.parameters).rows;
}

function processorMs(side: Side, at: number, repeats: number): number {
  const before = process.cpuUsage();
  for (let time = 0; time < repeats; time += 1) ask(side, at);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / repeats;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
