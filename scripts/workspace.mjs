// What the root commands share: install with nothing but Node and npm, build what is stale, find the
// real parts a test can use. Plain Node, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const CACHE = join(ROOT, ".cache");

/** Ends the process with a sentence when Node is older than the floor in package.json. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `This is Node ${process.versions.node}; Redthread needs 20.19 or later. Install a newer Node and run the command again.\n`,
  );
  process.exit(1);
}

/** Runs a program in the root folder; returns its exit code. `quiet` keeps its output unless it fails. */
export function run(command, args, { quiet = false, env = {}, cwd = ROOT } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const code = result.status ?? 1;
  if (code !== 0 && quiet) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  if (result.error)
    process.stderr.write(`\`${command}\` could not be run: ${result.error.message}\n`);
  return code;
}

/** Path of an installed tool's entry, run with this very Node. */
export function runTool(file, args, options) {
  return run(process.execPath, [join(ROOT, "node_modules", file), ...args], options);
}

/** One hash over paths and contents of files. */
export function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

/** Paths of all files below a folder, sorted; none of those below a folder that is skipped. */
export function filesBelow(folder, skipped = /(?!)/) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return skipped.test(`${path}/`) ? [] : filesBelow(path, skipped);
    })
    .sort();
}

/** True when the stamp file holds the digest; writing it is the caller's second step. */
function isFresh(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
}

/** Installs the dependencies when the lock file changed since the last time. Exits on failure. */
export function ensureInstalled() {
  const manifests = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
  for (const name of readdirSync(join(ROOT, "packages")))
    manifests.push(`packages/${name}/package.json`);
  const digest = digestOf(manifests);
  const stamp = join(ROOT, "node_modules", ".redthread-installed");
  if (isFresh(stamp, digest)) return;
  process.stderr.write("Installing dependencies …\n");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  if (run(npx, ["-y", "pnpm@10", "install", "--frozen-lockfile"], { quiet: true }) !== 0) {
    process.stderr.write(
      "The dependencies could not be installed. Is the package registry reachable?\n",
    );
    process.exit(1);
  }
  writeFileSync(stamp, digest);
}

/** Files that compiling a package leaves in its `dist`, one a source file that is no test. */
export function compiledFiles(folder) {
  return filesBelow(`${folder}/src`)
    .filter((path) => /\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path))
    .map((path) => path.replace("/src/", "/dist/").replace(/\.ts$/, ".js"));
}

/** Compiles the packages and bundles the viewer when their sources changed. Exits on failure. */
export function ensureBuilt() {
  const sources = ["core", "viewer", "cli"].flatMap((name) => filesBelow(`packages/${name}/src`));
  const digest = digestOf([...sources, "tsconfig.base.json", "scripts/build.mjs"]);
  mkdirSync(CACHE, { recursive: true });
  const stamp = join(CACHE, "built");
  const compiled = ["core", "viewer", "cli"].flatMap((name) => compiledFiles(`packages/${name}`));
  const outputs = [...compiled, "packages/viewer/dist/app/app.js"];
  if (isFresh(stamp, digest) && outputs.every((path) => existsSync(join(ROOT, path)))) return;
  process.stderr.write("Building …\n");
  if (run(process.execPath, [join(ROOT, "scripts", "build.mjs")], { quiet: true }) !== 0) {
    process.stderr.write("The build failed; the messages above say where.\n");
    process.exit(1);
  }
  writeFileSync(stamp, digest);
}

function canRun(command, args) {
  const result = spawnSync(command, args, { stdio: "ignore" });
  return !result.error && result.status === 0;
}

function findChromium() {
  const named = process.env.REDTHREAD_CHROMIUM;
  const places = [
    named,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((path) => path && existsSync(path)) ?? null;
}

/**
 * The real parts that tests can use here. A part in REDTHREAD_REQUIRE (comma-separated) must be
 * present; the tests that need any other missing part are not run, and the closing line says so.
 */
export function findRealParts() {
  const required = new Set((process.env.REDTHREAD_REQUIRE ?? "").split(",").filter(Boolean));
  const hasNeo4j =
    Boolean(process.env.NEO4J_URI) || (canRun("java", ["-version"]) && canRun("mvn", ["-v"]));
  const shared = join(ROOT, "..", "shared");
  return [
    {
      name: "neo4j",
      title: "a Neo4j server",
      present: hasNeo4j,
      remedy: "install Java 17 and Maven, or set NEO4J_URI",
    },
    {
      name: "chromium",
      title: "Chromium",
      present: findChromium() !== null,
      remedy: "install Chromium, or set REDTHREAD_CHROMIUM to its path",
    },
    {
      name: "tmux",
      title: "a terminal in tmux",
      present: canRun("tmux", ["-V"]),
      remedy: "install tmux",
    },
    {
      name: "python",
      title: "Python's readers of graph formats",
      present: canRun("python3", ["-c", "import ensurepip, venv"]),
      remedy: "install Python 3.10 with venv, and what PyICU is built with",
    },
    {
      name: "shared",
      title: "the openCypher TCK and the reference reports",
      present: existsSync(join(shared, "tck")) && statSync(shared).isDirectory(),
      remedy: "they are kept beside the project by its maintainers",
    },
  ].map((part) => ({ ...part, required: required.has(part.name) }));
}
