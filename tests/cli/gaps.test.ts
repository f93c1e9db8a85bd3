import { beforeAll, describe, expect, it } from "vitest";
import { buildCase, OPEN_REPORTS } from "./open-case.js";
import { type Ran, runHere, suiteFolder } from "./run-cli.js";

const cwd = suiteFolder();

beforeAll(async () => {
  await buildCase(cwd, "case", OPEN_REPORTS);
});

const run = (...args: string[]): Promise<Ran> => runHere(["gaps", ...args], { cwd });

const rows = async (...args: string[]): Promise<readonly Record<string, unknown>[]> => {
  const { stdout } = await run(...args);
  return stdout === ""
    ? []
    : stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
};

describe("redthread gaps", () => {
  it("lists links that hang on one source, what most hangs on first, with a quote", async () => {
    const found = await rows("--only", "single-source");
    expect(found.map(({ weight, a, type, b }) => [weight, a, type, b])).toEqual([
      [3, "seizure in Jaber (2025-03-02)", "TARGETED", "Copper Lantern network"],
      [2, "Lutfi Qabbani", "FAMILY_OF", "Samir Qabbani"],
    ]);
    expect(found[1]).toMatchObject({
      quote: "Samir Qabbani is the brother of Lutfi Qabbani.",
      words: "One origin alone says it; without it 2 things lose every tie to the rest.",
    });
  });

  it("lists who acts in no known state", async () => {
    const found = await rows("--only", "stateless");
    expect(found.map(({ a, b, type }) => [a, b, type])).toEqual([["Lutfi Qabbani", null, null]]);
  });

  it("tells every kind in prose, and counts what the limit leaves out", async () => {
    const shown = await runHere(["gaps", "--limit", "1"], {
      cwd,
      terminal: 100,
      env: { NO_COLOR: "1" },
    });
    expect(shown.stdout).toMatch(/^Links that hang on one source \(2\)$/m);
    expect(shown.stdout).toMatch(/^ {2}and 1 other$/m);
    expect(shown.stdout).toMatch(/^Who acts in no known state \(1\)$/m);
  });

  it("refuses a kind that there is not", async () => {
    expect(await run("--only", "holes")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "There is no kind of gap `holes`. It is one of single-source, unnamed, undated-post, may-be-one, stateless.\n",
    });
  });
});
