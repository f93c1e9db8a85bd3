import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { featureFiles, runFeature, type ScenarioOutcome } from "./run-tck.js";
import { findTck } from "./tck-location.js";

/** One line a scenario that is known to fail; regenerate with REDTHREAD_TCK_UPDATE=1. */
const GAPS = new URL("known-gaps.txt", import.meta.url);
const UPDATE = process.env["REDTHREAD_TCK_UPDATE"] === "1";

function knownGaps(): ReadonlySet<string> {
  return new Set(readFileSync(GAPS, "utf8").split("\n").filter(Boolean));
}

const tck = findTck();

describe.skipIf(tck === null)("openCypher TCK", () => {
  const folder = tck ?? "";
  const gaps = UPDATE ? new Set<string>() : knownGaps();
  const outcomes: ScenarioOutcome[] = [];

  for (const feature of tck === null ? [] : featureFiles(folder)) {
    it(`${feature} passes but for the known gaps`, () => {
      const ran = runFeature(folder, feature);
      outcomes.push(...ran);
      const newFailures = ran
        .filter(({ id, failure }) => failure !== null && !gaps.has(id))
        .map(({ id, failure }) => `${id}\n${failure}`);
      const newPasses = ran.filter(({ id, failure }) => failure === null && gaps.has(id));
      expect(UPDATE ? [] : newFailures, "scenarios that used to pass").toEqual([]);
      expect(
        newPasses.map(({ id }) => id),
        "gaps that are closed: regenerate the list",
      ).toEqual([]);
    });
  }

  it("has all of its 3,897 scenarios", () => {
    expect(outcomes).toHaveLength(3897);
  });

  afterAll(() => {
    const failed = outcomes.filter(({ failure }) => failure !== null);
    const passed = outcomes.length - failed.length;
    const short = outcomes.filter(({ needsShortTimes }) => needsShortTimes).length;
    process.stdout.write(
      `openCypher TCK: ${passed} of ${outcomes.length} strict, ${short} of them with times in the short form (timeForm: "short")\n`,
    );
    if (UPDATE) {
      writeFileSync(GAPS, failed.map(({ id }) => `${id}\n`).join(""));
    }
  });
});

if (tck === null) {
  describe("openCypher TCK", () => {
    it.skip("is not here: set REDTHREAD_TCK to the folder that holds its features");
  });
}
