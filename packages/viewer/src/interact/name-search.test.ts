import { describe, expect, it } from "vitest";
import type { SceneNode } from "../scene/scene.js";
import { createNameSearch, foldName } from "./name-search.js";

const NAMES: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ["Iraqi National Security Service", "INSS"],
  ["Iraqi National Intelligence Service", "INIS"],
  ["Nasser al-Shammari", "Al Shamari"],
  ["A Coruña", "La Coruna"],
  ["المثنى", "Muthanna"],
];

const nodes = NAMES.map(
  ([name, ...aliases], at): SceneNode => ({
    id: `thing:${at}`,
    kind: "Agency",
    name,
    label: name,
    aliases,
    sub: null,
    facts: [],
    mentions: [],
    documents: [],
    months: null,
    homes: [],
    beyond: false,
    latitude: null,
    longitude: null,
    drawn: true,
    grounds: [],
    isGround: null,
    degree: 0,
    hub: false,
    x: 0,
    y: 0,
    size: 6,
    place: null,
    phonePlace: null,
  }),
);

describe("the search for names", () => {
  const search = createNameSearch({ nodes });

  it.each([
    ["a name", "iraqi national security service", 0],
    ["an acronym", "inis", 1],
    ["an unfinished word", "intel", 1],
    ["a slip of spelling", "shamari", 2],
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
});

describe("foldName", () => {
  it("folds case, accents and letter variants", () => {
    expect(foldName("ÁLVARO")).toBe("alvaro");
    expect(foldName("أحمد")).toBe(foldName("احمد"));
  });
});
