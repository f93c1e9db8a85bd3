// Writes the pages of docs/ that are made from code; `--check` fails when one is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accuracyPage } from "./docs/accuracy-page.js";
import { architecturePage } from "./docs/architecture-page.js";
import { cliPage } from "./docs/cli-page.js";
import { confidencePage } from "./docs/confidence-page.js";
import { cypherPage } from "./docs/cypher-page.js";
import { readmePage } from "./docs/readme-page.js";

const ROOT = join(import.meta.dirname, "..");
const PAGES: Readonly<Record<string, (root: string) => string>> = {
  "docs/accuracy.md": accuracyPage,
  "docs/architecture.md": architecturePage,
  "docs/cli.md": cliPage,
  "docs/confidence.md": confidencePage,
  "docs/cypher.md": cypherPage,
  "README.md": readmePage,
};

const check = process.argv.includes("--check");
const pages = renderAll();
if (pages === null) {
  process.exitCode = 1;
} else {
  const stale = [...pages].filter(([path, page]) => readIfThere(join(ROOT, path)) !== page);
  for (const [path, page] of stale) {
    if (check)
      process.stderr.write(`${path} is stale. Run \`npm run docs\` and commit the result.\n`);
    else writeFileSync(join(ROOT, path), page);
  }
  if (check && stale.length === 0) process.stdout.write("The generated pages are fresh.\n");
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}

/** Every page before any is written, so that one that cannot be made leaves all as they are. */
function renderAll(): ReadonlyMap<string, string> | null {
  try {
    return new Map(Object.entries(PAGES).map(([path, render]) => [path, render(ROOT)]));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
