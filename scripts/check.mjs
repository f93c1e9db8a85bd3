// npm run check: every rule of the house, cheapest first; stops at nothing, fails if any fails.
import { join } from "node:path";
import { cruise } from "./cruise.mjs";
import { ensureBuilt, ensureInstalled, ROOT, requireNode, run, runTool } from "./workspace.mjs";

requireNode();
ensureInstalled();

const STEPS = [
  [
    "format and lint",
    () => runTool("@biomejs/biome/bin/biome", ["ci", "--diagnostic-level=error", "."]),
  ],
  [
    "rooms",
    () =>
      runTool("dependency-cruiser/bin/depcruise-fmt.mjs", [
        "--output-type",
        "err",
        "--exit-code",
        cruise(),
      ]),
  ],
  [
    "exceptions from the limit on complexity",
    () => run(process.execPath, [join(ROOT, "scripts/check-exceptions.mjs")]),
  ],
  ["sizes and two-way rooms", () => run(process.execPath, [join(ROOT, "scripts/check-sizes.mjs")])],
  ["names of the field", () => run(process.execPath, [join(ROOT, "scripts/check-names.mjs")])],
  ["order of texts", () => run(process.execPath, [join(ROOT, "scripts/check-order.mjs")])],
  ["words in code", () => run(process.execPath, [join(ROOT, "scripts/check-words.mjs")])],
  ["types", () => runTool("typescript/bin/tsc", ["-b"])],
  [
    "unused files, exports, packages",
    () => runTool("knip/bin/knip.js", ["--treat-config-hints-as-errors"]),
  ],
  [
    "generated pages",
    () => {
      // The session of the README runs the program as it is built.
      ensureBuilt();
      return runTool("tsx/dist/cli.mjs", [
        "--conditions=@redthread/source",
        "scripts/generate-docs.ts",
        "--check",
      ]);
    },
  ],
  [
    "unit tests",
    () => runTool("vitest/vitest.mjs", ["run", "--project", "unit", "--reporter=dot"]),
  ],
];

const failed = [];
for (const [title, step] of STEPS) {
  const start = process.hrtime.bigint();
  process.stdout.write(`\n— ${title}\n`);
  if (step() !== 0) failed.push(title);
  process.stdout.write(`  ${Number((process.hrtime.bigint() - start) / 1_000_000n) / 1000} s\n`);
}
process.stdout.write(
  failed.length === 0 ? "\nAll checks are green.\n" : `\nRed: ${failed.join(", ")}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
