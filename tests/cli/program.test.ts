import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { PROGRAM, runHere, temporaryFolder } from "./run-cli.js";

const LIST_LOADED = new URL("list-loaded.mjs", import.meta.url).href;

describe("redthread", () => {
  it.each([
    [["--help"], 0, "stdout", "Commands:"],
    [["query", "--help"], 0, "stdout", "--param <name=value>"],
    [["--version"], 0, "stdout", "."],
    [[], 2, "stderr", "Usage: redthread"],
    [["bild"], 2, "stderr", "Unknown command `bild`. Did you mean `build`?"],
    [
      ["query", "--frmat", "csv", "RETURN 1"],
      2,
      "stderr",
      "Unknown option `--frmat`. Did you mean `--format`?",
    ],
    [["query", "--format", "yaml", "RETURN 1"], 2, "stderr", "table, json, jsonl, csv, markdown"],
    [["build"], 2, "stderr", "Missing required argument `reports`."],
    [["query", "--param", "x", "RETURN 1"], 2, "stderr", "`--param x` has no name."],
    [["load"], 1, "stderr", "There is no case `case`."],
    [
      ["query", "--on", "http://localhost", "RETURN 1"],
      2,
      "stderr",
      "An address that begins with `http:` is no Neo4j address.",
    ],
    [["query", "--on", "bolt://neo4j:secret@localhost", "RETURN 1"], 2, "stderr", "NEO4J_PASSWORD"],
  ] as const)("answers %j with exit code %i", async (args, code, stream, text) => {
    const ran = await runHere([...args], { cwd: temporaryFolder() });
    expect(ran.code).toBe(code);
    expect(ran[stream]).toContain(text);
    expect(ran.stderr).not.toContain("secret");
    if (stream === "stderr") expect(ran.stdout).toBe("");
  });

  it("says that a server is not there, within its limit", async () => {
    const cwd = temporaryFolder();
    const ran = await runHere(["query", "--on", "bolt://127.0.0.1:9", "RETURN 1"], { cwd });
    expect(ran).toMatchObject({ code: 4, stdout: "" });
    expect(ran.stderr).toContain("Neo4j at `bolt://127.0.0.1:9` did not answer");
    const { graph, text } = harbourGraph();
    writeGraphCase(cwd, graph, [text]);
    const load = await runHere(["load"], {
      cwd,
      env: { NEO4J_URI: "bolt://127.0.0.1:9", NEO4J_PASSWORD: "secret" },
    });
    expect(load.code).toBe(4);
    expect(load.stderr).not.toContain("secret");
    expect((await runHere(["load"], { cwd })).stderr).toContain("set NEO4J_URI");
  });

  it("warns of a link that others can read", async () => {
    const { stderr } = await runHere(["query", "--on", "bolt://harbour.invalid:7687", "RETURN 1"], {
      cwd: temporaryFolder(),
    });
    expect(stderr).toContain("The link to `harbour.invalid` is not encrypted");
  });

  it("ends with 8 while another process writes the case", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "reports"));
    writeFileSync(join(cwd, "reports/a.txt"), "The Noka called at Beirut.");
    const holder = { host: hostname(), pid: process.pid, started: null };
    writeFileSync(join(cwd, ".case.lock"), JSON.stringify(holder));
    const { code, stderr } = await runHere(["build", "reports"], { cwd });
    expect(code).toBe(8);
    expect(stderr).toContain(`\`case\` is being written by process ${process.pid}.`);
  });

  it("adds where an error came from only when asked", async () => {
    const cwd = temporaryFolder();
    const plain = await runHere(["info", "-c", "nowhere"], { cwd });
    expect(plain.stderr).not.toMatch(/^\s+at /m);
    const debug = await runHere(["--debug", "info", "-c", "nowhere"], { cwd });
    expect(debug.stderr).toMatch(/^\s+at /m);
    expect(debug.code).toBe(1);
  });
});

describe("starting up", () => {
  const HEAVY = [
    "neo4j-driver",
    "chrono-node",
    "linkedom",
    "yaml",
    "zod",
    "csv-parse",
    "graphology",
    "cli-progress",
    "packages/viewer",
    "packs/load-pack",
    "cypher/engine",
    "extract/",
  ];

  it.each([[["--version"]], [["--help"]], [["query", "--help"]]])(
    "loads nothing heavy for %j",
    (args) => {
      const loaded = execFileSync(
        process.execPath,
        ["--import", LIST_LOADED, ...PROGRAM, ...args],
        {
          encoding: "utf8",
        },
      );
      const urls = loaded.split("\n").filter((line) => line.startsWith("loaded "));
      expect(urls.some((url) => url.includes("cli/src/program.ts"))).toBe(true);
      expect(urls.filter((url) => HEAVY.some((name) => url.includes(name)))).toEqual([]);
    },
  );
});
