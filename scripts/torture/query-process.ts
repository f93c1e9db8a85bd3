// Asks drawn bombs one after the other with the program itself, in this process, which has little memory; one
// line of JSON for each on standard output. Arguments: graph file, limit in ms, seed, first, count.
import { Readable, Writable } from "node:stream";
import { type InputStream, type Io, runProgram } from "@redthread/cli";
import { Draw } from "../../tests/differential/draw.js";
import { drawBomb } from "./query-bombs.js";

/** Takes everything, and keeps the first words. */
class Listener extends Writable {
  heard = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (this.heard.length < 400) this.heard += chunk.toString("utf8").slice(0, 400);
    done();
  }
}

const [graph = "", limit = "", seed = "", first = "", count = ""] = process.argv.slice(2);

/** Processor time of one question in ms, its exit code, and what was said of an error. */
async function ask(text: string): Promise<{ ms: number; code: number | null; said: string }> {
  const [stdout, stderr] = [new Listener(), new Listener()];
  const io: Io = {
    stdin: Readable.from([Buffer.from(text)]) as InputStream,
    stdout,
    stderr,
    env: {},
    cwd: process.cwd(),
    now: Date.now,
  };
  const start = process.cpuUsage();
  const code = await runProgram(
    ["query", graph, "-", "--timeout", `${limit}ms`, "--format", "jsonl"],
    io,
  );
  const { user, system } = process.cpuUsage(start);
  return { ms: Math.round((user + system) / 1000), code, said: stderr.heard };
}

// What opening the graph and a first query cost is no part of a limit.
for (let round = 0; round < 5; round += 1)
  await ask("MATCH (n:Node {no: 1})--(m) RETURN m.no AS no");
const { ms: opening } = await ask("RETURN 1 AS x");

for (let at = Number(first); at < Number(first) + Number(count); at += 1) {
  const { family, text } = drawBomb(new Draw(Number(seed) + at), at);
  process.stdout.write(`${JSON.stringify({ at, family, begins: true })}\n`);
  const { ms, code, said } = await ask(text);
  process.stdout.write(`${JSON.stringify({ at, family, ms: ms - opening, code, said })}\n`);
}
