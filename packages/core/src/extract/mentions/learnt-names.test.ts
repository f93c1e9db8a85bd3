import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { describe, expect, it } from "vitest";
import { readReport } from "../../../../../tests/support/read-report.js";
import { findMentions } from "./find-mentions.js";

const pack = loadPackOnce(readPackFiles());

/** Names of one role in a text, in text order. */
const read = (text: string, role: string, from = pack): string[] =>
  findMentions(readReport(text, from), from)
    .filter((mention) => mention.role === role)
    .map(({ name }) => name);

describe("a name that no table and no grammar knows is read by what shows of it", () => {
  it.each([
    ["The dealer Mustafa Abd al-Hakim Zarrouk denies it.", "Mustafa Abd al-Hakim Zarrouk"],
    ["The warrant names the runaway as Kamel Boudiaf, a plumber from Annaba.", "Kamel Boudiaf"],
    ["Haji Sadiq Baloch, a trader from Quetta, sold the press.", "Haji Sadiq Baloch"],
    ["Vesel Prifti, a former wrestler, ran the car park.", "Vesel Prifti"],
    ["The list has BOUZID Farouk, born 1988, among the wanted.", "Bouzid Farouk"],
  ])("a person in %j", (text, name) => {
    expect(read(text, "person")).toContain(name);
  });

  it("takes no rank into a name that a grammar has read without it", () => {
    const text = "Brigadier General Rashid Al-Mansouri thanked the crews.";
    const names = findMentions(readReport(text, pack), pack).map(({ name }) => name);
    expect(names).toEqual(["Rashid Al-Mansouri"]);
  });

  it("takes no state into a person's name, and does not join two bodies", () => {
    const text =
      "Former interior minister of Lebanon Hadi Nasr met the Port Police of the Syrian Interior Ministry.";
    const names = findMentions(readReport(text, pack), pack).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Lebanon", "Hadi Nasr"]));
    expect(names).not.toContain("Port Police of the Syrian Interior Ministry");
  });

  it.each(["Revenue fell by half, officials say.", "Bridges were closed, Easter or no Easter."])(
    "and a capital alone is none: %j",
    (text) => {
      expect(findMentions(readReport(text, pack), pack)).toEqual([]);
    },
  );

  it("is left out where a language has no such weights", () => {
    const without = { ...pack, readings: null };
    const text = "The list has BOUZID Farouk, born 1988, among the wanted.";
    expect(read(text, "person", without)).toEqual([]);
  });
});
