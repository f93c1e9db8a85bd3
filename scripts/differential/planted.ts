// npm run differential -- --part planted [--seed N] [--count N]: faults planted into the engine one at a time;
// drawn queries must tell each such engine from the real one, or they would not tell it from Neo4j either.
import { findFault, readPlantedFaults } from "../../tests/differential/planted-faults.js";
import type { Part } from "../runner.js";

/** Queries that are drawn for one fault, at most. */
const QUERIES = 5_000;

export const planted: Part = {
  name: "planted",
  title: "faults planted into the engine, each of which drawn queries must find (all of them)",
  run: async ({ seed, count }) => {
    const faults = readPlantedFaults();
    const lines: string[] = [];
    const missed: string[] = [];
    for (const fault of faults) {
      const found = await findFault(fault, seed, count ?? QUERIES);
      if (found === null) missed.push(fault.name);
      lines.push(
        found === null
          ? `missed  ${fault.name}`
          : `found   ${fault.name}: #${found.seed} ${found.asked.text}`,
      );
    }
    return {
      lines: [
        ...lines,
        `${faults.length - missed.length} of ${faults.length} planted faults found`,
      ],
      json: { faults: faults.length, missed },
      failed: missed.length > 0,
    };
  },
};
