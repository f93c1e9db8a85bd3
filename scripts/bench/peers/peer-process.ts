// Started by compare-peers.ts, one process an engine: loads the graph, then answers one shape a message.
import { caseGraph } from "../../../benches/case-graph.js";
import { answerDigest } from "./answer-digest.js";
import { openPeer, type Peer } from "./peer.js";
import { type PeerShape, peerShapes } from "./peer-shapes.js";
import type { PeerFigure } from "./peer-turns.js";

const WARM_UPS = 2;
const ROUND_MS = 400;
const MOST_RUNS = 200;

const [name = "", folder = "", nodes = "", relationships = "", seed = ""] = process.argv.slice(2);
const filled = caseGraph(
  { nodes: Number(nodes), relationships: Number(relationships) },
  Number(seed),
);
const shapes = peerShapes(filled);
const peer = await openPeer(name, folder, filled);

process.on("message", (at: number) => {
  const shape = shapes[at];
  if (shape === undefined) process.exit(0);
  measure(peer, shape).then(
    (figure) => process.send?.(figure),
    (error: unknown) =>
      process.send?.({ failure: String(error instanceof Error ? error.message : error) }),
  );
});
process.send?.("ready");

async function measure({ ask }: Peer, shape: PeerShape): Promise<PeerFigure> {
  const started = now();
  const answer = await ask(shape);
  const firstMs = now() - started;
  const digest = answerDigest(answer);
  if (shape.writes === true) return { firstMs, ms: firstMs, digest, rows: answer.length };
  for (let run = 1; run < WARM_UPS; run += 1) await ask(shape);
  const times: number[] = [];
  const end = now() + ROUND_MS;
  while (times.length < MOST_RUNS && (times.length < 3 || now() < end)) {
    const before = now();
    await ask(shape);
    times.push(now() - before);
  }
  times.sort((a, b) => a - b);
  return { firstMs, ms: times[times.length >> 1] ?? 0, digest, rows: answer.length };
}

function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
