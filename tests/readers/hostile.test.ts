import { ReaderPool } from "@redthread/cli";
import { afterAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { smallPack } from "../support/small-pack.js";
import { readHostile, spoilFile } from "./hostile-files.js";

const FILES = 60;
const LIMIT = 20;

describe("files spoilt by chance", () => {
  const pool = new ReaderPool({ seconds: LIMIT, memory: 1024 ** 3 });
  afterAll(() => pool.close());

  it(`are read, read in part or refused in one line, all ${FILES} of them`, async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= FILES; seed += 1) {
      const file = spoilFile(seededRandom(seed));
      const outcome = await readHostile(file, { pool, pack: smallPack(), limit: LIMIT });
      faults.push(
        ...outcome.faults.map((fault) => `seed ${seed}, ${file.path}, ${file.how}: ${fault}`),
      );
    }
    expect(faults).toEqual([]);
  });
});
