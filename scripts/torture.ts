// npm run torture: what it survives. See scripts/runner.ts for the options that every part has.
import { runPart } from "./runner.js";
import { buildKills } from "./torture/build-kills.js";
import { caseKills } from "./torture/case-kills.js";
import { mirror } from "./torture/mirror.js";

process.exitCode = await runPart("torture", [caseKills, buildKills, mirror], process.argv.slice(2));
