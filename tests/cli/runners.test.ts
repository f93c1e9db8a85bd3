import { describe, expect, it } from "vitest";
import { shapes } from "../../scripts/bench/shapes.js";
import { notation } from "../../scripts/differential/notation.js";
import { type Part, runPart } from "../../scripts/runner.js";
import { chains } from "../../scripts/score/chains.js";
import { buildKills } from "../../scripts/torture/build-kills.js";
import { caseKills } from "../../scripts/torture/case-kills.js";
import { judgements } from "../../scripts/torture/judgements.js";
import { findReference } from "../cases/shared-folder.js";

/** A part that fails for seeds above 5 and tells what it was asked for. */
const dice: Part = {
  name: "dice",
  title: "draws a number",
  run: ({ seed, count, option }) => ({
    lines: [`seed ${seed}, count ${count}, sides ${option("--sides")}`],
    json: { seed, count },
    failed: seed > 5,
  }),
};
const coin: Part = { ...dice, name: "coin", title: "draws a side" };

async function run(parts: readonly [Part, ...Part[]], args: readonly string[]) {
  let [out, error] = ["", ""];
  const code = await runPart("draw", parts, args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { code, out, error };
}

describe("a runner", () => {
  it.each([
    [[], { code: 0, out: "seed 1, count null, sides null\n", error: "" }],
    [
      ["--seed", "4", "--count", "2", "--sides", "6"],
      { code: 0, out: "seed 4, count 2, sides 6\n", error: "" },
    ],
    [["--json"], { code: 0, out: '{\n "seed": 1,\n "count": null\n}\n', error: "" }],
    [
      ["--part", "coin", "--seed", "7", "--count", "3"],
      {
        code: 1,
        out: "seed 7, count 3, sides null\n",
        error: "Replay: npm run draw -- --part coin --seed 7 --count 3\n",
      },
    ],
    [
      ["--coin", "--seed", "9"],
      {
        code: 1,
        out: "seed 9, count null, sides null\n",
        error: "Replay: npm run draw -- --part coin --seed 9\n",
      },
    ],
    [
      ["--part", "card"],
      {
        code: 2,
        out: "",
        error:
          "There is no part `card`. The parts of `npm run draw`:\n  dice  draws a number\n  coin  draws a side\n",
      },
    ],
    [
      ["--seed", "many"],
      {
        code: 2,
        out: "",
        error: "`--seed` and `--count` are followed by a whole number, such as `--seed 1`.\n",
      },
    ],
  ])("runs %j", async (args, expected) => {
    expect(await run([dice, coin], args)).toEqual(expected);
  });
});

describe("a seeded part of each command", () => {
  it.each([
    ["of a process that writes cases", caseKills, "8", "2 of 2 cases met"],
    ["of a build over an existing case", buildKills, "4", "a whole case after each"],
  ])("torture: a case is whole after each kill %s", async (_, part, count, told) => {
    const { code, out, error } = await run([part], ["--seed", "1", "--count", count]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain(`${count} kills, seed 1`);
    expect(out).toContain(told);
  });

  it("torture: every law of judgements holds for drawn sets", async () => {
    const { code, out, error } = await run([judgements], ["--seed", "1", "--count", "20"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toBe("20 sets, seed 1: every law holds\n");
  });

  it("bench: every shape on a small graph is answered as by hand, as JSON", async () => {
    const { code, out, error } = await run([shapes], ["--seed", "3", "--count", "2000", "--json"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const { files } = JSON.parse(out);
    const groups: readonly { fullName: string; benchmarks: readonly { name: string }[] }[] =
      files.flatMap((file: { groups: unknown[] }) => file.groups);
    const byHand = groups.filter(({ benchmarks }) =>
      benchmarks.some(({ name }) => name === "loop by hand"),
    );
    expect(byHand.length).toBeGreaterThanOrEqual(12);
    for (const { benchmarks } of byHand)
      expect(benchmarks.map(({ name }) => name).sort()).toEqual(["engine", "loop by hand"]);
    expect(groups.map(({ fullName }) => fullName).join()).toContain("two hops from");
  });

  it("bench: says how to replay what failed", async () => {
    const args = ["--seed", "3", "--count", "500", "--only", "no such shape", "--json"];
    expect(await run([shapes], args)).toMatchObject({
      code: 1,
      error: 'Replay: npm run draw -- --part shapes --seed 3 --count 500 --only "no such shape"\n',
    });
  });

  it.skipIf(findReference("research/neo4j-behaviours.tsv") === null)(
    "differential: a hundred recorded queries (skipped without the recording)",
    async () => {
      expect(await run([notation], ["--count", "100"])).toMatchObject({
        code: 0,
        out: "100 queries, 0 answered otherwise than by Neo4j\n",
      });
    },
  );

  it.skipIf(findReference("seeds") === null)(
    "score: chains between twenty pairs of the seeds (skipped without them)",
    async () => {
      const { code, out } = await run([chains], ["--set", "seeds", "--count", "20", "--json"]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        pairs: expect.any(Number),
        all: { shown: expect.any(Number) },
      });
    },
  );
});
