import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const READERS = fileURLToPath(new URL("./readers/", import.meta.url));
const HOME = join(ROOT, ".cache", "python");

/**
 * A Python with the libraries that read our formats, made once below `.cache`; null where this machine
 * has none. A machine that must have one says so in REDTHREAD_REQUIRE.
 */
export function findPython(): string | null {
  const required = (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("python");
  const why = prepare();
  if (why === null) return join(HOME, "bin", "python");
  if (required) throw new Error(`Python is required and its libraries are not here: ${why}`);
  process.stderr.write(`Python's readers are not run: ${why}\n`);
  return null;
}

/** What keeps the libraries from being there, or null. */
function prepare(): string | null {
  const requirements = join(READERS, "requirements.txt");
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const stamp = join(HOME, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return null;
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const why =
    faultOf("python3", ["-m", "venv", HOME]) ??
    faultOf(join(HOME, "bin", "python"), ["-m", "pip", "install", "-q", "-r", requirements]);
  if (why === null) writeFileSync(stamp, wanted);
  return why;
}

function faultOf(command: string, args: readonly string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (error !== undefined) return error.message;
  return status === 0 ? null : (stderr.trim().split("\n").at(-1) ?? `${command} failed`);
}

/** What a library finds in a file of a format. */
export function countWith(python: string, format: string, path: string): unknown {
  const script = join(READERS, "count.py");
  const { status, stdout, stderr } = spawnSync(python, [script, format, path], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${format}: ${stderr}`);
  return JSON.parse(stdout);
}
