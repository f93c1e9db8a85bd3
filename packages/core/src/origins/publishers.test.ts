import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";
import { knowPublishers } from "./publishers.js";

const pack = smallPack();

/** Whether two names are one publisher's: to count by, and to speak of. */
function compare(a: string, b: string): readonly [boolean, boolean] {
  const publishers = knowPublishers([a, b], pack);
  return [
    publishers.keyOf(a) === publishers.keyOf(b),
    publishers.spellingOf(a) === publishers.spellingOf(b),
  ];
}

describe("names of publishers", () => {
  it.each([
    ["Lantern Coast", "lanterncoast.com"],
    ["Lantern Coast", "https://www.lanterncoast.com/en/news?page=2"],
    ["The Lantern", "thelantern.ae"],
    ["The Lantern", "www.lantern.ae"],
    ["The Lantern Coast", "Lantern-Coast"],
    ["Lantern Coast", "Lantern Coast Online"],
  ])("%s and %s are one, also where one of them is spoken of", (a, b) => {
    expect(compare(a, b)).toEqual([true, true]);
  });

  it.each([
    ["Harbour Gazette", "Harbour Gazete"],
    ["Iraq Today", "Iran Today"],
  ])("%s and %s count once, and are two where one of them is spoken of", (a, b) => {
    expect(compare(a, b)).toEqual([true, false]);
  });

  it.each([
    ["Thessaloniki Post", "saloniki-post.gr"],
    ["Lantern Coast", "Lantern Shore"],
    ["Channel 12", "Channel 13"],
    ["!!!", "???"],
  ])("%s and %s are two", (a, b) => {
    expect(compare(a, b)).toEqual([false, false]);
  });

  it("are told apart in the time that their number asks", () => {
    const names = Array.from({ length: 4_000 }, (_, at) => `Paper of the ${at * 7919} harbours`);
    const publishers = knowPublishers(names, pack);
    expect(new Set(names.map(publishers.keyOf)).size).toBe(4_000);
  });
});
