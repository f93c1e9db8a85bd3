import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import type { Mention } from "../../model/mention.js";
import { findMentions } from "./find-mentions.js";

const pack = smallPack();

const mentionsOf = (text: string): readonly Mention[] => findMentions(readReport(text, pack), pack);
/** `Type name` of every mention that stands in no other, in text order. */
const found = (text: string): string[] =>
  mentionsOf(text)
    .filter((mention) => !mention.rule.startsWith("nested."))
    .map((mention) => `${mention.type} ${mention.name}`);

describe("findMentions", () => {
  it.each([
    [
      "They found heroin, crystal meth and CAPTAGON pills.",
      ["Drug heroin", "Drug crystal meth", "Drug CAPTAGON pills"],
    ],
    [
      "Two Iraqis left Iraq with a Turkish driver.",
      ["Country Iraqis", "Country Iraq", "Country Turkish"],
    ],
    [
      "The turkish colleagues of Europol and the DEA came.",
      ["Country turkish", "Agency Europol", "Agency DEA"],
    ],
    [
      "ISIS fought the Sinaloa Cartel, said Reuters.",
      ["Network ISIS", "Network Sinaloa Cartel", "Organization Reuters"],
    ],
    ["Ships crossed the Red Sea to West Africa.", ["Place Red Sea", "Place West Africa"]],
    ["He ate ice cream and turkey at high speed.", []],
  ])("knows the names of the lexicon in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["The Ministry of Interior spoke.", ["Agency Ministry of Interior"]],
    ["It went to the Rotterdam District Court on Monday.", ["Agency Rotterdam District Court"]],
    [
      "The General Directorate for Ports and Coastal Waters Affairs spoke.",
      ["Agency General Directorate for Ports and Coastal Waters Affairs"],
    ],
    [
      "The Drug Bureau of the Royal Harbour Police spoke.",
      ["Agency Drug Bureau", "Agency Royal Harbour Police"],
    ],
    ["Belgium’s interior ministry spoke.", ["Agency Belgian interior ministry"]],
    [
      "The Kuwaiti coastguard and Belgian customs met.",
      ["Agency Kuwaiti coastguard", "Agency Belgian customs"],
    ],
    ["A federal court in Rotterdam met.", ["Agency federal court in Rotterdam"]],
    ["The Prosecutor’s Office closed.", ["Agency Prosecutor’s Office"]],
    [
      "The 2nd Brigade and the Anchor task force left.",
      ["Agency 2nd Brigade", "Agency Anchor task force"],
    ],
    ["Iraqi security forces and the Syrian authorities left.", ["Country Iraqi", "Country Syrian"]],
    ["The Office was closed and the Agency too.", []],
  ])("reads the bodies of states in %j", (text, expected) => {
    expect(found(text).filter((one) => !one.startsWith("Place"))).toEqual(expected);
  });

  it("names the states and places inside a body's name as well", () => {
    const nested = mentionsOf("Iraqi police met. In Iraq the Basra Criminal Court met.").filter(
      (mention) => mention.rule.startsWith("nested."),
    );
    expect(nested.map(({ type, name }) => `${type} ${name}`)).toEqual([
      "Country Iraqi",
      "Place Basra",
    ]);
  });

  it("takes an acronym in brackets for the name before it, there and afterwards", () => {
    expect(
      found("The National Tide and Harbour Agency (NTHA) spoke. Later the NTHA fell silent."),
    ).toEqual(["Agency National Tide and Harbour Agency", "Agency NTHA", "Agency NTHA"]);
  });

  it.each([
    ["Colonel Karim Haddad said no.", ["Person Karim Haddad"]],
    ["Maj. Gen. Somchai Wong left.", ["Person Somchai Wong"]],
    ["The skipper, Darren Quayle, 51, was arrested.", ["Person Darren Quayle"]],
    ["“It fell,” said Inês Cordeiro of the harbour office.", ["Person Inês Cordeiro"]],
    ["Nour al-Din al-Haddad, head of the yard, wept.", ["Person Nour al-Din al-Haddad"]],
    ["Police held Joaquín “El Barco” Marín.", ["Person Joaquín “El Barco” Marín"]],
    ["They tried Lau Wing-kit, called “Uncle Tide”.", ["Person Lau Wing-kit", "Person Uncle Tide"]],
    ["Karim Nuri and Bakhtiar Salem were held.", ["Person Karim Nuri", "Person Bakhtiar Salem"]],
    [
      "Two brothers, Faris and Munther Haddad, left.",
      ["Person Faris Haddad", "Person Munther Haddad"],
    ],
    ["Karim Haddad left. On Friday Haddad came back.", ["Person Karim Haddad", "Person Haddad"]],
    ["Officers opened the hold on Monday. Nobody spoke.", []],
    ["Operation Blue Anchor ended.", []],
  ])("reads people in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["Spanish boats lay off Valencia.", ["Country Spanish", "Place Valencia"]],
    ["In Iraq, at the Shalabi crossing, a truck stopped.", ["Country Iraq", "Place Shalabi"]],
    ["They reached the port of Antwerp.", ["Place Antwerp"]],
    ["They hid on Seagull Island near Kharg.", ["Place Seagull Island", "Place Kharg"]],
    [
      "In Iraq they searched Basra, Erbil and Sulaimani.",
      ["Country Iraq", "Place Basra", "Place Erbil", "Place Sulaimani"],
    ],
    ["Turkish police in Van left. A van stopped.", ["Agency Turkish police", "Place Van"]],
    ["Reading the papers, he slept.", []],
    ["They came from northern Syria.", ["Place northern Syria"]],
    ["Killers roam Los Angeles in the US.", ["Place Los Angeles", "Country US"]],
  ])("reads places in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("takes the place of a name that lies in the states the report speaks of", () => {
    const keyOf = (text: string): string | null | undefined =>
      mentionsOf(text).find((mention) => mention.name === "Valencia")?.key;
    expect(keyOf("In Spain a boat left Valencia.")).toBe("place:geonames:9");
    expect(keyOf("In Venezuela a boat left Valencia.")).toBe("place:geonames:10");
  });

  it.each([
    ["Baghdad agreed with Damascus to meet.", ["Country Baghdad", "Country Damascus"]],
    ["Cooperation between Baghdad and Damascus grows.", ["Country Baghdad", "Country Damascus"]],
    ["A tip from Canberra came.", ["Country Canberra"]],
    ["In Baghdad, a boat burned.", ["Place Baghdad"]],
    ["They drove from Baghdad to Basra in Iraq.", ["Place Baghdad", "Place Basra", "Country Iraq"]],
    ["Lisbon’s government and Lisbon’s harbour.", ["Country Lisbon", "Place Lisbon"]],
  ])("decides mention by mention whether a capital is its state in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      "The Red Pier network split. Red Pier is led from the sea.",
      ["Network Red Pier network", "Network Red Pier"],
    ],
    [
      "Members of the Kavari clan and the Tren de Mar fled.",
      ["Network Kavari clan", "Network Tren de Mar"],
    ],
    ["The 33rd Front left.", ["Network 33rd Front"]],
    ["In Iraq the Basra network fell, and a drug gang.", ["Country Iraq", "Place Basra"]],
  ])("reads named groups in %j", (text, expected) => {
    expect(found(text).filter((one) => !one.startsWith("Drug"))).toEqual(expected);
  });

  it.each([
    ["ROSTOCK (Harbour Wire) – The crane fell.", ["Organization Harbour Wire"]],
    [
      "Ana Pinto of the Institute for Tide Research spoke.",
      ["Person Ana Pinto", "Organization Institute for Tide Research"],
    ],
    ["They used Hubei Pier Biotech Co. as a front.", ["Organization Hubei Pier Biotech Co."]],
    ["He told the daily El Puerto so.", ["Organization El Puerto"]],
  ])("reads organizations in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("passes over boilerplate and duplicates", () => {
    const story =
      "The Kuwaiti coastguard closed the old pier on Monday after a crane fell into it.";
    expect(found(`${story}\n\n${story}\n\n© 2024 Belgian customs`)).toEqual([
      "Agency Kuwaiti coastguard",
    ]);
  });

  it("finds nothing in encoded data, particles and version numbers", () => {
    const noise = [
      "QWxsIHdvcmsgYW5kIG5v".repeat(200),
      "Ibn Al Abu Bin De Van La Mc ".repeat(200),
      Array.from({ length: 500 }, (_, at) => `3.${at}`).join("."),
      "(".repeat(500),
    ].join(" ");
    expect(found(noise)).toEqual([]);
  });

  it("quotes the text at its offsets", () => {
    const text = "Colonel Karim Haddad of the Kuwaiti coastguard met Belgian customs in Antwerp.";
    for (const mention of mentionsOf(text)) {
      expect(mention.id).toContain(`:${mention.start}-${mention.end}:${mention.type}`);
      expect(text.slice(mention.start, mention.end)).toContain(mention.name.split(" ").at(-1));
    }
  });
});
