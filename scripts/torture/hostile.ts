// npm run torture -- --part hostile [--seed N] [--count N]: files spoilt by chance, read as a build reads them.
import { loadPackOnce, ReaderPool, readPackFiles } from "@redthread/cli";
import { seededRandom } from "../../benches/seeded-random.js";
import { readHostile, spoilFile } from "../../tests/readers/hostile-files.js";
import type { Part } from "../runner.js";

const FILES = 1_000;
/** Seconds that one file may take. */
const LIMIT = 20;
const MEGABYTE = 1024 ** 2;
/** Growth of this process in MB that is no leak. */
const FLAT = 150;
const MOST_TOLD = 20;

export const hostile: Part = {
  name: "hostile",
  title: `files spoilt by chance (${FILES} files)`,
  run: async ({ seed, count }) => {
    const files = count ?? FILES;
    const pool = new ReaderPool({ seconds: LIMIT, memory: 1024 ** 3 });
    const pack = loadPackOnce(readPackFiles());
    const sums = { read: 0, partial: 0, failed: 0 };
    const faults: string[] = [];
    let slowest = 0;
    let early = 0;
    for (let at = 0; at < files; at += 1) {
      const file = spoilFile(seededRandom(seed + at));
      const outcome = await readHostile(file, { pool, pack, limit: LIMIT });
      for (const key of ["read", "partial", "failed"] as const) sums[key] += outcome[key];
      slowest = Math.max(slowest, outcome.seconds);
      faults.push(
        ...outcome.faults.map((fault) => `seed ${seed + at}, ${file.path}, ${file.how}: ${fault}`),
      );
      // The first files load what is loaded once.
      if (at === Math.min(50, files - 1)) early = process.memoryUsage().rss;
    }
    pool.close();
    const grown = Math.round((process.memoryUsage().rss - early) / MEGABYTE);
    if (grown > FLAT) faults.push(`this process grew by ${grown} MB`);
    return {
      lines: [
        `${files} files, seed ${seed}: ${sums.read} documents read, ${sums.partial} with a note, ${sums.failed} refused; slowest ${slowest.toFixed(1)} s; this process grew by ${grown} MB; ${faults.length} faults`,
        ...faults.slice(0, MOST_TOLD),
      ],
      json: { files, seed, ...sums, slowest, grown, faults },
      failed: faults.length > 0,
    };
  },
};
