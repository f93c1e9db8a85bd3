// npm run torture -- --part formats [--seed N] [--count N]: drawn graphs through each format and back.
// What a format keeps must be equal afterwards; what it loses is declared, and nothing else may differ.
import { seededRandom } from "../../benches/seeded-random.js";
import { drawGraph } from "../../tests/formats/draw-graph.js";
import { ROUND_TRIPS, roundTripFault } from "../../tests/formats/round-trip.js";
import type { Part } from "../runner.js";

const GRAPHS = 2_000;
const SIZE = 12;

export const formats: Part = {
  name: "formats",
  title: `drawn graphs through each format and back (${GRAPHS} graphs)`,
  run: async ({ seed, count, option }) => {
    const graphs = count ?? GRAPHS;
    const only = option("--format");
    const names = ROUND_TRIPS.filter((name) => only === null || name === only);
    const faults: string[] = [];
    let replay: string | null = null;
    for (let at = 0; at < graphs; at += 1)
      for (const name of names) {
        const graph = drawGraph(seededRandom(seed + at), SIZE);
        const fault = await roundTripFault(name, graph).catch((error: unknown) => String(error));
        if (fault === null) continue;
        replay ??= `--seed ${seed + at} --count 1`;
        faults.push(`${name}, seed ${seed + at}: ${fault}`.slice(0, 2_000));
      }
    const told =
      faults.length === 0 ? "every one came back as promised" : `${faults.length} faults`;
    return {
      lines: [
        `${graphs} graphs through ${names.length} formats (${names.join(", ")}), seed ${seed}: ${told}`,
        ...faults.slice(0, 3),
      ],
      json: { graphs, seed, formats: names, faults },
      failed: faults.length > 0,
      ...(replay === null ? {} : { replay }),
    };
  },
};
