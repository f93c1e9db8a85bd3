// npm run torture -- --part judgements [--seed N] [--count N]: drawn sets of judgements over reports that
// are added, edited, renamed and removed; every law of judgements must hold for each.
import { seededRandom } from "../../benches/seeded-random.js";
import { brokenLaws } from "../../tests/pipeline/judgement-laws.js";
import type { Part } from "../runner.js";

const SETS = 20_000;
/** Broken laws that are told before the rest is counted. */
const MOST_TOLD = 20;

export const judgements: Part = {
  name: "judgements",
  title: `laws of people's judgements on drawn reports (${SETS} sets)`,
  run: ({ seed, count }) => {
    const sets = count ?? SETS;
    const faults: string[] = [];
    let replay: string | null = null;
    for (let at = 0; at < sets; at += 1) {
      const broken = brokenLaws(seededRandom(seed + at));
      if (broken.length > 0) replay ??= `--seed ${seed + at} --count 1`;
      faults.push(...broken.map((law) => `set of seed ${seed + at}: broken: ${law}`));
    }
    const verdict = faults.length === 0 ? "every law holds" : `${faults.length} broken laws`;
    const lines = [`${sets} sets, seed ${seed}: ${verdict}`, ...faults.slice(0, MOST_TOLD)];
    return {
      lines,
      json: { sets, seed, faults },
      failed: faults.length > 0,
      ...(replay === null ? {} : { replay }),
    };
  },
};
