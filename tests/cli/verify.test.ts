import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let built: string;
let cwd: string;

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const shown = (...args: string[]): Promise<Ran> =>
  runHere(args, { cwd, terminal: 100, env: { NO_COLOR: "1" } });

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "redthread-verify-"));
  mkdirSync(join(built, "reports"));
  writeFileSync(
    join(built, "reports/port-log.txt"),
    "On 4 March 2025 Lebanese customs seized 12 kilograms of hashish in Beirut. Beirut lies in Lebanon.\n",
  );
  await runHere(["build", "reports"], { cwd: built });
  rmSync(join(built, "reports"), { recursive: true });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  cwd = temporaryFolder();
  cpSync(built, cwd, { recursive: true });
});

describe("redthread verify", () => {
  it("finds nothing wrong with a case as it was built", async () => {
    expect(await run("verify")).toEqual({
      code: 0,
      stdout: "",
      stderr:
        "Checked 1 document and 25 quotes: every document is unchanged and every quote stands where it says, and the graph follows from both.\nOf 1 file they were read from: 1 no longer there and not compared.\n",
    });
  });

  it("names the document whose text was changed", async () => {
    const [name = ""] = readdirSync(join(cwd, "case/texts"));
    const file = join(cwd, "case/texts", name);
    writeFileSync(file, readFileSync(file, "utf8").replace("Beirut lies", "Beirut lay"));
    const { code, stdout, stderr } = await run("verify");
    expect(code).toBe(5);
    const problems = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(problems).toEqual([
      expect.objectContaining({
        problem: "document-changed",
        document: "port-log.txt",
        reason: expect.stringMatching(/; 3 quotes are not proved any more$/),
      }),
    ]);
    expect(stderr).toContain("1 problem:");
  });

  it("tells of a missing text once, with the number of its quotes, and blames nothing else", async () => {
    rmSync(join(cwd, "case/texts"), { recursive: true });
    const { stdout } = await run("verify");
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problem: "text-missing",
      document: "port-log.txt",
      reason: "its text is not stored; 15 quotes are not proved any more",
    });
  });

  it("checks the texts all the same when the graph is damaged", async () => {
    writeFileSync(join(cwd, "case/graph.jsonl"), "half a li");
    const first = await shown("verify");
    expect(first.stderr).toMatch(/^Checked 1 document and 10 quotes: 1 problem:/);
    expect(first.stdout).not.toContain("null");
    rmSync(join(cwd, "case/texts"), { recursive: true });
    const rows = (await run("verify")).stdout.trim().split("\n");
    expect(rows.map((row) => JSON.parse(row).problem)).toEqual(["file-changed", "file-missing"]);
  });

  it.each([
    ["a text is missing", () => rmSync(join(cwd, "case/texts"), { recursive: true })],
    ["the graph is missing", () => rmSync(join(cwd, "case/graph.jsonl"))],
    [
      "the graph is cut in the middle of a line",
      () => {
        const file = join(cwd, "case/graph.jsonl");
        writeFileSync(file, readFileSync(file, "utf8").slice(0, 1_000));
      },
    ],
    [
      "a quote was changed",
      () => {
        const file = join(cwd, "case/graph.jsonl");
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace("hashish in Beirut", "hashish in Tripoli"),
        );
      },
    ],
    ["the claims were changed", () => writeFileSync(join(cwd, "case/claims.jsonl"), "{}\n")],
  ])("ends with 5 when %s", async (_, damage) => {
    damage();
    const { code, stdout } = await run("verify");
    expect(code).toBe(5);
    expect(stdout).not.toBe("");
  });
});
