// npm run differential: where it answers otherwise than Neo4j. See scripts/runner.ts for the options that
// every part has.
import { notation } from "./differential/notation.js";
import { runPart } from "./runner.js";

process.exitCode = await runPart("differential", [notation], process.argv.slice(2));
