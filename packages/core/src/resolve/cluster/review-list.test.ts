import { describe, expect, it } from "vitest";
import type { Profile } from "../identify/profile.js";
import { ReviewList } from "./review-list.js";

const clusters = (count: number): readonly (readonly Profile[])[] =>
  Array.from({ length: count }, () => []);

describe("ReviewList", () => {
  it("lists at most two and a half pairs a cluster where all look alike, and counts the rest", () => {
    const all = clusters(400);
    const list = new ReviewList();
    let listed = 0;
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) if (list.offer(one, other)) listed += 1;
    }
    expect(listed).toBeLessThanOrEqual(1_000);
    expect(listed + list.left).toBe((400 * 399) / 2);
  });

  it("lists the best pair of every cluster, however often the other one is listed", () => {
    const [hub = [], ...others] = clusters(20);
    const list = new ReviewList();
    expect(others.every((other) => list.offer(hub, other))).toBe(true);
    expect(list.left).toBe(0);
  });
});
