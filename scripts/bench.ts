// npm run bench: how fast it is. See scripts/runner.ts for the options that every part has.
import { cold } from "./bench/cold.js";
import { extract } from "./bench/extract.js";
import { judgements } from "./bench/judgements.js";
import { pairs } from "./bench/pairs.js";
import { resolveThings } from "./bench/resolve.js";
import { shapes } from "./bench/shapes.js";
import { runPart } from "./runner.js";

process.exitCode = await runPart(
  "bench",
  [shapes, pairs, cold, extract, resolveThings, judgements],
  process.argv.slice(2),
);
