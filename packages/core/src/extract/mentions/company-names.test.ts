import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const named = (role: string, text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter((mention) => mention.role === role && mention.form !== "descriptor")
    .map(({ name }) => name);

describe("companies by the form of their names", () => {
  it.each([
    ["He owns Químicos del Yaqui, S.A. de C.V., an importer.", ["Químicos del Yaqui"]],
    ["It was sold to Baltika Trade OOO in March.", ["Baltika Trade OOO"]],
    ["Nordvik Reefer AS denied it.", ["Nordvik Reefer AS"]],
    ["A clerk of Comercializadora Azul del Norte fled.", ["Comercializadora Azul del Norte"]],
    ["The yard of Harlow Bridge Carriers Ltd. was searched.", ["Harlow Bridge Carriers Ltd."]],
    ["Police searched Blue Finch Trading FZE twice.", ["Blue Finch Trading FZE"]],
    ["They hired Pacífico Rojo Mariscos again.", ["Pacífico Rojo Mariscos"]],
  ])("in %j", (text, expected) => {
    expect(named("organization", text)).toEqual(expected);
  });

  it.each([
    ["He was as tall as Pedro."],
    ["It is at Rotterdam."],
    ["The CV of Peralta was false."],
    ["Casa was full."],
    ["THE FIRM SOLD 40 KG TO A MAN."],
    ["Inc. is short for a word."],
  ])("none in %j", (text) => {
    expect(named("organization", text)).toEqual([]);
  });
});

describe("units and offices by their owner", () => {
  it.each([
    ["They thanked the DEA's Cinder Bay Country Office.", ["DEA", "Cinder Bay Country Office"]],
    ["He leads Europol's Ninth District.", ["Europol", "Ninth District"]],
    [
      "The United States Attorney for the Southern District of Rotterdam spoke.",
      ["United States Attorney for the Southern District of Rotterdam"],
    ],
    [
      "The Transnational Serious and Organized Crime section took it apart.",
      ["Transnational Serious and Organized Crime section"],
    ],
    ["The provincial court of Basra met.", ["provincial court of Basra"]],
    ["Ships of Combined Task Force (CTF) 150 left.", ["Combined Task Force 150", "CTF"]],
  ])("in %j", (text, expected) => {
    expect(named("body", text)).toEqual(expected);
  });

  it.each([
    ["Europol's Peter Branch spoke.", ["Europol"]],
    ["The DEA's best office is small.", ["DEA"]],
    ["Peralta's Ninth District is poor.", []],
    ["The district of Rotterdam is large.", []],
  ])("no unit in %j", (text, expected) => {
    expect(named("body", text)).toEqual(expected);
  });
});
