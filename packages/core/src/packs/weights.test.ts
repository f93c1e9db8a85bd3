import { describe, expect, it } from "vitest";
import { smallPackFiles } from "../../../../tests/support/small-pack.js";
import { LINK_FEATURES } from "./link-features.js";
import { loadPack, type PackFiles } from "./load-pack.js";
import { chanceOf, type LinkWeights } from "./weights.js";

const FILE = "weights.yaml";

const withWeights = (change: (text: string) => string | null): PackFiles => {
  const files = smallPackFiles();
  const domain = new Map(files.domain);
  const changed = change(domain.get(FILE) ?? "");
  if (changed === null) domain.delete(FILE);
  else domain.set(FILE, changed);
  return { ...files, domain };
};

const shipped = (): LinkWeights => {
  const { weights } = loadPack(smallPackFiles()).wording;
  if (weights === null) throw new TypeError("the shipped field has weights");
  return weights;
};

describe("weights.yaml", () => {
  it.each([
    [
      "a feature that is none",
      /^ {2}distance:/m,
      "  width:",
      "weighs `width`, which is none of the features",
    ],
    [
      "a rule that is none",
      /^ {2}route.cue:/m,
      "  route.guess:",
      "weighs `route.guess`, which is none",
    ],
    [
      "a type that is none",
      /^ {2}LEADS:/m,
      "  HEADS:",
      "weighs `HEADS`, which is none of the types",
    ],
    [
      "a weight left out",
      /^ {2}distance:.*\n/m,
      "",
      "has no weight for `distance` among the features",
    ],
    ["a family left out", /^ {2}route:.*\n/m, "", "has no weight for `route` among the families"],
    [
      "support that speaks against",
      /^ {2}seconded:.*$/m,
      "  seconded: -0.5",
      "lets `seconded` speak against a link",
    ],
    ["a weight beyond measure", /^ {2}distance:.*$/m, "  distance: 400", "`features.distance`"],
    ["a hash that is none", /^gold:.*$/m, "gold: abc", "expected the hash of the gold files"],
    ["a key that nothing reads", /^base:/m, "note: fine\nbase:", "Unrecognized key"],
    ["no seed", /^seed:.*$/m, "", "`seed`"],
  ])("refuses %s, with file and line", (_what, from, to, sentence) => {
    const load = () => loadPack(withWeights((text) => text.replace(from, to)));
    expect(load).toThrow(sentence);
    expect(load).toThrow(/`weights\.yaml` (line \d+|has)/);
  });

  it("may be missing: then the rules' measured figures stand", () => {
    expect(loadPack(withWeights(() => null)).wording.weights).toBeNull();
  });

  it("is shipped with a weight for every feature", () => {
    expect([...shipped().features.keys()]).toEqual([...LINK_FEATURES.keys()]);
  });
});

describe("the chance of a link", () => {
  const link = { rule: "route.cue", type: "SMUGGLED_TO", features: new Map() };

  it("is never certain and never impossible, whatever speaks for it", () => {
    const sure = { ...shipped(), base: 20 };
    expect(chanceOf(sure, link)).toBe(0.99);
    expect(chanceOf({ ...sure, base: -20 }, link)).toBe(0.02);
  });

  it("is no default: a rule that nobody declared is an error", () => {
    expect(() => chanceOf(shipped(), { ...link, rule: "route.guessed" })).toThrow(
      "rule route.guessed is none of the engine",
    );
  });

  it("grows with what can only support", () => {
    const supports = [...LINK_FEATURES].flatMap(([name, one]) => (one.supports ? [name] : []));
    expect(supports.length).toBeGreaterThan(0);
    const weights = shipped();
    for (const name of supports)
      expect(chanceOf(weights, { ...link, features: new Map([[name, 1]]) })).toBeGreaterThanOrEqual(
        chanceOf(weights, link),
      );
  });
});
