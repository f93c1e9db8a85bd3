import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const groups = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "group")
    .map(({ name }) => name);

describe("armed groups by the form of their names", () => {
  it.each([
    [
      "The rebels said the Tarfa National Army (TNA) split from the Wadi Independence Front.",
      ["Tarfa National Army", "TNA", "Wadi Independence Front"],
    ],
    ["The rebels named the Front of Free Tarfa (FLT).", ["Front of Free Tarfa", "FLT"]],
    ["The militiamen of the Zarka People's Brigade fled.", ["Zarka People's Brigade"]],
    ["He is a member of the Kuroda-gumi and met the Hama-kai.", ["Kuroda-gumi", "Hama-kai"]],
    ["They fought Jaish-e-Tarfa near the wells.", ["Jaish-e-Tarfa"]],
    ["It is loyal to Hizb al-Noor.", ["Hizb al-Noor"]],
    ["The insurgents loyal to the Tarfa Vanguard tax it.", ["Tarfa Vanguard"]],
  ])("in %j", (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });

  it.each([
    ["The Lebanese Army shot rebels."],
    ["The Basra Border Force chased rebels."],
    ["The Salvation Army fed the rebels."],
    ["Rebels of the National Defence Force ran."],
    ["The Third Army met the militia."],
    ["The Tarfa National Army held a parade."],
    ["The Revolutionary Guards met rebels."],
    ["The rebels of the National Youth Council ran."],
    ["The Hama-based firm met rebels."],
  ])("none in %j", (text) => {
    expect(groups(text)).toEqual([]);
  });
});
