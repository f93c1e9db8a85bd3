// Fails on a source file over 500 lines and on two rooms that import each other. Biome keeps
// functions below 60 lines; data files are exempt.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruisedModules } from "./cruise.mjs";
import { ROOT } from "./workspace.mjs";

const MAX_LINES = 500;
const FOLDERS = ["packages", "tests", "benches", "scripts"];
const SKIPPED = new Set(["node_modules", "dist", "bundle", "packs", "__snapshots__", "fixtures"]);

function* sources(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* sources(path);
    else if (/\.(ts|mjs)$/.test(entry.name)) yield path;
  }
}

const problems = [];
for (const folder of FOLDERS) {
  for (const path of sources(folder)) {
    const lines = readFileSync(join(ROOT, path), "utf8").split("\n").length - 1;
    if (lines > MAX_LINES)
      problems.push(`${path} has ${lines} lines; ${MAX_LINES} is the limit. Split it by idea.`);
  }
}

/** The rooms a file belongs to, outermost first: `packages/core/src/cypher/plan` lies in two. */
function roomsOf(path) {
  const parts = path.split("/");
  const depth = parts.indexOf("src");
  if (depth < 0) return [];
  const rooms = [];
  for (let end = depth + 2; end < parts.length; end += 1) rooms.push(parts.slice(0, end).join("/"));
  return rooms;
}

const imports = new Map();
for (const { source, dependencies } of cruisedModules()) {
  if (/\.test\.ts$/.test(source)) continue;
  for (const { resolved } of dependencies) {
    const from = roomsOf(source);
    const to = roomsOf(resolved);
    // The first pair of rooms in which the two paths part ways is where the border is crossed.
    const level = from.findIndex((room, index) => room !== to[index]);
    if (level < 0 || to[level] === undefined) continue;
    imports.set(`${from[level]} ${to[level]}`, `${source} -> ${resolved}`);
  }
}
for (const [pair, example] of imports) {
  const [from, to] = pair.split(" ");
  const back = imports.get(`${to} ${from}`);
  if (back && from < to) problems.push(`${from} and ${to} import each other: ${example}, ${back}.`);
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exit(1);
process.stdout.write("No file over 500 lines, no two rooms that import each other.\n");
