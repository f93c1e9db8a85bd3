// Fails when a file that biome.jsonc excuses from the limit on cognitive complexity no longer needs it:
// the list of exceptions only gets shorter.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./workspace.mjs";

const RULE = "noExcessiveCognitiveComplexity";

/** Files of the override that switches the rule off. */
function readExceptions() {
  const text = readFileSync(join(ROOT, "biome.jsonc"), "utf8").replace(/^\s*\/\/.*$/gm, "");
  const { overrides } = JSON.parse(text);
  const isException = ({ linter }) => linter?.rules?.complexity?.[RULE] === "off";
  return overrides.filter(isException).flatMap(({ includes }) => includes);
}

/** Those of some files that have a function above the limit; `--only` looks past the override. */
function findComplex(files) {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const { stdout } = spawnSync(
    process.execPath,
    [
      biome,
      "lint",
      `--only=complexity/${RULE}`,
      "--max-diagnostics=none",
      "--reporter=json",
      ...files,
    ],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { diagnostics } = JSON.parse(stdout);
  return new Set(diagnostics.map(({ location }) => location.path));
}

const exceptions = readExceptions();
const gone = exceptions.filter((file) => !existsSync(join(ROOT, file)));
const present = exceptions.filter((file) => !gone.includes(file));
const complex = present.length === 0 ? new Set() : findComplex(present);
const needless = present.filter((file) => !complex.has(file));

for (const file of gone)
  process.stderr.write(
    `${file} is excused in biome.jsonc and does not exist. Take its line out.\n`,
  );
for (const file of needless)
  process.stderr.write(`${file} is no longer too complex. Take its line out of biome.jsonc.\n`);
if (gone.length + needless.length > 0) process.exit(1);
process.stdout.write(
  `${exceptions.length} files are excused from the limit on complexity, each still above it.\n`,
);
