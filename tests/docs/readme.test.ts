import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const CLI = join(ROOT, "packages/cli/bin/redthread.mjs");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

interface Step {
  readonly command: string;
  readonly output: string;
}

/** The commands of the README's console block and what stands under each. */
function sessionOf(markdown: string): readonly Step[] {
  const block = /```console\n([\s\S]*?)```/.exec(markdown)?.[1] ?? "";
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { command: part.slice(0, end), output: part.slice(end + 1).trimEnd() };
    });
}

/** Splits a command line as a shell would where only double quotes are used. */
function argumentsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}

describe("the README", () => {
  const folder = mkdtempSync(join(tmpdir(), "redthread-readme-"));
  beforeAll(() => cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is at most 120 lines long", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(120);
  });

  it("shows a session of at least four commands", () => {
    expect(sessionOf(readme).length).toBeGreaterThanOrEqual(4);
  });

  it("prints what its session says, command by command", () => {
    for (const { command, output } of sessionOf(readme)) {
      const [program, name, ...args] = argumentsOf(command);
      expect([program, name]).toEqual(["npx", "redthread"]);
      const result = spawnSync(process.execPath, [CLI, ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", COLUMNS: "100" },
      });
      expect(`${result.stderr}${result.stdout}`.trimEnd(), command).toBe(output);
    }
  });

  it("names only commands that the root package has", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const named = [...readme.matchAll(/`npm (?:run )?([a-z-]+)/g)].map((match) => match[1]);
    expect(named.filter((name) => scripts[name ?? ""] === undefined)).toEqual([]);
  });

  it("links to pages that exist", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
    for (const link of links) expect(() => readFileSync(join(ROOT, link)), link).not.toThrow();
  });
});
