// npm run torture -- --part build-kills [--seed N] [--count N]: `redthread build` over an existing case is
// killed at drawn moments; after each kill the folder must hold the old case or the new one, whole, and
// after the next build what people keep in it. Two builds run at a time, each in a folder of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../benches/seeded-random.js";
import { digestOfCase } from "../../tests/cli/killed-case.js";
import type { Part } from "../runner.js";

const PROGRAM = [
  "--conditions=@redthread/source",
  "--import",
  import.meta.resolve("tsx"),
  join(import.meta.dirname, "../../packages/cli/src/bin.ts"),
];
const BUILD = [...PROGRAM, "build", "reports", "-o", "case"];
const KILLS = 30;
/** Builds that run at a time where there are many kills; a lane of its own takes three builds more. */
const LANES = 2;
const FEW_KILLS = 10;
const NOTES = { "judgements.jsonl": "# none yet\n", "notes.md": "mine\n" } as const;
/** Latest moment of a kill that may come at any time, in milliseconds after the start. */
const LONGEST = 2_300;
/** The same after the new case began to be written. */
const WRITING = 12;

export const buildKills: Part = {
  name: "build-kills",
  title: `kill -9 of \`redthread build\` over an existing case (${KILLS} kills)`,
  run: async ({ seed, count }) => {
    const kills = count ?? KILLS;
    const room = mkdtempSync(join(tmpdir(), "redthread-build-kills-"));
    try {
      const width = kills < FEW_KILLS ? 1 : LANES;
      const lanes = Array.from({ length: width }, (_, lane) =>
        killBuilds(join(room, `lane-${lane}`), {
          random: seededRandom(seed * LANES + lane),
          kills: Math.floor((kills + lane) / width),
        }),
      );
      const faults = (await Promise.all(lanes)).flat();
      const verdict = faults.length === 0 ? "a whole case after each" : `${faults.length} faults`;
      const lines = [`${kills} kills, seed ${seed}: ${verdict}`, ...faults];
      return { lines, json: { kills, seed, faults }, failed: faults.length > 0 };
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  },
};

interface Lane {
  readonly random: () => number;
  readonly kills: number;
}

/** What was wrong after any of the kills. */
async function killBuilds(room: string, { random, kills }: Lane): Promise<readonly string[]> {
  mkdirSync(join(room, "reports"), { recursive: true });
  const folder = join(room, "case");
  const before = buildFrom(room, "old");
  cpSync(folder, join(room, "kept"), { recursive: true });
  keepNotes(folder);
  const after = buildFrom(room, "new");
  const faults: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    restore(room, before);
    keepNotes(folder);
    await buildAndKill(room, random, kill % 2 === 1);
    const found = readDigest(folder);
    if (found !== before && found !== after) faults.push(`after kill ${kill}: ${found}`);
  }
  execFileSync(process.execPath, BUILD, { cwd: room, stdio: "ignore" });
  const last = readDigest(folder);
  if (last !== after) faults.push(`after the last build: ${last}`);
  return [...faults, ...lostNotes(folder), ...leftBeside(room)];
}

function buildFrom(room: string, word: string): string {
  const text = `On 1 October 2025 police seized 11 kilograms of hashish in Osh. (${word})\n`;
  writeFileSync(join(room, "reports/a.txt"), text);
  execFileSync(process.execPath, BUILD, { cwd: room, stdio: "ignore" });
  return digestOfCase(join(room, "case"));
}

/** The old case in place again, unless it still is; what a kill left beside it stays. */
function restore(room: string, before: string): void {
  const folder = join(room, "case");
  // A kill between the two renames leaves the old case beside its place, where readers find it and
  // from where the next build moves it back.
  if (!existsSync(folder)) renameSync(join(room, ".case.previous"), folder);
  if (readDigest(folder) === before) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  cpSync(join(room, "kept"), folder, { recursive: true });
}

/** Half of the kills come at any time, half while the new case is being written and put in place. */
async function buildAndKill(room: string, random: () => number, anyTime: boolean): Promise<void> {
  const child = spawn(process.execPath, BUILD, { cwd: room, stdio: "ignore" });
  const kill = (): void => void child.kill("SIGKILL");
  const watcher = watch(room, (_, name) => {
    if (name?.startsWith(".case.next-")) setTimeout(kill, random() * WRITING);
  });
  if (anyTime) setTimeout(kill, random() * LONGEST);
  await ended(child);
  watcher.close();
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once("exit", done));

/** What people keep in a case folder must be there after every kill and the next build. */
function keepNotes(folder: string): void {
  for (const [name, text] of Object.entries(NOTES)) writeFileSync(join(folder, name), text);
}

const lostNotes = (folder: string): readonly string[] =>
  Object.entries(NOTES).flatMap(([name, text]) =>
    readFileSync(join(folder, name), "utf8") === text ? [] : [`${name} is not as it was`],
  );

function leftBeside(room: string): readonly string[] {
  const expected: ReadonlySet<string> = new Set(["case", "kept", "reports"]);
  const left = readdirSync(room).filter((name) => !expected.has(name));
  return left.length === 0 ? [] : [`left beside the case: ${left.join(", ")}`];
}

/** The case that a folder holds, or what is wrong with it. */
function readDigest(folder: string): string {
  try {
    return digestOfCase(folder);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
