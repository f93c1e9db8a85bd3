import { describe, expect, it } from "vitest";
import { createNameSearch } from "./name-search.js";

const NAMES: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ["Iraqi National Security Service", "INSS"],
  ["Iraqi National Intelligence Service", "INIS"],
  ["Nasser al-Shammari", "Al Shamari"],
  ["A Coruña", "La Coruna"],
  ["المثنى", "Muthanna"],
];

const kinds = [
  { kind: "Office", role: "body" },
  { kind: "Human", role: "person" },
  { kind: "Document", role: "document" },
];
const nodes = [
  ...NAMES.map(([name, ...aliases], at) => ({
    name,
    aliases,
    knownAs: [],
    label: name,
    kind: at === 2 ? "Human" : "Office",
  })),
  {
    name: "Iraqi National Intelligence Service caught",
    aliases: [],
    knownAs: [],
    label: "",
    kind: "Document",
  },
];
const scene = { nodes, kinds } as unknown as Parameters<typeof createNameSearch>[0];

describe("the search for names", () => {
  const search = createNameSearch(scene);

  it.each([
    ["a name", "iraqi national security service", 0],
    ["an acronym", "inis", 1],
    ["an unfinished word", "intel", 1],
    ["a slip of spelling", "shamari", 2],
    ["a name spelt in another way", "Nasir al Shamari", 2],
    ["a name without its accent", "coruna", 3],
    ["an alias in another script", "muthanna", 4],
    ["Arabic with another final letter", "المثني", 4],
  ])("finds %s", (_, query, at) => {
    expect(search(query)[0]).toBe(at);
  });

  it("finds nothing for what nobody is called", () => {
    expect(search("zeppelin")).toEqual([]);
    expect(search("   ")).toEqual([]);
  });

  it("never takes one acronym for another, and offers no report", () => {
    expect(search("INIS")).toEqual([1]);
  });
});
