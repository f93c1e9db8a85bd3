// Pairs of names whose truth is certain because they were made so: kinds, ways and shares stand in one
// table, names are drawn from parts by a seed. Fit and test halves share no part of a name and no report's
// wording, so that what is measured on the one was not learnt by heart from the other.
import { seededRandom } from "../../benches/seeded-random.js";
import type { LabelledPair } from "./pair-table.js";
import type { Way } from "./way.js";
import { WAYS } from "./ways.js";

/** Which half of the parts a pair is made of. */
export type Half = "fit" | "test";

/** The pairs of one half, the same for a seed on every machine. */
export function drawPairs(half: Half, seed: number): readonly LabelledPair[] {
  const drawn: LabelledPair[] = [];
  const seen = new Set<string>();
  for (const [at, way] of WAYS.entries()) {
    const random = seededRandom(seed * 1_000 + at + (half === "test" ? 500 : 0));
    let made = 0;
    for (let tries = 0; made < way.count && tries < way.count * 40; tries += 1) {
      const pair = drawOne(way, half, random);
      const key = [pair.a, pair.b, pair.textA, pair.textB].join("\t");
      if (seen.has(key)) continue;
      seen.add(key);
      drawn.push(pair);
      made += 1;
    }
  }
  return drawn;
}

function drawOne(way: Way, half: Half, random: () => number): LabelledPair {
  const pick = <T>(items: readonly T[]): T => {
    const own = items.filter((_, at) => at % 2 === (half === "fit" ? 0 : 1));
    const pool = own.length > 0 ? own : items;
    return pool[Math.floor(random() * pool.length)] as T;
  };
  const { a, b, textA, textB } = way.make({ pick, random });
  return { kind: way.kind, how: `${half}.${way.how}`, same: way.same, a, b, textA, textB };
}
