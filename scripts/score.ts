// npm run score: how well the extractor reads reports whose content is known.
//
//   npm run score -- [--set seeds|dev|all] [--errors] [--json] [--only PART] [--keep DIR]
//
// Each report is built as a case of its own and its graph compared with the gold file of its name.
// The reports and the scorer lie beside the repository, in `../shared`; REDTHREAD_SHARED names
// another place. Without them the command says so and ends with 0, or with 1 where
// REDTHREAD_REQUIRE asks for `shared`.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { buildCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { type DomainPack, loadPack } from "@redthread/core/packs";

const ROOT = join(import.meta.dirname, "..");
const SHARED = process.env["REDTHREAD_SHARED"] ?? join(ROOT, "../shared");
const SCORER = join(SHARED, "eval/score.mjs");
const SETS: Readonly<Record<string, { readonly reports: string; readonly gold: string }>> = {
  seeds: { reports: join(SHARED, "seeds"), gold: join(SHARED, "eval/gold/seeds") },
  dev: { reports: join(SHARED, "eval/dev"), gold: join(SHARED, "eval/gold/dev") },
};

const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

process.exitCode = main();

function main(): number {
  const wanted = option("--set") ?? "all";
  const names = wanted === "all" ? Object.keys(SETS) : [wanted];
  const unknown = names.find((name) => SETS[name] === undefined);
  if (unknown !== undefined) {
    process.stderr.write(`There is no set \`${unknown}\`. Use seeds, dev or all.\n`);
    return 2;
  }
  if (!existsSync(SCORER)) {
    const required = (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("shared");
    process.stderr.write(`The scored reports are not here (\`${SHARED}\`); nothing was scored.\n`);
    return required ? 1 : 0;
  }
  const pack = loadPack(readPackFiles());
  return names
    .map((name) => scoreSet(name, pack))
    .reduce((worst, code) => Math.max(worst, code), 0);
}

function scoreSet(name: string, pack: DomainPack): number {
  const set = SETS[name];
  if (set === undefined) return 2;
  const kept = option("--keep");
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "redthread-score-"));
  try {
    buildEach(set.reports, folder, pack);
    const passed = args.filter((arg) => arg === "--errors" || arg === "--json");
    const only = option("--only");
    const narrowed = only === undefined ? [] : ["--only", only];
    if (!passed.includes("--json")) process.stdout.write(`\n${name}\n`);
    const run = spawnSync(
      process.execPath,
      [SCORER, "--gold", set.gold, "--pred", folder, ...passed, ...narrowed],
      { stdio: "inherit" },
    );
    return run.status ?? 1;
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** One graph a report, each built as if it were alone. */
function buildEach(reports: string, folder: string, pack: DomainPack): void {
  const only = option("--only");
  for (const file of readdirSync(reports).sort()) {
    const id = file.replace(/\.txt$/, "");
    if (id === file || (only !== undefined && !id.includes(only))) continue;
    const bytes = readFileSync(join(reports, file));
    const built = buildCase([{ path: file, bytes }], { pack });
    for (const failure of built.failures) {
      process.stderr.write(`${failure.path}: ${failure.reason}\n`);
    }
    writeFileSync(join(folder, `${id}.jsonl`), `${[...graphLines(built.graph)].join("\n")}\n`);
  }
}
