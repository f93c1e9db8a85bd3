// npm run bench -- --part shapes --size S|M|L --peers FOLDER: Redthread and its peers, shape by shape and
// in turns, each in a process of its own. A time is shown only where the answers agree. Install the
// peers apart: `npm install --prefix FOLDER kuzu@0.11.3 @ladybugdb/core @grafeo-db/js`.
import { existsSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join, resolve } from "node:path";
import { type CaseSize, caseGraph } from "../../../benches/case-graph.js";
import type { PartOptions, PartResult } from "../../runner.js";
import { BENCH_SIZES, SMALL } from "../bench-sizes.js";
import { PEERS } from "./peer.js";
import { peerShapes } from "./peer-shapes.js";
import { type PeerOutcome, PeerTurns } from "./peer-turns.js";

const SEED = 7;
const ROUNDS = 3;

interface ShapeFigures {
  readonly shape: string;
  readonly outcomes: readonly PeerOutcome[];
}

export async function comparePeers({ seed, option, has }: PartOptions): Promise<PartResult> {
  const size = BENCH_SIZES[option("--size") ?? ""];
  if (size === undefined) {
    return { lines: ["`--size` is followed by S, M or L."], json: null, failed: true };
  }
  const chosen = has("--seed") ? seed : SEED;
  const turns = await openPeers(resolve(option("--peers") ?? "."), size, chosen);
  const only = new RegExp(option("--only") ?? "");
  const figures: ShapeFigures[] = [];
  for (const [at, shape] of peerShapes(caseGraph(SMALL, chosen)).entries()) {
    if (!only.test(shape.name)) continue;
    const outcomes = await askInTurns(turns, at, shape.writes === true ? 1 : ROUNDS);
    figures.push({ shape: shape.name, outcomes });
    process.stderr.write(".");
  }
  for (const peer of turns) peer.stop();
  const heads = turns.map(({ name }) => name);
  const lines = [...table(heads, figures), "", summary(figures)];
  const page = option("--page");
  if (page !== null) writeFileSync(page, pageOf(option("--size") ?? "", size, lines));
  return {
    lines: ["", ...lines],
    json: { engines: heads, figures },
    failed: false,
  };
}

function pageOf(name: string, size: CaseSize, lines: readonly string[]): string {
  const { nodes, relationships } = size;
  const [cpu] = cpus();
  const counts = `${nodes.toLocaleString("en")} nodes and ${relationships.toLocaleString("en")} relationships`;
  return `# Benchmarks

<!-- Made by \`npm run bench -- --part shapes --size ${name} --peers FOLDER --page docs/benchmarks.md\`. -->

Twenty questions to Redthread and to other engines that run inside a program, on one generated graph of ${counts}: each
engine in a process of its own, asked in turns, ${ROUNDS} rounds, the middle one. A time stands only where the answers
agree with Redthread's. Writes are asked once. \`best / ours\` is how many times longer the best peer takes.

${cpus().length} cores (${cpu?.model ?? "unknown"}), Node ${process.versions.node}, ${os()}; other work ran beside it, so
only the ratios of one run say something.

${lines.join("\n")}

\`npm run bench\` measures the engine against loops written by hand, \`-- --part cold\` a query from a standing start.
`;
}

const os = (): string => `${platform()} ${arch()}`;

/** Those that are installed and load, each with the graph in it. */
async function openPeers(
  folder: string,
  size: CaseSize,
  seed: number,
): Promise<readonly PeerTurns[]> {
  const turns: PeerTurns[] = [];
  for (const [name, installed] of Object.entries(PEERS)) {
    if (installed !== null && !existsSync(join(folder, "node_modules", installed))) continue;
    const peer = new PeerTurns(name, folder, size, seed);
    if (await peer.load()) turns.push(peer);
    else process.stderr.write(`${name} does not load.\n`);
  }
  return turns;
}

/** The middle one of the rounds of each engine. */
async function askInTurns(
  turns: readonly PeerTurns[],
  at: number,
  rounds: number,
): Promise<readonly PeerOutcome[]> {
  const all: PeerOutcome[][] = turns.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, peer] of turns.entries()) {
      const outcomes = all[index] ?? [];
      const hasFailed = outcomes.some((outcome) => "failure" in outcome);
      if (!hasFailed) outcomes.push(await peer.ask(at));
    }
  }
  return all.map((outcomes) => {
    const bad = outcomes.find((outcome) => "failure" in outcome);
    const sorted = outcomes
      .flatMap((outcome) => ("failure" in outcome ? [] : [outcome]))
      .sort((a, b) => a.ms - b.ms);
    return bad ?? sorted[sorted.length >> 1] ?? { failure: "not asked" };
  });
}

function table(heads: readonly string[], figures: readonly ShapeFigures[]): readonly string[] {
  const row = (first: string, cells: readonly string[]) =>
    `| ${first.padEnd(32)} | ${cells.map((cell) => cell.padStart(12)).join(" | ")} |`;
  return [
    row("ms, warm median", [...heads, "best / ours"]),
    `|${"---|".repeat(heads.length + 2)}`,
    ...figures.map((entry) =>
      row(entry.shape, [...entry.outcomes.map((outcome) => cellOf(outcome, entry)), ratio(entry)]),
    ),
  ];
}

function cellOf(outcome: PeerOutcome, { outcomes: [own] }: ShapeFigures): string {
  if ("failure" in outcome) return outcome.failure.slice(0, 12);
  const agrees = own === undefined || "failure" in own || own.digest === outcome.digest;
  return agrees ? outcome.ms.toPrecision(3) : "other answer";
}

/** How many times longer the best peer with the same answer takes; null where none has it. */
function advantageOf({ outcomes: [own, ...peers] }: ShapeFigures): number | null {
  if (own === undefined || "failure" in own) return null;
  const times = peers.flatMap((peer) =>
    "failure" in peer || peer.digest !== own.digest ? [] : [peer.ms],
  );
  return times.length === 0 ? null : Math.min(...times) / own.ms;
}

function ratio(entry: ShapeFigures): string {
  return advantageOf(entry)?.toPrecision(3) ?? "";
}

function summary(figures: readonly ShapeFigures[]): string {
  const ratios = figures.map(advantageOf).filter((value) => value !== null);
  const sorted = [...ratios].sort((a, b) => a - b);
  const ahead = ratios.filter((value) => value > 1).length;
  const median = sorted[sorted.length >> 1]?.toPrecision(3) ?? "-";
  return `Ahead of the best peer on ${ahead} of ${ratios.length}; median ${median} times.`;
}
