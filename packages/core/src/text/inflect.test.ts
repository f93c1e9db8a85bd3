import { describe, expect, it } from "vitest";
import { inflect } from "./inflect.js";

const texts = (verb: string) =>
  inflect(verb, { break: ["breaks", "broke", "broken", "breaking"], put: ["puts", "putting"] }).map(
    ({ text }) => text,
  );

describe("inflect", () => {
  it.each([
    ["arrest", ["arrested", "arrest", "arrests", "arresting"]],
    ["seize", ["seized", "seize", "seizes", "seizing"]],
    ["net", ["netted", "net", "nets", "netting"]],
    ["carry", ["carried", "carry", "carries", "carrying"]],
    ["search", ["searched", "search", "searches", "searching"]],
    ["break up", ["broke up", "broken up", "break up", "breaks up", "breaking up"]],
    ["put down", ["put down", "puts down", "putting down"]],
  ])("inflects %s", (verb, expected) => {
    expect(texts(verb)).toEqual(expected);
  });
});
