// npm run bench -- --part shapes --size S|M|L --peers FOLDER: Redthread and its peers, shape by shape and
// in turns, each in a process of its own. A time is shown only where the answers agree. Install the
// peers apart: `npm install --prefix FOLDER kuzu@0.11.3 @ladybugdb/core @grafeo-db/js`.
import { existsSync } from "node:fs";
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
  return {
    lines: ["", ...table(heads, figures), summary(figures)],
    json: { engines: heads, figures },
    failed: false,
  };
}

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
    const problem = await peer.loaded();
    if (problem === null) turns.push(peer);
    else process.stderr.write(`${name} ${problem}.\n`);
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
      const outcome = await peer.ask(at);
      all[index]?.push(outcome);
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
