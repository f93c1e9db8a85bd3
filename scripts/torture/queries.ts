// npm run torture -- --part queries [--seed N] [--count N]: queries that would take for ever or all memory, each
// with a limit of 200 ms in a process of 512 MB; and readings that are called off while they run. None may
// end the process, overrun, or be called a bug.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Part } from "../runner.js";
import { bombGraph } from "./bomb-graph.js";
import { type Cancelled, cancelReadings } from "./cancel-readings.js";

const QUERIES = 1_000;
const LIMIT_MS = 200;
/** Processor time beyond the limit, which the collecting of garbage takes part of. */
const SLACK_MS = 200;
const HEAP_MB = 512;
const CANCEL_MS = 100;
const PROCESS = join(import.meta.dirname, "query-process.ts");

interface Told {
  readonly at: number;
  readonly family: string;
  readonly begins?: boolean;
  readonly ms?: number;
  readonly code?: number | null;
  readonly said?: string;
}

export const queries: Part = {
  name: "queries",
  title: `queries that would take for ever or all memory, and readings called off (${QUERIES})`,
  run: async ({ seed, count }) => {
    const asked = count ?? QUERIES;
    const folder = mkdtempSync(join(tmpdir(), "redthread-bombs-"));
    const graph = join(folder, "graph.jsonl");
    writeFileSync(graph, bombGraph());
    const all: Told[] = [];
    const faults: string[] = [];
    try {
      for (let first = 0; first < asked; ) {
        const { told, ended } = await runProcess([graph, LIMIT_MS, seed, first, asked - first]);
        all.push(...told.filter(({ begins }) => begins !== true));
        const last = told.at(-1);
        if (ended !== 0)
          faults.push(`#${last?.at} ${last?.family}: the process ended with ${ended}`);
        first = ended === 0 ? asked : (last?.at ?? first) + 1;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    faults.push(...all.flatMap(faultOf));
    const cancelled = await cancelReadings(seed, asked);
    const late = latest(cancelled);
    if (late > CANCEL_MS) faults.push(`called off, one in a hundred went on for over ${late} ms`);
    const longest = Math.max(0, ...all.map(({ ms }) => ms ?? 0));
    const limits = all.filter(({ said }) => /limit/.test(said ?? "")).length;
    return {
      lines: [
        `${asked} queries, seed ${seed}: ${limits} ended at a limit, ${all.length - limits} by themselves; longest ${longest} ms of processor time; ${cancelled.length} called off, p99 ${late} ms; ${faults.length} faults`,
        ...faults,
      ],
      json: { asked, seed, limits, longest, p99: late, faults },
      failed: faults.length > 0,
    };
  },
};

function faultOf({ at, family, ms = 0, code, said = "" }: Told): readonly string[] {
  const faults: string[] = [];
  if (ms > LIMIT_MS + SLACK_MS) faults.push(`#${at} ${family}: ${ms} ms`);
  if (/bug in Redthread/.test(said)) faults.push(`#${at} ${family}: ${said.split("\n")[0]}`);
  if (code !== 0 && said === "") faults.push(`#${at} ${family}: ended with ${code} and no word`);
  return faults;
}

function latest(cancelled: readonly Cancelled[]): number {
  const sorted = cancelled.map(({ ms }) => ms).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
}

/** Runs the asking process to its end, or to where a query ends it. */
async function runProcess(
  args: readonly (string | number)[],
): Promise<{ readonly told: readonly Told[]; readonly ended: number | string }> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      "--conditions=@redthread/source",
      "--import",
      import.meta.resolve("tsx"),
      PROCESS,
      ...args.map(String),
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const told: Told[] = [];
  for await (const line of createInterface({ input: child.stdout })) told.push(JSON.parse(line));
  const ended = await new Promise<number | string>((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once("exit", (code, signal) => resolve(code ?? signal ?? "no code"));
  });
  return { told, ended };
}
