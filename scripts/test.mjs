// npm test: installs what is missing, builds, runs every suite, and says which real parts took part.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  ensureBuilt,
  ensureInstalled,
  findRealParts,
  ROOT,
  requireNode,
  runTool,
} from "./workspace.mjs";

requireNode();
ensureInstalled();
ensureBuilt();

const parts = findRealParts();
const missing = parts.filter((part) => part.required && !part.present);
if (missing.length > 0) {
  for (const part of missing)
    process.stderr.write(`Required and not found: ${part.title} (${part.remedy}).\n`);
  process.stdout.write(`0 passed, ${missing.length} failed\n`);
  process.exit(1);
}

const report = join(ROOT, ".cache", "test-report.json");
mkdirSync(join(ROOT, ".cache"), { recursive: true });
rmSync(report, { force: true });
const code = runTool("vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);

const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTotalTestSuites = 0,
  numFailedTestSuites = 0,
} = readReport();
const crashed = code !== 0 && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : 0;
const used = parts.filter((part) => part.present).map((part) => part.title);
const absent = parts
  .filter((part) => !part.present)
  .map((part) => `${part.title} (${part.remedy})`);

process.stdout.write(
  `\n${numPassedTests} passed, ${numFailedTests + crashed} failed, ${numPendingTests} not run\n`,
);
process.stdout.write(
  `Real parts used: ${used.join(", ") || "none"}.${absent.length > 0 ? ` Not here, so their tests were not run: ${absent.join("; ")}.` : ""}\n`,
);
process.exitCode = code === 0 && numTotalTestSuites > 0 ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {};
  }
}
