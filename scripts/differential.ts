// npm run differential: where it answers otherwise than Neo4j. See scripts/runner.ts for the options that
// every part has.
import { notation } from "./differential/notation.js";
import { planted } from "./differential/planted.js";
import { server } from "./differential/server.js";
import { runPart } from "./runner.js";

process.exitCode = await runPart(
  "differential",
  [server, notation, planted],
  process.argv.slice(2),
);
