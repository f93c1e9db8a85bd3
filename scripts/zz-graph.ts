import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { buildCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { loadPack } from "@redthread/core/packs";

const dir = join(import.meta.dirname, "../examples/captagon-route/reports");
const files = readdirSync(dir)
  .sort()
  .map((name) => ({ path: name, bytes: new Uint8Array(readFileSync(join(dir, name))) }));
const built = buildCase(files, { pack: loadPack(readPackFiles()) });
for (const l of graphLines(built.graph)) process.stdout.write(l + "\n");
