import { PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { formats } from "../../scripts/torture/formats.js";
import { hostileGraph, parallelLinks } from "./hostile-graph.js";
import { ROUND_TRIPS, roundTripFault } from "./round-trip.js";

describe.each(ROUND_TRIPS)("a graph written as %s and read again", (format) => {
  it.each([
    ["an empty graph", new PropertyGraph()],
    ["two links between the same nodes", parallelLinks()],
    ["texts that would end a string, a tag, a row or a formula", hostileGraph()],
  ])("is what it was: %s", async (_, graph) => {
    expect(await roundTripFault(format, graph)).toBeNull();
  });
});

it("torture: 40 drawn graphs come back through every format as promised", async () => {
  const options = { seed: 1, count: 40, json: false, option: () => null, has: () => false };
  const { lines, failed } = await formats.run(options);
  expect({ lines, failed }).toEqual({
    lines: [expect.stringMatching(/^40 graphs .* every one came back as promised$/)],
    failed: false,
  });
});
