// npm run torture -- --part near-names [--seed N] [--count N]: people of near names who are two because they
// were made so, in one report and in two; none of them may become one.
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { seededRandom } from "../../benches/seeded-random.js";
import { createNearJudge, drawNearPair } from "../../tests/pipeline/near-names.js";
import type { Part } from "../runner.js";

const PAIRS = 10_000;
/** Merges that are told before the rest is counted. */
const MOST_TOLD = 20;

export const nearNames: Part = {
  name: "near-names",
  title: `people of near names who are two (${PAIRS} pairs)`,
  run: ({ seed, count }) => {
    const pairs = count ?? PAIRS;
    const judge = createNearJudge(loadPackOnce(readPackFiles()));
    const faults: string[] = [];
    let unread = 0;
    let replay: string | null = null;
    for (let at = 0; at < pairs; at += 1) {
      const pair = drawNearPair(seededRandom(seed + at));
      const outcome = judge(pair);
      if (outcome === "not read") unread += 1;
      if (outcome !== "one") continue;
      replay ??= `--seed ${seed + at} --count 1`;
      faults.push(`pair of seed ${seed + at}: ${pair.a} is ${pair.b}: ${pair.how}`);
    }
    return {
      lines: [
        `${pairs} pairs, seed ${seed}: ${faults.length} merged, ${unread} not read as two people`,
        ...faults.slice(0, MOST_TOLD),
      ],
      json: { pairs, seed, unread, faults },
      failed: faults.length > 0,
      ...(replay === null ? {} : { replay }),
    };
  },
};
