import { describe, expect, it } from "vitest";
import { nameTokens, personNameSimilarity } from "./person-name-similarity.js";

describe("personNameSimilarity", () => {
  it.each([
    ["Khalid al-Rashidi", "Khaled Al Rashedi"],
    ["Abdul Rahman Othman", "Abdelrahman Osman"],
    ["Muammar Gaddafi", "Moammar Qadhafi"],
    ["Youssef bin Saleh", "Yusuf Saleh"],
    ["Jürgen Müller", "Jurgen Muller"],
    ["Qasem Harbouri", "Kassim Al-Harbouri"],
    ["Vicente Ortega Ruiz", "Vicente Ortega"],
  ])("takes %s and %s for one name", (a, b) => {
    expect(personNameSimilarity(a, b)).toBeGreaterThanOrEqual(0.8);
    expect(personNameSimilarity(b, a)).toBe(personNameSimilarity(a, b));
  });

  it.each([
    ["Khalid al-Rashidi", "Omar al-Rashidi"],
    ["Vicente Ortega", "Vicente Salas"],
    ["Tomas Kranas", "Rokas Kranas"],
    ["Ana Silva", "Eva Costa"],
    ["", "Omar Saleh"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(personNameSimilarity(a, b)).toBeLessThan(0.7);
  });

  it("gives a family name alone no more than 0.8", () => {
    expect(personNameSimilarity("Ortega", "Vicente Ortega")).toBeCloseTo(0.8);
  });
});

describe("nameTokens", () => {
  it.each([
    ["Abd al-Karim el Masri", ["abdkarim", "masri"]],
    ["Abu Bakr ibn Yunus", ["abubakr", "yunus"]],
    ["Alsharif", ["sharif"]],
    ["Alba Marin", ["alba", "marin"]],
  ])("reduces %s", (name, tokens) => {
    expect(nameTokens(name)).toEqual(tokens);
  });
});
