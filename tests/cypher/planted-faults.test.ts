import { describe, expect, it } from "vitest";
import { findFault, readPlantedFaults } from "../differential/planted-faults.js";

/** One in so many is planted here; `npm run differential -- --part planted` plants all of them. */
const EVERY = 5;
const QUERIES = 2_000;

describe("drawn queries", () => {
  const faults = readPlantedFaults().filter((_, at) => at % EVERY === 1);

  it.each(faults)("find the planted fault: $name", async (fault) => {
    expect(await findFault(fault, 0, QUERIES)).not.toBeNull();
  });

  it("find nothing where nothing is planted", async () => {
    const [first] = faults;
    if (first === undefined) throw new Error("There are no planted faults.");
    const same = { ...first, to: first.from };
    expect(await findFault(same, 0, 100)).toBeNull();
  });
});
