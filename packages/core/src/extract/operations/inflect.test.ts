import { describe, expect, it } from "vitest";
import { inflect } from "./inflect.js";

const texts = (verb: string) =>
  inflect(verb, { break: ["breaks", "broke", "broken", "breaking"], put: ["puts", "putting"] }).map(
    ({ text }) => text,
  );

describe("inflect", () => {
  it.each([
    ["arrest", ["arrest", "arrests", "arrested", "arresting"]],
    ["seize", ["seize", "seizes", "seized", "seizing"]],
    ["net", ["net", "nets", "netted", "netting"]],
    ["carry", ["carry", "carries", "carried", "carrying"]],
    ["search", ["search", "searches", "searched", "searching"]],
    ["break up", ["break up", "breaks up", "broke up", "breaking up", "broken up"]],
    ["put down", ["put down", "puts down", "put down", "putting down"]],
  ])("inflects %s", (verb, expected) => {
    expect(texts(verb)).toEqual(expected);
  });
});
