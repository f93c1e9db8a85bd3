// npm run bench -- --part cold [--size S|M|L] [--count ROUNDS]: one query by the command line on a case that has
// its snapshot, over what Node itself takes to start, in turns. Processor time stands beside the time by the
// clock, which a busy machine stretches; memory is the largest of the process. Build first: `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockCase, writeCase } from "@redthread/cli";
import { graphLines } from "@redthread/core/graph";
import { plainSchema } from "@redthread/core/trace";
import { type CaseSize, caseGraph } from "../../benches/case-graph.js";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { BENCH_SIZES } from "./bench-sizes.js";

const PROGRAM = join(import.meta.dirname, "../../packages/cli/bin/redthread.mjs");
const USAGE = join(import.meta.dirname, "usage.cjs");
const ROUNDS = 9;
const MEMORY_LIMIT_MB = 110;
const TIME_LIMIT_MS = 80;

const QUESTIONS: readonly (readonly [string, string])[] = [
  ["count of nodes", "MATCH (n) RETURN count(*) AS n"],
  ["person by id", "MATCH (p:Person {id: 'P140'}) RETURN p.name AS name"],
  [
    "two hops from a known person",
    "MATCH (p:Person {id: 'P140'})-[:KNOWS]-(f:Person)-[:TRANSFERRED]->(x:Person) WHERE x.risk >= 25 RETURN x.id AS id, x.risk AS risk ORDER BY risk DESC, id LIMIT 20",
  ],
  ["scan", "MATCH (p:Person) WHERE p.age > 40 AND p.risk < 20 RETURN count(*) AS n"],
];

export const cold: Part = {
  name: "cold",
  title: "one query from a standing start, over bare Node [--size S|M|L]",
  run: measureCold,
};

interface Usage {
  readonly clockMs: number;
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly output: string;
}

function measureCold({ option, count }: PartOptions): PartResult {
  const size = BENCH_SIZES[option("--size") ?? "M"];
  if (size === undefined) {
    return { lines: ["`--size` is followed by S, M or L."], json: null, failed: true };
  }
  const folder = mkdtempSync(join(tmpdir(), "redthread-cold-"));
  try {
    writeBenchCase(folder, size);
    const figures = QUESTIONS.map(([name, query]) => measure(folder, name, query, count ?? ROUNDS));
    const row = ({ name, clockMs, cpuMs, memoryMb }: (typeof figures)[number]) =>
      `| ${name} | ${clockMs.toFixed(0)} | ${cpuMs.toFixed(0)} | ${memoryMb.toFixed(0)} |`;
    return {
      lines: [
        "| over bare node | ms by the clock | ms of CPU | MB in all |",
        "|---|---|---|---|",
        ...figures.map(row),
        `Limits: ${TIME_LIMIT_MS} ms, ${MEMORY_LIMIT_MB} MB.`,
      ],
      json: figures,
      failed: figures.some(
        ({ cpuMs, memoryMb }) => cpuMs > TIME_LIMIT_MS || memoryMb > MEMORY_LIMIT_MB,
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, name: string, query: string, rounds: number) {
  const asking = [PROGRAM, "query", query, "-c", "case", "--format", "csv"];
  // The first run reads the lines and makes the snapshot.
  const { output } = usageOf(folder, asking);
  const bare: Usage[] = [];
  const asked: Usage[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(usageOf(folder, ["-e", "0"]));
    asked.push(usageOf(folder, asking));
  }
  if (asked.some((usage) => usage.output !== output)) {
    throw new Error(`${name}: the snapshot answers otherwise than the lines`);
  }
  const median = (usages: readonly Usage[], read: (one: Usage) => number): number =>
    usages.map(read).sort((a, b) => a - b)[usages.length >> 1] ?? 0;
  const over = (read: (one: Usage) => number) => median(asked, read) - median(bare, read);
  return {
    name,
    clockMs: over(({ clockMs }) => clockMs),
    cpuMs: over(({ cpuMs }) => cpuMs),
    memoryMb: median(asked, ({ memoryMb }) => memoryMb),
  };
}

function usageOf(cwd: string, args: readonly string[]): Usage {
  // Certificates from the environment are read at each start, which is no part of the program.
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ["--require", USAGE, ...args], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const clockMs = Number(process.hrtime.bigint() - started) / 1e6;
  const told = run.output[3];
  if (run.status !== 0 || typeof told !== "string") {
    throw new Error(`The program does not answer: ${run.stderr}`);
  }
  const { cpuMs, memoryMb } = JSON.parse(told) as Pick<Usage, "cpuMs" | "memoryMb">;
  return { clockMs, cpuMs, memoryMb, output: run.stdout };
}

function writeBenchCase(folder: string, size: CaseSize): void {
  const { graph } = caseGraph(size);
  graph.forEachRelationship(null, (relationship) => {
    graph.setRelationshipProperty(relationship, "id", `r${relationship}`);
    return true;
  });
  const lock = lockCase(join(folder, "case"), "case");
  writeCase(lock, {
    texts: [],
    extractions: [],
    log: [],
    people: {},
    lines: {
      "graph.jsonl": graphLines(graph),
      "claims.jsonl": [],
      "documents.jsonl": [],
      "candidates.jsonl": [],
      "identities.jsonl": [],
      "origins.jsonl": [],
      "schema.json": [JSON.stringify(plainSchema(graph).data)],
    },
    about: {
      redthread: "0.0.0",
      pack: { name: "bench", version: "1", sha256: "" },
      documents: 0,
      nodes: graph.nodeCount,
      relationships: graph.relationshipCount,
      claims: 0,
      reviews: 0,
    },
  });
  lock.release();
}
