import { beforeAll, describe, expect, it } from "vitest";
import { buildCase, OPEN_REPORTS } from "./open-case.js";
import { runHere, suiteFolder } from "./run-cli.js";

const LATER = `Amman Daily
20 March 2025

Lutfi Qabbani denied that Samir Qabbani leads the Copper Lantern network.
The Copper Lantern network operates in Lebanon.
The Lebanese Army said that the Copper Lantern network operates in Syria.
`;

const cwd = suiteFolder();

beforeAll(async () => {
  await buildCase(cwd, "case", OPEN_REPORTS);
  await buildCase(cwd, "later", { ...OPEN_REPORTS, "3.txt": LATER });
});

async function changes(older: string, newer: string): Promise<readonly string[]> {
  const { stdout } = await runHere(["diff", older, newer], { cwd });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .map(({ kind, type, end, words }) => [kind, type, end, words].filter(Boolean).join(" | "));
}

describe("redthread diff", () => {
  it("tells what a new report added, confirmed and contradicted", async () => {
    const found = await changes("case", "later");
    expect(found).toContain("report added | Read for the newer case only.");
    expect(found).toContain(
      "link added | OPERATES_IN | country:lb | Only the newer case tells it.",
    );
    expect(found).toContain(
      "confirmed | OPERATES_IN | country:sy | It was confirmed of 2 independent sources before and is confirmed of 3 independent sources now.",
    );
    expect(found).toContain(
      "contradicted | LEADS | network:copper-lantern | Denied by Lutfi Qabbani; it was likely of one source before and is candidate of one source now.",
    );
  });

  it("tells the other way round what went and what grew weaker", async () => {
    const kinds = (await changes("later", "case")).map((line) => line.split(" | ")[0]);
    expect(kinds).toEqual(expect.arrayContaining(["report gone", "link gone", "weakened"]));
    expect(kinds).not.toContain("link added");
  });

  it("finds nothing between a case and itself", async () => {
    expect(await changes("case", "case")).toEqual([]);
    const { stdout } = await runHere(["diff", "case", "case", "-f", "table"], { cwd });
    expect(stdout).toBe("Both cases say the same.\n");
  });
});
