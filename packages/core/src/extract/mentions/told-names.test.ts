import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

/** `Type name` of every group, vessel and organization of a text, in text order. */
const told = (text: string): string[] =>
  findMentions(readReport(text, pack), pack)
    .filter(({ role }) => role === "group" || role === "vessel" || role === "organization")
    .map((mention) => `${mention.type} ${mention.name}`);

describe("a noun beside a name tells what it is", () => {
  it.each([
    ["They fought a rival crew, La Treinta, over the pier.", ["Network La Treinta"]],
    ["A gang known as the Pemberton Boys put it on a ship.", ["Network Pemberton Boys"]],
    ["He joined the faction Gente del Faro.", ["Network Gente del Faro"]],
    [
      "It was sold to the Tin Gulls, an outlaw motorcycle club in Rotterdam.",
      ["Network Tin Gulls"],
    ],
    [
      "The Movement of the Heirs of Tarat, a tribal outfit, walked out.",
      ["Network Movement of the Heirs of Tarat"],
    ],
    ["The insurgents known locally as Liwa al-Noor tax it.", ["Network Liwa al-Noor"]],
    ["The Crooked Larks, one of the oldest of the port's gangs, hide.", ["Network Crooked Larks"]],
    ["An armed group called Ansar al-Wadi took the road.", ["Network Ansar al-Wadi"]],
    ["The Tin Gulls are an outlaw motorcycle club.", ["Network Tin Gulls"]],
  ])("a group in %j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["The trawler Estrella de Manga was stopped.", ["Vessel Estrella de Manga"]],
    ["A yawl called Mi Cielo II was stopped.", ["Vessel Mi Cielo II"]],
    ["They boarded the dhow, which answered to the name of Gul-e-Sahil.", ["Vessel Gul-e-Sahil"]],
    ["The Polar Heron, a Panama-flagged tanker, left.", ["Vessel Polar Heron"]],
    ["The frigate HMS Quillon and the MV Anneke met.", ["Vessel HMS Quillon", "Vessel MV Anneke"]],
    [
      "Two trawlers, Sayyid al-Mina and Amal 9, are hers.",
      ["Vessel Sayyid al-Mina", "Vessel Amal 9"],
    ],
    ["The frigate Zr.Ms. Tiengemeten gave chase.", ["Vessel Zr.Ms. Tiengemeten"]],
    ["A Piper with the registration YV-3299 fell.", ["Vessel YV-3299"]],
    ["HMS Quillon came. Later Quillon left.", ["Vessel HMS Quillon", "Vessel HMS Quillon"]],
    ["Divers found it aboard the Polar Heron.", ["Vessel Polar Heron"]],
  ])("a vessel in %j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["His firm, Rio Pardo Aéreo, denies it.", ["Organization Rio Pardo Aéreo"]],
    ["A company called Dorset Lemming sold it.", ["Organization Dorset Lemming"]],
    ["Sandmark Drift, a Maltese insurer, said so.", ["Organization Sandmark Drift"]],
  ])("an organization in %j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["In Baghdad, a boat burned."],
    ["The gang Quimper led is gone."],
    ["Near Posorja, two boats were found."],
    ["The boat left on a Monday and the ferry Tuesday."],
    ["A gang leader, Juan Carlos Peralta, fled."],
    ["The crew Captain Mary Olsen led came home."],
    ["A gang of Dutch smugglers hid."],
    ["Peralta, whose boat was sold, wept."],
    ["The ship to Rotterdam was late."],
    ["Operators of a group chat met on Sunday."],
    ["The rights of a gang called off were none."],
    ["A boat Coast Guard officers found was empty."],
  ])("none in %j", (text) => {
    expect(told(text)).toEqual([]);
  });
});
