import { describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { narcoticsPack } from "../support/read-pack.js";
import { createNearJudge, drawNearPair } from "./near-names.js";

const PAIRS = 600;
/** Pairs of which a name may stay unread, one in so many. */
const UNREAD = 50;

describe("two people of near names, in one report or in two", () => {
  const judge = createNearJudge(narcoticsPack());
  const judged = Array.from({ length: PAIRS }, (_, at) => {
    const pair = drawNearPair(seededRandom(20_000 + at));
    return { ...pair, outcome: judge(pair) };
  });

  it("are never one, whatever they have in common", () => {
    expect(judged.filter(({ outcome }) => outcome === "one")).toEqual([]);
  });

  it("are read as two, nearly all of them", () => {
    const unread = judged.filter(({ outcome }) => outcome === "not read");
    expect(unread.length).toBeLessThanOrEqual(PAIRS / UNREAD);
  });

  it("are drawn in every way: eight of names, five of what they have in common, one report and two", () => {
    expect(new Set(judged.map(({ how }) => how)).size).toBe(8 * 5 * 2);
  });
});
