import { afterAll, describe, expect, inject, it } from "vitest";
import { runMirrorPair } from "../../scripts/torture/mirror-pairs.js";
import { emptyDatabase } from "./empty-database.js";

const server = inject("neo4j");
const PAIRS = 40;

describe.skipIf(server === null)("loading one build after another", () => {
  afterAll(() => emptyDatabase(server));

  it(`leaves the database equal to the case, also after cuts: ${PAIRS} drawn pairs`, {
    timeout: 300_000,
  }, async () => {
    if (server === null) return;
    const faults: string[] = [];
    for (let at = 0; at < PAIRS; at += 1)
      faults.push(...(await runMirrorPair(server, { seed: 20, at, size: 30 })));
    expect(faults).toEqual([]);
  });
});
