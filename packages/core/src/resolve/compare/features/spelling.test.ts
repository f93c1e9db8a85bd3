import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../../../../../../tests/support/narcotics-pack.js";
import { isLikelySpelling } from "./likely-spelling.js";
import { areOneButForVowels, isOneSpelling } from "./spelling.js";

describe("two words of people's names", () => {
  it.each([
    ["youssef", "yousef"],
    ["khaled", "khalid"],
    ["saeed", "said"],
    ["hussein", "husain"],
    ["mohammed", "muhammad"],
    ["tikhonov", "tihonov"],
    ["yevgeny", "evgeny"],
    ["mehmed", "mehmet"],
    ["khoshnau", "khoshnaw"],
    ["abdallah", "abdalla"],
  ])("are surely one spelt in two ways: %s, %s", (a, b) => {
    expect(isOneSpelling(a, b, narcoticsPack.names)).toBe(true);
    expect(isOneSpelling(b, a, narcoticsPack.names)).toBe(true);
  });

  it.each([
    ["farhad", "farshad"],
    ["karim", "karam"],
    ["hassan", "hassani"],
    ["hassan", "hussein"],
    ["amadou", "mamadou"],
    ["hadi", "adi"],
    ["kemal", "cemal"],
    ["moroz", "morozov"],
    ["julio", "julia"],
    ["said", "saad"],
    ["nasr", "naser"],
    ["dervish", "dervis"],
  ])("may be two people's: %s, %s", (a, b) => {
    expect(isOneSpelling(a, b, narcoticsPack.names)).toBe(false);
    expect(isOneSpelling(b, a, narcoticsPack.names)).toBe(false);
  });

  it.each([
    ["salem", "salim"],
    ["hamed", "hamid"],
    ["samer", "samir"],
    ["karem", "kareem"],
    ["kamal", "kamel"],
    ["rashed", "rasheed"],
  ])("are two names or one where a vowel alone tells them apart: %s, %s", (a, b) => {
    expect(isOneSpelling(a, b, narcoticsPack.names)).toBe(false);
    expect(areOneButForVowels(a, b, narcoticsPack.names)).toBe(true);
  });

  it.each([
    ["vorontsov", "voroncov"],
    ["tikhonov", "tihonov"],
    ["zengene", "zangana"],
    ["yusuf", "jusuf"],
    ["chodorkowski", "khodorkovsky"],
    ["djafar", "jafar"],
    ["dudaev", "dudayev"],
    ["umar", "omer"],
  ])("are likely one, which is asked: %s, %s", (a, b) => {
    expect(isLikelySpelling(a, b, narcoticsPack.names)).toBe(true);
    expect(isLikelySpelling(b, a, narcoticsPack.names)).toBe(true);
  });

  it.each([
    ["farhad", "farshad"],
    ["karim", "karam"],
    ["amadou", "mamadou"],
    ["hassan", "hussein"],
    ["omar", "amer"],
    ["said", "saad"],
    ["petrov", "petrenko"],
  ])("are not likely one: %s, %s", (a, b) => {
    expect(isLikelySpelling(a, b, narcoticsPack.names)).toBe(false);
    expect(isLikelySpelling(b, a, narcoticsPack.names)).toBe(false);
  });
});
