import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

/** `Type name` of every body, group and firm of a text, in text order. */
const told = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "body" || role === "group" || role === "organization")
    .map((mention) => `${mention.type} ${mention.name}`);

describe("words of another language tell what a name is", () => {
  it.each([
    ["The Gendarmeria Nacional found two bales in the reeds.", ["Agency Gendarmeria Nacional"]],
    ["The clerk told the Marechaussee nothing.", ["Agency Marechaussee"]],
    ["The Drzavna policija took his lorry apart.", ["Agency Drzavna policija"]],
    ["The Askeri Gümrük Müdürlüğü weighed the sacks.", ["Agency Askeri Gümrük Müdürlüğü"]],
    ["The Grupa Rakovac owned the pier.", ["Network Grupa Rakovac"]],
    ["The Familie Rachidi-Bos bought a crane.", ["Network Familie Rachidi-Bos"]],
    ["The invoice names Pendik Denizcilik.", ["Organization Pendik Denizcilik"]],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["The VKR has charged six men.", ["Agency VKR"]],
    ["Two VKR agents sat in the van.", ["Agency VKR"]],
    ["The VKR, Zambia's detective service, keeps the van.", ["Agency VKR"]],
  ])("letters that act as a body of a state in %j", (text, expected) => {
    expect(told(text)).toContain(expected[0]);
  });

  it.each([
    "The VKR sells shoes.",
    "The Guardia family sells shoes.",
    "Lucía Barrio sells shoes.",
    "They met near Puerto Escondo.",
  ])("and nothing else does: %j", (text) => {
    expect(told(text)).toEqual([]);
  });
});
