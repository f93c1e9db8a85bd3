import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

/** Names of every person of a text, in text order. */
const persons = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "person")
    .map(({ name }) => name);

describe("people named by one word", () => {
  it.each([
    ["His brother Nico, a councillor, denies it.", ["Nico"]],
    ["Her half-brother, Mussa, walked out.", ["Mussa"]],
    ["His sons Ali and Mahdi are free.", ["Ali", "Mahdi"]],
    ["Ramiro, the eldest, kept the name.", ["Ramiro"]],
    ["That left Joel, the dentist, in charge.", ["Joel"]],
    ["Efrén, who had married well, took them with him.", ["Efrén"]],
    ["Ramiro was shot at a cockfight.", ["Ramiro"]],
  ])("in %j", (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it.each([
    [
      "Tom Brisker and his brothers Erwin and Klaas left.",
      ["Tom Brisker", "Erwin Brisker", "Klaas Brisker"],
    ],
    ["It belongs to the Haddad brothers, Gul and Rashid.", ["Gul Haddad", "Rashid Haddad"]],
    [
      "Two cousins, Adrián and Fermín Caro Ibarra, run it.",
      ["Adrián Caro Ibarra", "Fermín Caro Ibarra"],
    ],
    [
      "Charged are Darren KOWALSKA, 44, and Luis Ángel MURANO, 47.",
      ["Darren Kowalska", "Luis Ángel Murano"],
    ],
    ["A jury found SELVIO ORLANDO PEÑÓN MARÍN, 54, guilty.", ["Selvio Orlando Peñón Marín"]],
  ])("with the family name told beside them in %j", (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it.each([
    ["The ship left Lagos, the largest port."],
    ["Brazil, who won, was pleased."],
    ["His brother Police found is free."],
    ["It was seized off Basra, a port, and in Homs."],
    ["Her sister ship was sold."],
    ["The Paris, the eldest of the ferries, was sold."],
    ["Monday was quiet."],
    ["Captagon, the drug, was found."],
    ["THE REPORT WAS SENT TO ALL UNITS, 44 OF THEM."],
    ["The twin Cessna fell."],
  ])("none in %j", (text) => {
    expect(persons(text)).toEqual([]);
  });
});
