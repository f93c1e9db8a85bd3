import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const found = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "group" || role === "organization" || role === "person")
    .map((mention) => `${mention.type} ${mention.name}`);

describe("groups told by whose they are", () => {
  it.each([
    [
      "He drove for the group of Ramiro Quispe, a baker.",
      ["Network group of Ramiro Quispe", "Person Ramiro Quispe"],
    ],
    [
      "The cash went to the network of smuggler Karim Haddad on Monday.",
      ["Network network of Karim Haddad", "Person Karim Haddad"],
    ],
  ])("in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["A group of smugglers met Ramiro Quispe.", ["Person Ramiro Quispe"]],
    ["The group of friends thanked Ramiro Quispe.", ["Person Ramiro Quispe"]],
    ["The leader of the gang, Ramiro Quispe, fled.", ["Person Ramiro Quispe"]],
  ])("none in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("groups told by a noun of troops, a heading, a chapter, a list", () => {
  it.each([
    ["The Zarka Brigade, a militia of herders, held it.", ["Network Zarka Brigade"]],
    [
      "The Zarka Border Force (ZBF), which has 900 men, is a militia.",
      ["Network Zarka Border Force", "Network ZBF"],
    ],
    ["THE HARLOW CREW\n\nIt sold drugs.", ["Network Harlow Crew"]],
    ["He led the gang's Perth chapter.", ["Network Perth chapter"]],
    [
      "They supplied gangs from the Pier Kings to the Slow Knives.",
      ["Network Pier Kings", "Network Slow Knives"],
    ],
    ["It blamed Los Tarascos Unidos (LTU).", ["Network Los Tarascos Unidos", "Network LTU"]],
    [
      "He ran with the Davor Kolar group while gangs feuded; smugglers left.",
      ["Network Davor Kolar group"],
    ],
    ["He led the Aurel Montoya front, rebels said.", ["Network Aurel Montoya front"]],
  ])("in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["The Border Guard, a militia to its critics, left."],
    ["THE WEATHER GROUP\n\nIt rained."],
    ["He led the bank's Perth chapter."],
    ["Traffic fell on the Kherson front, rebels said."],
    ["The shipping firm sued the Maersk group over smugglers of the gang."],
    ["They sailed from the Red Sea to the Azores."],
    ["Investors of the Zarka group met on Monday."],
  ])("no group in %j", (text) => {
    expect(found(text).filter((name) => name.startsWith("Network"))).toEqual([]);
  });
});

describe("products are tools and no bodies", () => {
  it.each([
    ["They used the encrypted platform Sky Drum daily."],
    ["Police named the user of the EncroHat handle 'brass'."],
    ["He wrote on the messaging app Zarkagram."],
  ])("nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["Officers seized phones of Blue Finch Trading.", ["Organization Blue Finch Trading"]],
    ["The device Karim Haddad carried was new.", ["Person Karim Haddad"]],
  ])("but not in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
