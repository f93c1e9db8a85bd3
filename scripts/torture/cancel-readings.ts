import { proceduresFor } from "@redthread/core/cypher/procedures";
import { createMemoryStore } from "@redthread/core/stores";
import { Draw } from "../../tests/differential/draw.js";
import { drawBomb } from "./query-bombs.js";

/** A reading that was called off, and the processor time that it went on for. */
export interface Cancelled {
  readonly family: string;
  readonly ms: number;
}

const MOST_BEFORE_MS = 60;

/** Starts drawn bombs on a small graph and calls each off a little later; those that end before do not count. */
export async function cancelReadings(seed: number, count: number): Promise<readonly Cancelled[]> {
  const found: Cancelled[] = [];
  for (let at = 0; at < count; at += 1) {
    const draw = new Draw(seed + at);
    const { family, text } = drawBomb(draw, at);
    const ms = await cancelAfter(text, draw.whole(1, MOST_BEFORE_MS));
    if (ms !== null) found.push({ family, ms });
  }
  return found;
}

async function cancelAfter(text: string, wait: number): Promise<number | null> {
  const procedures = await proceduresFor(text, {});
  const store = createMemoryStore(undefined, { clock: Date.now, procedures });
  await (await store.run("UNWIND range(0, 40) AS no CREATE (:Node {no: no})", new Map())).changes();
  await store.run("MATCH (a), (b) WHERE a.no < b.no CREATE (a)-[:LINK]->(b)", new Map());
  const calling = new AbortController();
  let since: NodeJS.CpuUsage | null = null;
  const timer = setTimeout(() => {
    since = process.cpuUsage();
    calling.abort();
  }, wait);
  try {
    const { rows } = await store.run(text, new Map(), { signal: calling.signal, timeoutMs: 2_000 });
    for await (const _ of rows) if (calling.signal.aborted) break;
  } catch {
    // What a reading says when it is called off is for other tests.
  }
  clearTimeout(timer);
  if (since === null) return null;
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
