import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

/** `Type name` of every mention that stands in no other, in text order. */
const found = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter((mention) => !mention.rule.startsWith("nested."))
    .map((mention) => `${mention.type} ${mention.name}`);

/** Sentences of the news with the names in them; each row that names nothing is the near miss of one above it. */
const TABLE: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  "outlets by where they stand": [
    ["The men were freed, reports the Tarvan Shimbun.", ["Organization Tarvan Shimbun"]],
    ["The boat sank, according to the Pilgrim.", ["Organization Pilgrim"]],
    ["The boat sank, according to Pell news.", ["Organization Pell news"]],
    [
      "Two men were held. (VHW, Farol Beat, Oct. 5)",
      ["Organization VHW", "Organization Farol Beat"],
    ],
    ["Source: Farol News Service", ["Organization Farol News Service"]],
    ["A FarolBeacon investigation found more.", ["Organization FarolBeacon"]],
    ["The boat sank, according to the Ministry of Interior.", ["Agency Ministry of Interior"]],
    ["The talks ended, according to Baghdad.", ["Country Baghdad"]],
  ],
  "labels, events and picture credits name nothing": [
    ["The gang was named a Foreign Terrorist Organization.", []],
    ["He was listed under Executive Order (E.O.) 13999.", []],
    ["The boat had two Global Positioning Systems (GPS) on board.", []],
    ["They marched on Harbour Heroes Day.", []],
    ["The quay was empty. (Rita Pell/VHW Photo)", []],
    ["Rita Pell, 43, took a photo.", ["Person Rita Pell"]],
  ],
  "offices of posts": [
    ["The Tarvan Sheriff's Department spoke.", ["Agency Tarvan Sheriff's Department"]],
    ["The Prosecutor General's office spoke.", ["Agency Prosecutor General's office"]],
    ["The trial opened at the Zhelin district court.", ["Agency Zhelin district court"]],
    ["The trial opened at the district court.", []],
  ],
  "units with numbers and another body behind them": [
    ["Europol's Serious Crime Group-6 came.", ["Agency Europol", "Agency Serious Crime Group-6"]],
    [
      "It was led by the Border Inquiries Office of the Western Zone's Criminal Investigation Department.",
      ["Agency Border Inquiries Office", "Agency Criminal Investigation Department"],
    ],
  ],
  people: [
    ["He was held with 43-year-old Abelin Kekerwe.", ["Person Abelin Kekerwe"]],
    ["Chad John Miller was held.", ["Person Chad John Miller"]],
    ["Two men from Chad were held.", ["Country Chad"]],
    ["President Embrale reported it.", ["Person Embrale"]],
    ["President Tuesday was a film.", []],
    ["Jorin Karim Pell is the manager of the Tarvan company.", ["Person Jorin Karim Pell"]],
  ],
  places: [
    ["The Land borders many European Union countries.", ["Place European Union"]],
    ["The European Union paid.", ["Agency European Union"]],
    ["It grew rich in Caldoran circles.", []],
    ["It grew rich in Caldora.", ["Place Caldora"]],
  ],
  ships: [["Two patrol ships, C-413 and C-417, left.", ["Vessel C-413", "Vessel C-417"]]],
};

describe.each(Object.entries(TABLE))("%s", (_, rows) => {
  it.each(rows)("reads %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
