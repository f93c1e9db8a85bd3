import { describe, expect, it } from "vitest";
import { type CueScope, modalityAt } from "./read-cues.js";

const scope = (modality: CueScope["modality"], from: number, to: number): CueScope => ({
  modality,
  from,
  to,
});

describe("modalityAt", () => {
  it("is asserted where no cue reaches", () => {
    expect(modalityAt([scope("planned", 3, 6)], 2)).toBe("asserted");
  });

  it.each([
    [["planned", "denied"], "denied"],
    [["alleged", "attempted"], "attempted"],
    [["denied", "void"], "void"],
    [["hypothetical", "planned"], "hypothetical"],
  ] as const)("takes the strongest of %j", (modalities, expected) => {
    const scopes = modalities.map((modality) => scope(modality, 0, 5));
    expect(modalityAt(scopes, 4)).toBe(expected);
  });
});
