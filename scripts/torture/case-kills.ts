// npm run torture -- --part case-kills [--seed N] [--count N]: a process that writes one case over another
// is killed at drawn moments; after each kill the folder must hold one of the two, whole, and in the end
// what people keep beside it. The last write after all kills must succeed.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { lockCase } from "@redthread/cli";
import { seededRandom } from "../../benches/seeded-random.js";
import { alternatingCases, digestOfCase, writeWord } from "../../tests/cli/killed-case.js";
import type { Part } from "../runner.js";

const WRITER = join(import.meta.dirname, "../../tests/cli/write-forever.ts");
const KILLS = 500;
/** Longest pause before a kill, in milliseconds: a few writes of a case. */
const PAUSE = 150;
const NOTES = { "judgements.jsonl": "# none yet\n", "notes.md": "mine\n" } as const;

export const caseKills: Part = {
  name: "case-kills",
  title: `kill -9 of a process that writes a case over another (${KILLS} kills)`,
  run: async ({ seed, count }) => {
    const room = mkdtempSync(join(tmpdir(), "redthread-kills-"));
    try {
      const kills = count ?? KILLS;
      const { faults, cases } = await killWriters(room, seed, kills);
      const lines = [
        `${kills} kills, seed ${seed}: ${faults.length === 0 ? "a whole case after each" : `${faults.length} faults`}; ${cases} of 2 cases met`,
        ...faults,
      ];
      return { lines, json: { kills, seed, cases, faults }, failed: faults.length > 0 };
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  },
};

async function killWriters(
  room: string,
  seed: number,
  kills: number,
): Promise<{ readonly faults: readonly string[]; readonly cases: number }> {
  const folder = join(room, "case");
  const known = new Set(alternatingCases.map((word) => writeOnce(folder, word)));
  for (const [name, text] of Object.entries(NOTES)) writeFileSync(join(folder, name), text);
  const random = seededRandom(seed);
  const faults: string[] = [];
  const met = new Set<string>();
  for (let kill = 1; kill <= kills; kill += 1) {
    await writeAndKill(folder, kill, random);
    const found = readDigest(folder);
    if (known.has(found)) met.add(found);
    else faults.push(`after kill ${kill}: ${found}`);
  }
  writeOnce(folder, alternatingCases[0]);
  for (const [name, text] of Object.entries(NOTES))
    if (readFileSync(join(folder, name), "utf8") !== text) faults.push(`${name} is not as it was`);
  const beside = readdirSync(room).filter((name) => name !== "case");
  if (beside.length > 0) faults.push(`left beside the case: ${beside.join(", ")}`);
  return { faults, cases: met.size };
}

async function writeAndKill(folder: string, kill: number, random: () => number): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--conditions=@redthread/source", "--import", import.meta.resolve("tsx"), WRITER, folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  // After a number of finished writes, so that both cases get their turn however slow the machine is.
  await linesFrom(child.stdout, 1 + (kill % 3));
  await wait(random() * PAUSE);
  child.kill("SIGKILL");
  await ended(child);
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once("exit", done));

async function linesFrom(stream: Readable, count: number): Promise<void> {
  let seen = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    seen += String(chunk).split("\n").length - 1;
    if (seen >= count) return;
  }
}

function writeOnce(folder: string, word: string): string {
  const lock = lockCase(folder, "case");
  writeWord(lock, word);
  lock.release();
  return digestOfCase(folder);
}

/** The case that a folder holds, or what is wrong with it. */
function readDigest(folder: string): string {
  try {
    return digestOfCase(folder);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
