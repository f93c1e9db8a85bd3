import { spawn, spawnSync } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { PROGRAM, runProcess, temporaryFolder } from "./run-cli.js";

const LONG = "UNWIND range(1, 2000000) AS i RETURN i, 'row ' + toString(i) AS t";

function harbourFolder(): string {
  const cwd = temporaryFolder();
  const { graph, text } = harbourGraph();
  writeGraphCase(cwd, graph, [text]);
  return cwd;
}

/** Runs the program before a pipe, as a shell does; `$0` is Node, the arguments follow. */
function piped(args: readonly string[], reader: string, cwd: string) {
  const script = `"$0" "$@" | ${reader}; exit \${PIPESTATUS[0]}`;
  return spawnSync("bash", ["-c", script, process.execPath, ...PROGRAM, ...args], {
    cwd,
    encoding: "utf8",
  });
}

describe("a long result", () => {
  it.each([
    ["csv", "head -n 3", "i,t\n1,row 1\n2,row 2\n"],
    ["jsonl", "head -n 2", '{"i":1,"t":"row 1"}\n{"i":2,"t":"row 2"}\n'],
    ["jsonl", "head -c 10", '{"i":1,"t"'],
    ["table", "head -n 1", "i t"],
  ])("ends quietly when the reader of its %s goes away after `%s`", (format, reader, text) => {
    const { stdout, stderr, status } = piped(
      ["query", LONG, "--format", format],
      reader,
      harbourFolder(),
    );
    expect(stdout.trim().replace(/ +/g, " ")).toBe(text.trim());
    expect(stderr).toBe("");
    expect([0, 141]).toContain(status);
  });

  it("is written as it comes: two million lines in less than 500 MB", async () => {
    const cwd = harbourFolder();
    const out = join(cwd, "out.jsonl");
    const file = openSync(out, "w");
    const child = spawn(process.execPath, [...PROGRAM, "query", LONG, "--format", "jsonl"], {
      cwd,
      stdio: ["ignore", file, "inherit"],
    });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, residentKilobytes(child.pid));
    }, 50);
    const code = await new Promise((ended) => child.once("close", ended));
    clearInterval(watch);
    expect(code).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text.endsWith('\n{"i":2000000,"t":"row 2000000"}\n')).toBe(true);
    expect(text.split("\n")).toHaveLength(2_000_001);
    expect(peak).toBeLessThan(500_000);
  });
});

/** 0 where the system does not tell, which then proves nothing and fails nothing. */
function residentKilobytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

describe("the program as a process", () => {
  it.each([
    [["query", "RETURN 1 AS one"], 0],
    [["query", "RETURN"], 3],
    [["query", "--on", "bolt://127.0.0.1:9", "RETURN 1"], 4],
    [["build", "nowhere"], 1],
    [["nonsense"], 2],
  ])("ends %j with exit code %i and never prints a stack", async (args, code) => {
    const ran = await runProcess(args, { cwd: harbourFolder() });
    expect(ran.code).toBe(code);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
    if (code === 0) expect(ran.stdout).toBe('{"one":1}\n');
  });

  it("dies of Ctrl-C at once, also in the middle of a long search", async () => {
    const endless =
      "UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j WITH i WHERE i < 0 RETURN i";
    const child = spawn(
      process.execPath,
      [
        ...PROGRAM,
        "query",
        `${LONG} UNION ALL ${endless.replace("RETURN i", "RETURN i, '' AS t")}`,
      ],
      {
        cwd: harbourFolder(),
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    child.stdout.once("data", () => {
      child.stdout.resume();
      child.kill("SIGINT");
    });
    const [code, signal] = await new Promise<readonly unknown[]>((ended) =>
      child.once("close", (...how) => ended(how)),
    );
    expect({ code, signal }).toEqual({ code: null, signal: "SIGINT" });
  });
});
