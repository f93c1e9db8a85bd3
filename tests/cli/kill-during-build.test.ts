import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestOfCase } from "./killed-case.js";
import { PROGRAM, temporaryFolder } from "./run-cli.js";

const LANES = [0, 1];

/** mulberry32: the same moments in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once("exit", done));

/** What people keep in a case folder must be there after every kill and the next build. */
function keepNotes(folder: string): void {
  writeFileSync(join(folder, "judgements.jsonl"), "# none yet\n");
  writeFileSync(join(folder, "notes.md"), "mine\n");
}

function expectNotes(folder: string): void {
  expect(readFileSync(join(folder, "judgements.jsonl"), "utf8")).toBe("# none yet\n");
  expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe("mine\n");
}

describe("kill -9 of `redthread build` over an existing case", () => {
  it("leaves the old case or the new one after each of 30 kills", async () => {
    const room = temporaryFolder();
    await Promise.all(LANES.map((lane) => killBuilds(join(room, `lane-${lane}`), lane + 11, 15)));
  });
});

async function killBuilds(room: string, seed: number, kills: number): Promise<void> {
  mkdirSync(join(room, "reports"), { recursive: true });
  const folder = join(room, "case");
  const build = [...PROGRAM, "build", "reports", "-o", "case"];
  const buildFrom = (word: string): string => {
    const text = `On 1 October 2025 police seized 11 kilograms of hashish in Osh. (${word})\n`;
    writeFileSync(join(room, "reports/a.txt"), text);
    execFileSync(process.execPath, build, { cwd: room, stdio: "ignore" });
    return digestOfCase(folder);
  };
  const before = buildFrom("old");
  cpSync(folder, join(room, "kept"), { recursive: true });
  keepNotes(folder);
  const after = buildFrom("new");
  const random = seededRandom(seed);
  for (let kill = 0; kill < kills; kill += 1) {
    restore(room, before);
    keepNotes(folder);
    await buildAndKill(room, build, random, kill % 2 === 0);
    expect([before, after]).toContain(digestOfCase(folder));
  }
  execFileSync(process.execPath, build, { cwd: room, stdio: "ignore" });
  expect(digestOfCase(folder)).toBe(after);
  expectNotes(folder);
  expect(readdirSync(room).sort()).toEqual(["case", "kept", "reports"]);
}

/** The old case in place again, unless it still is; what a kill left beside it stays. */
function restore(room: string, before: string): void {
  const folder = join(room, "case");
  // A kill between the two renames leaves the old case beside its place, where readers find it and
  // from where the next build moves it back.
  if (!existsSync(folder)) renameSync(join(room, ".case.previous"), folder);
  if (digestOfCase(folder) === before) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  cpSync(join(room, "kept"), folder, { recursive: true });
}

/** Half of the kills come at any time, half while the new case is being written and put in place. */
async function buildAndKill(
  room: string,
  build: readonly string[],
  random: () => number,
  anyTime: boolean,
): Promise<void> {
  const child = spawn(process.execPath, build, { cwd: room, stdio: "ignore" });
  const kill = (): void => void child.kill("SIGKILL");
  const watcher = watch(room, (_, name) => {
    if (name?.startsWith(".case.next-")) setTimeout(kill, random() * 12);
  });
  if (anyTime) setTimeout(kill, 300 + random() * 2_000);
  await ended(child);
  watcher.close();
}
