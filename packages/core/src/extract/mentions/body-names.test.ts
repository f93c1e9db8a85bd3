import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const bodies = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role, form }) => role === "body" && form === "name")
    .map(({ name }) => name);

describe("units, courts and offices by the words of their names", () => {
  it.each([
    ["Officers in the Harlow Field Office found it.", ["Harlow Field Office"]],
    ["The head of the Quimper Garda Division spoke.", ["Quimper Garda Division"]],
    ["The Asset Recovery Unit helped.", ["Asset Recovery Unit"]],
    ["They appeared before Quimper Local Court.", ["Quimper Local Court"]],
    ["A Rotterdam court jailed him.", ["Rotterdam court"]],
    ["It was led by the National Organised Crime Group.", ["National Organised Crime Group"]],
    [
      "The Counter Intelligence wing of the Punjab Police held five.",
      ["Counter Intelligence wing", "Punjab Police"],
    ],
    ["The Castello di Zarka Investigative Unit acted.", ["Castello di Zarka Investigative Unit"]],
    [
      "They met the Unidad de Inteligencia Financiera (UIF).",
      ["Unidad de Inteligencia Financiera"],
    ],
  ])("in %j", (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it.each([
    ["Under Secretary for Terrorism and Financial Intelligence Ann Harbour spoke."],
    ["He played on a court near the beach."],
    ["The local court of opinion is harsh."],
    ["CIA Staff laid a trap near the bridge in India."],
    ["The Harlow Investors Group met."],
    ["The left wing of the party lost."],
    ["She is with the Institute for Coastal Security."],
    ["They queued at Harlow Port of Entry."],
    ["A field of the office was empty."],
  ])("none in %j", (text) => {
    expect(bodies(text)).toEqual([]);
  });
});
