// npm run torture: what it survives. See scripts/runner.ts for the options that every part has.
import { runPart } from "./runner.js";
import { buildKills } from "./torture/build-kills.js";
import { caseKills } from "./torture/case-kills.js";
import { formats } from "./torture/formats.js";
import { hostile } from "./torture/hostile.js";
import { judgements } from "./torture/judgements.js";
import { mirror } from "./torture/mirror.js";
import { nearNames } from "./torture/near-names.js";
import { queries } from "./torture/queries.js";

const PARTS = [
  caseKills,
  buildKills,
  formats,
  hostile,
  judgements,
  mirror,
  nearNames,
  queries,
] as const;

process.exitCode = await runPart("torture", PARTS, process.argv.slice(2));
