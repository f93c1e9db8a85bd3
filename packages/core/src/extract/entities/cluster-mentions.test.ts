import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import { findMentions } from "../mentions/find-mentions.js";
import { clusterMentions } from "./cluster-mentions.js";
import { documentCountry } from "./document-country.js";

const pack = smallPack();

const entitiesOf = (text: string): readonly DocumentEntity[] => {
  const document = readReport(text, pack);
  return clusterMentions(document, findMentions(document, pack), pack);
};
const ofType = (text: string, type: DocumentEntity["type"]): readonly DocumentEntity[] =>
  entitiesOf(text).filter((entity) => entity.type === type);
const names = (text: string, type: DocumentEntity["type"]): string[] =>
  ofType(text, type).map((entity) => entity.name);

describe("clusterMentions", () => {
  it("makes one body of its wordings, acronym and short forms", () => {
    const text =
      "The Kuwaiti Interior Ministry spoke. Kuwait's interior ministry spoke again. The Ministry of Interior said more, and the ministry fell silent.";
    const [ministry, ...others] = ofType(text, "Agency");
    expect(others).toEqual([]);
    expect(ministry?.name).toBe("Kuwaiti Interior Ministry");
    expect(ministry?.attributes.country).toBe("kw");
    expect(ministry?.mentions.map((mention) => mention.form).at(-1)).toBe("descriptor");
    expect(ministry?.aliases).not.toContain("the ministry");
  });

  it("keeps bodies of two states apart and gives a bare name the state last spoken of", () => {
    const text =
      "The Syrian Interior Ministry spoke in Damascus. The Iraqi Interior Ministry answered in Baghdad. In Iraq the Interior Ministry said more.";
    const agencies = ofType(text, "Agency");
    expect(agencies.map((entity) => entity.attributes.country).sort()).toEqual(["iq", "sy"]);
    const iraqi = agencies.find((entity) => entity.attributes.country === "iq");
    expect(iraqi?.mentions).toHaveLength(2);
  });

  it("gives a unit the state whose bodies it is named among", () => {
    const text =
      "The U.S. Treasury Department acted with the Government of Mexico, including the Unidad de Inteligencia Financiera (UIF). The U.S. Treasury Department thanked them.";
    const unit = ofType(text, "Agency").find(({ name }) => name.startsWith("Unidad"));
    expect(unit?.attributes.country).toBe("mx");
  });

  it("leaves waters to no state and a demonym to the Dominican Republic", () => {
    const text =
      "Iraqi police met Iraqi customs in Basra. A boat sank near Zarka Passage. Three Dominicans were aboard.";
    expect(
      ofType(text, "Place").find(({ name }) => name.startsWith("Zarka"))?.attributes.country,
    ).toBeUndefined();
    expect(names(text, "Country")).toContain("Dominican Republic");
  });

  it("gives kin of each other no name of another", () => {
    const text = "Police arrested Sukhman Singh, and brothers Akash and Arshad, in Basra.";
    expect(names(text, "Person")).not.toContain("Arshad Singh");
  });

  it("gives each item of a digest its own state", () => {
    const text = [
      "Harbours of the week",
      "• Baghdad, Iraq. The Interior Ministry closed a quay in Basra, and Iraqi customs a second.",
      "• Damascus, Syria. The Interior Ministry closed a quay near Homs.",
    ].join("\n");
    const agencies = ofType(text, "Agency").filter((entity) => entity.name === "Interior Ministry");
    expect(agencies.map((entity) => entity.attributes.country).sort()).toEqual(["iq", "sy"]);
  });

  it("takes a name that bodies of several states bear for the one whose state is named", () => {
    const text = "In Kuwait the Public Security Directorate closed a quay.";
    expect(ofType(text, "Agency")[0]).toMatchObject({ key: null, attributes: { country: "kw" } });
    const own = "In Jordan the Public Security Directorate closed a quay.";
    expect(ofType(own, "Agency")[0]?.key).toBe("agency:public-security-directorate");
  });

  it.each([
    ["Colonel Karim Haddad spoke.", "Official"],
    ["Karim Haddad, a spokesman for Europol, spoke.", "Official"],
    ["The harbour minister, Karim Haddad, spoke.", "Official"],
    ["The mayor of Basra, Karim Haddad, spoke.", "Official"],
    ["Karim Haddad, head of the Red Pier network, spoke.", "Person"],
    ["Karim Haddad, director of the Institute for Tide Research, spoke.", "Person"],
    ["Karim Haddad, a 54-year-old broker, spoke.", "Person"],
    ["Karim Haddad, brother of a minister, spoke.", "Person"],
    ["Karim Haddad, a broker, spoke. Interior Minister Karim Haddad left.", "Official"],
  ])("decides by the whole text that in %j he is a %s", (text, type) => {
    expect(names(text, type === "Official" ? "Official" : "Person")).toEqual(["Karim Haddad"]);
    expect(names(text, type === "Official" ? "Person" : "Official")).toEqual([]);
  });

  it("brings contained, family and further names of one person together", () => {
    const text =
      "Police arrested Ahmed Ould Sidati (“Ferryman”), 41, also known as Ahmad Ould Sidaty, in Lagos. Sidati was released. Ahmed Sidati said nothing.";
    const [person, ...others] = ofType(text, "Person");
    expect(others).toEqual([]);
    expect(person?.aliases).toEqual(["Ahmad Ould Sidaty", "Ahmed Sidati", "Ferryman", "Sidati"]);
  });

  it.each([
    ["Ali Hassan", "Ali Hassani"],
    ["Samir Nasr", "Samir Naser"],
    ["Karim Haddad", "Karima Haddad"],
    ["Rashid Omar Haddad", "Rashad Omar Haddad"],
  ])("leaves %s and %s of one report two people", (a, b) => {
    const text = `Police arrested ${a} in Basra on Monday. In a separate case, police arrested ${b} in Erbil.`;
    expect(names(text, "Person")).toEqual([a, b].sort());
  });

  it.each([
    ["Austria's Bundeskriminalamt arrested two men.", "at", null],
    ["Germany's Bundeskriminalamt arrested two men.", "de", "agency:bundeskriminalamt"],
    ["SENAD, Brazil's national secretariat, signed.", "br", null],
    ["SENAD, Paraguay's secretariat, signed.", "py", "agency:senad"],
  ])("takes the state beside a known name for whose it is: %s", (text, country, key) => {
    const body = ofType(text, "Agency").find(({ name }) => /^(Bundes|SENAD)/.test(name));
    expect(body).toMatchObject({ key, attributes: { country } });
  });

  it("keeps two places of one name that the text puts in two states", () => {
    const text = "A boat brought hashish from Valencia in Spain to Valencia in Venezuela.";
    const found = ofType(text, "Place").map(({ key, attributes }) => [key, attributes.country]);
    expect(found).toEqual([
      ["place:geonames:10", "ve"],
      ["place:geonames:9", "es"],
    ]);
  });

  it("leaves two people of one family apart", () => {
    expect(names("Tomas Kranas said no. Rokas Kranas said yes.", "Person")).toEqual([
      "Rokas Kranas",
      "Tomas Kranas",
    ]);
  });

  it("makes one place of a town, its province and its port", () => {
    const text = "In Iraq they searched Basra, Basra province and the port of Basra.";
    const [basra, ...others] = ofType(text, "Place");
    expect(others).toEqual([]);
    expect(basra).toMatchObject({ name: "Basra", attributes: { country: "iq" } });
    expect(basra?.attributes.latitude).toBeCloseTo(30.5, 1);
  });

  it("puts a place that no gazetteer knows where the text says it lies", () => {
    const text = "Belgian customs stopped a truck at the Shalabi crossing, in Iraq.";
    expect(ofType(text, "Place")[0]).toMatchObject({
      name: "Shalabi",
      key: null,
      attributes: { country: "iq" },
    });
  });

  it("gives states their codes and demonyms as aliases", () => {
    const [iraq] = ofType("Iraqi boats left Iraq, and Baghdad agreed.", "Country");
    expect(iraq).toMatchObject({
      name: "Iraq",
      aliases: ["Baghdad", "Iraqi"],
      key: "country:iq",
      attributes: { iso2: "iq", iso3: "irq", level: "country" },
    });
  });

  it("marks goods of no name and classes the others", () => {
    const drugs = ofType("They found drugs and crystal meth.", "Drug");
    expect(drugs.map(({ name, attributes }) => [name, attributes])).toEqual([
      ["methamphetamine", { class: "stimulant" }],
      ["narcotics", { unspecified: true }],
    ]);
  });

  it("lists no platform among the organizations", () => {
    expect(names("The ministry wrote on Facebook and told Reuters.", "Organization")).toEqual([
      "Reuters",
    ]);
  });

  it("gives ids made of content, the same on every run", () => {
    const text = "Colonel Karim Haddad of the Kuwaiti coastguard met Belgian customs in Antwerp.";
    const ids = entitiesOf(text).map((entity) => entity.id);
    expect(ids).toEqual([...ids].sort());
    expect(entitiesOf(text).map((entity) => entity.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("documentCountry", () => {
  const countryOf = (text: string): string | null => {
    const document = readReport(text, pack);
    return documentCountry(document, findMentions(document, pack), pack);
  };

  it.each([
    ["Two Iraqi men, three Iraqis and an Iraqi driver were held by Belgian customs.", "be"],
    ["Kuwaiti customs met in Kuwait after a tip from Iraq.", "kw"],
    ["The tide was low.", null],
  ])("tells the state that %j is about", (text, country) => {
    expect(countryOf(text)).toBe(country);
  });
});
