import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "../mentions/find-mentions.js";
import { clusterMentions } from "./cluster-mentions.js";

const pack = smallPack();

/** `Type name` of every person and official of a text. */
const people = (text: string): string[] => {
  const document = readReport(text, pack);
  return clusterMentions(document, findMentions(document, pack), pack)
    .filter(({ role }) => role === "person" || role === "official")
    .map(({ type, name }) => `${type} ${name}`);
};

describe("an official holds a post in a body or a state", () => {
  it.each([
    ["The prosecutor, Javier Lemos, asked for more."],
    ["Agent Javier Lemos of the Gwent Police spoke to two of them later."],
    ["Javier Lemos, Acting United States Attorney for the District of Basra, spoke."],
    ["Javier Lemos, special agent in charge of the DEA, spoke."],
    ["The army captain, Javier Lemos, was there."],
    ["Iraq's interior minister, Javier Lemos, wrote."],
    ["Former president Javier Lemos denied it."],
    ["Mr Justice Javier Lemos said that the court agreed."],
  ])("in %j", (text) => {
    expect(people(text)).toEqual(["Official Javier Lemos"]);
  });

  it.each([
    ["The captain, Javier Lemos, is serving eleven years."],
    ["Javier Lemos, 41, was found by officers of the DEA."],
    ["Javier Lemos, chief of the Tin Gulls gang, fled."],
    ["His lieutenant, Javier Lemos, fled."],
    ["According to the Prosecutor's Office, Javier Lemos's wife holds shares."],
    ["He wrote to Javier Lemos, the head of a Basra-based organised crime group."],
    ["Javier Lemos, a lawyer, was told by officials."],
  ])("none in %j", (text) => {
    expect(people(text)).toEqual(["Person Javier Lemos"]);
  });
});
