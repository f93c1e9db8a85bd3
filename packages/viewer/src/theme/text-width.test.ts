import { describe, expect, it } from "vitest";
import { fitText, textWidth } from "./text-width.js";

describe("textWidth", () => {
  it("grows with size, weight and length", () => {
    expect(textWidth("harbour", 24)).toBeCloseTo(2 * textWidth("harbour", 12));
    expect(textWidth("harbour", 12, true)).toBeGreaterThan(textWidth("harbour", 12));
    expect(textWidth("harbours", 12)).toBeGreaterThan(textWidth("harbour", 12));
  });

  it("gives combining marks no width", () => {
    expect(textWidth("e\u0301", 12)).toBe(textWidth("e", 12));
  });
});

describe("fitText", () => {
  it("keeps what fits and cuts the rest with an ellipsis", () => {
    expect(fitText("Port", 100, 12)).toBe("Port");
    const cut = fitText("Port Authority of the Northern Quays", 90, 12);
    expect(cut).toMatch(/^Port A.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(90);
  });
});
