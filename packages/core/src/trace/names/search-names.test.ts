import { describe, expect, it } from "vitest";
import { type SearchName, searchNames } from "./search-names.js";

const thing = (name: string, ...aliases: string[]): SearchName => ({
  name,
  aliases,
  isPerson: false,
});
const person = (name: string, ...aliases: string[]): SearchName => ({
  name,
  aliases,
  isPerson: true,
});

const NAMES: readonly SearchName[] = [
  thing("Iraqi National Security Service", "INSS"),
  thing("Iraqi National Intelligence Service", "INIS"),
  thing("ISIS militants", "ISIS"),
  person("Nasir al-Shammari"),
  person("Bashar al-Assad"),
  person("Mustafa al-Kadhimi"),
  thing("A Coruña", "La Coruna"),
  thing("المثنى", "Muthanna"),
  thing("Port of Mersin"),
  thing("Mersin"),
];

describe("searchNames", () => {
  it.each([
    ["a whole name", "iraqi national security service", ["Iraqi National Security Service"]],
    ["an acronym alone", "INIS", ["Iraqi National Intelligence Service"]],
    ["an acronym in small letters", "inss", ["Iraqi National Security Service"]],
    ["an unfinished acronym", "IS", ["ISIS militants"]],
    ["an unfinished word", "intel", ["Iraqi National Intelligence Service"]],
    ["words in another order", "service intell", ["Iraqi National Intelligence Service"]],
    ["a name spelt in another way", "Nasir al Shamari", ["Nasir al-Shammari"]],
    ["a family name spelt in another way", "el-Shamari", ["Nasir al-Shammari"]],
    ["one letter less", "Bashar al-Asad", ["Bashar al-Assad"]],
    ["another transliteration", "Mustafa Kazemi", ["Mustafa al-Kadhimi"]],
    ["two letters swapped", "coruan", ["A Coruña"]],
    ["an alias in another script", "muthanna", ["المثنى"]],
    ["Arabic with another final letter", "المثني", ["المثنى"]],
    ["the name itself before names that hold it", "mersin", ["Mersin", "Port of Mersin"]],
    ["nothing for what nobody is called", "zeppelin", []],
    ["nothing for no letters", "  - ", []],
  ])("finds %s", (_, query, expected) => {
    expect(searchNames(NAMES, query, 9).map((at) => NAMES[at]?.name)).toEqual(expected);
  });

  it("gives no more than asked for", () => {
    expect(searchNames(NAMES, "i", 2)).toHaveLength(2);
  });
});
