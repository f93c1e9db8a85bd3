import { describe, expect, it } from "vitest";
import { smallPackFiles } from "../../../../tests/support/small-pack.js";
import { BAND_FROM } from "../model/confidence.js";
import { loadPack, type PackFiles } from "./load-pack.js";
import { precisionOf, rulePrecision } from "./measured.js";

const FILE = "measured.yaml";

const withMeasured = (change: (text: string) => string): PackFiles => {
  const files = smallPackFiles();
  return {
    ...files,
    domain: new Map(files.domain).set(FILE, change(files.domain.get(FILE) ?? "")),
  };
};

const withoutMeasured = (): PackFiles => {
  const files = smallPackFiles();
  const domain = new Map(files.domain);
  domain.delete(FILE);
  return { ...files, domain };
};

/** The pack with one entry of measured.yaml put otherwise. */
const measuredWith = (id: string, tally: string) =>
  loadPack(
    withMeasured((text) => text.replace(new RegExp(`^  ${id}: .*$`, "m"), `  ${id}: ${tally}`)),
  ).wording.measured;

describe("the precision of a rule", () => {
  it.each([
    [0, 0, 0.5],
    [3, 3, 0.8],
    [20, 10, 0.5],
    [98, 96, 0.97],
  ])("is (right + 1) / (n + 2): of %d judged, %d right", (n, right, figure) => {
    expect(precisionOf({ n, right })).toBe(figure);
  });

  it.each([
    [19, 0.5455],
    [20, 0.9545],
  ])("is its family's below twenty cases, its own from there: %d", (n, figure) => {
    const own = measuredWith("route.cue", `{ n: ${n}, right: ${n} }`);
    const measured = {
      ...own,
      families: new Map([...own.families, ["route", { n: 20, right: 11 }]]),
    };
    expect(rulePrecision(measured, "route.cue")).toBe(figure);
  });

  it("is no default: a rule that nobody declared is an error", () => {
    const { measured } = loadPack(smallPackFiles()).wording;
    expect(() => rulePrecision(measured, "route.guessed")).toThrow(
      "rule route.guessed is none of the engine",
    );
  });

  it("is a half for every rule of a field that has measured nothing", () => {
    const { measured } = loadPack(withoutMeasured()).wording;
    expect(measured.set).toBeNull();
    expect(new Set([...measured.rules.keys()].map((id) => rulePrecision(measured, id)))).toEqual(
      new Set([0.5]),
    );
  });

  it("is shipped with an entry for every rule and family, and the bands as they are", () => {
    const { measured, rules } = loadPack(smallPackFiles()).wording;
    expect(measured.set).toMatch(/^own reports/);
    expect(rules.filter(({ id }) => !measured.rules.has(id))).toEqual([]);
    expect([...measured.bands.keys()]).toEqual(Object.keys(BAND_FROM));
  });
});

describe("measured.yaml", () => {
  it.each([
    [
      "a rule that is none",
      /^ {2}route.cue:/m,
      "  route.guess:",
      "measures `route.guess`, which is none",
    ],
    ["a family that is none", /^ {2}total:/m, "  stats:", "measures `stats`, which is none"],
    ["a rule left out", /^ {2}route.cue:.*\n/m, "", "does not measure `route.cue`"],
    [
      "a key that nothing reads",
      /^ {2}route.cue: \{/m,
      "  route.cue: { wrong: 3,",
      "Unrecognized key",
    ],
    [
      "more right than judged",
      /^ {2}route.cue:.*$/m,
      "  route.cue: { n: 2, right: 3 }",
      "more are right",
    ],
    [
      "a band moved",
      /from: 0.85/,
      "from: 0.5",
      "was measured with `confirmed` from 0.5; it starts at 0.85",
    ],
    ["no set", /^set: .*$/m, "", "`set`"],
  ])("refuses %s, with file and line", (_what, from, to, sentence) => {
    const load = () => loadPack(withMeasured((text) => text.replace(from, to)));
    expect(load).toThrow(sentence);
    expect(load).toThrow(/`measured\.yaml` (line \d+|has)/);
  });
});
