// npm run score: what the product is worth on reports whose content is known. See scripts/runner.ts for
// the options that every part has; without the scored reports it says so and ends with 0, or with 1
// where REDTHREAD_REQUIRE asks for `shared`.
import { runPart } from "./runner.js";
import { accuracy } from "./score/accuracy.js";
import { calibration } from "./score/calibration.js";
import { chains } from "./score/chains.js";
import { figures } from "./score/figures.js";
import { folds } from "./score/folds.js";
import { identity } from "./score/identity.js";
import { names } from "./score/names.js";
import { readings } from "./score/readings.js";
import { refit } from "./score/refit.js";
import { rules } from "./score/rules.js";
import { weights } from "./score/weights.js";

process.exitCode = await runPart(
  "score",
  [figures, rules, weights, folds, calibration, accuracy, chains, identity, names, readings, refit],
  process.argv.slice(2),
);
