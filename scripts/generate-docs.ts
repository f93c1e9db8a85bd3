// Writes the pages of docs/ that are made from code; `--check` fails when one is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { architecturePage } from "./docs/architecture-page.js";
import { cliPage } from "./docs/cli-page.js";
import { cypherPage } from "./docs/cypher-page.js";
import { readmePage } from "./docs/readme-page.js";

const ROOT = join(import.meta.dirname, "..");
const PAGES: Readonly<Record<string, (root: string) => string>> = {
  "docs/architecture.md": architecturePage,
  "docs/cli.md": cliPage,
  "docs/cypher.md": cypherPage,
  "README.md": readmePage,
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, render] of Object.entries(PAGES)) {
  const file = join(ROOT, path);
  const page = render(ROOT);
  const before = readIfThere(file);
  if (before === page) continue;
  stale += 1;
  if (check)
    process.stderr.write(`${path} is stale. Run \`npm run docs\` and commit the result.\n`);
  else writeFileSync(file, page);
}
if (check && stale === 0) process.stdout.write("The generated pages are fresh.\n");
process.exitCode = check && stale > 0 ? 1 : 0;

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
