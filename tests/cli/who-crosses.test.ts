import { beforeAll, describe, expect, it } from "vitest";
import { buildCase, OPEN_REPORTS } from "./open-case.js";
import { type Ran, runHere, suiteFolder } from "./run-cli.js";

const cwd = suiteFolder();

beforeAll(async () => {
  await buildCase(cwd, "case", OPEN_REPORTS);
});

const run = (...args: string[]): Promise<Ran> => runHere(["who-crosses", ...args], { cwd });

const rows = async (...args: string[]): Promise<readonly string[]> => {
  const { stdout } = await run(...args);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .map(({ entity, state, type, end }) => [entity, state, type, end].join(" | "));
};

describe("redthread who-crosses", () => {
  it("lists who is active in two states, with each link that says so", async () => {
    expect(await rows()).toEqual([
      "Copper Lantern network | Syria | OPERATES_IN | country:sy",
      "Copper Lantern network | Jordan | OPERATES_IN | country:jo",
      "Copper Lantern network | Jordan | TARGETED | network:copper-lantern",
    ]);
  });

  it("tells it in lines of 80 columns", async () => {
    const options = { cwd, env: { COLUMNS: "80" } };
    const told = await runHere(["who-crosses", "--format", "table"], options);
    expect(told.stdout).toContain("Copper Lantern network (Network): Syria, Jordan");
    expect(told.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("keeps those active in all states asked for", async () => {
    expect(await rows("Jordan", "Syria")).toHaveLength(3);
    expect(await rows("Jordan", "Syria", "--type", "Agency")).toEqual([]);
  });

  it.each([
    [["Samir Qabbani"], "`Samir Qabbani` is no state but Person."],
    [["--type", "Ship"], "No type of those who act is called `Ship`."],
    [["Atlantis"], "No entity is named `Atlantis`."],
  ])("refuses %j", async (args, sentence) => {
    const { code, stderr } = await run(...args);
    expect([code === 0, stderr.startsWith(sentence)]).toEqual([false, true]);
  });
});
