// Who imports whom, from dependency-cruiser with the rules of .dependency-cruiser.mjs. Following every
// import takes seconds, and three parts of `npm run check` ask: the answer is kept until a file changes.
//   node scripts/cruise.mjs     prints the path of the answer, a file of JSON

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CACHE, digestOf, filesBelow, ROOT } from "./workspace.mjs";

const FOLDERS = ["packages", "tests", "benches", "scripts"];
const CONFIGURATION = [".dependency-cruiser.mjs", "tsconfig.base.json", "pnpm-lock.yaml"];
const SKIPPED = /(^|\/)(node_modules|dist|bundle|packs)\//;

/** Path of the file that holds what dependency-cruiser found in the sources as they are. */
export function cruise() {
  const sources = FOLDERS.flatMap((folder) => filesBelow(folder, SKIPPED));
  const code = sources.filter((path) => /\.([mc]?[jt]s|json)$/.test(path));
  const file = join(CACHE, `cruise-${digestOf([...code, ...CONFIGURATION])}.json`);
  if (existsSync(file)) return file;
  const tool = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, ...FOLDERS, "--output-type", "json"],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 512 * 1024 * 1024 },
  );
  // An answer that is none is not kept.
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser gave no answer. ${stderr}`);
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith("cruise-")) rmSync(join(CACHE, name));
  }
  writeFileSync(file, stdout);
  return file;
}

/** Every module with what it imports. */
export function cruisedModules() {
  return JSON.parse(readFileSync(cruise(), "utf8")).modules;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(cruise());
