// npm run score: how well the extractor reads reports whose content is known. Each report is built as a
// case of its own and its graph compared with the gold file of its name by the scorer beside them.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { extractCase, finishCase, readCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { type DomainPack, loadPack } from "@redthread/core/packs";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { askExtractor } from "./ask-extractor.js";
import {
  countReal,
  heldOut,
  missingShared,
  type NamedReport,
  REAL,
  type ReportSet,
  readReports,
  realFolder,
  realSet,
  SET_NAMES,
  SETS,
  SHARED,
} from "./sets.js";

const SCORER = join(SHARED, "eval/score.mjs");

export const figures: Part = {
  name: "figures",
  title:
    "entities, relations, operations and totals of reports built alone [--set seeds|dev|prose|prose-held|passages|passages-held|real|real-seen|real-held|all] [--texts DIR] [--errors] [--by-kind] [--only PART] [--keep DIR] [--extractor COMMAND]",
  run: async (options) => {
    const wanted = options.option("--set") ?? "all";
    const names = wanted === "all" ? ["seeds", "dev", "prose"] : wanted.split("+");
    const unknown = names.find((name) => !SET_NAMES.includes(name));
    if (unknown !== undefined)
      return failure(`There is no set \`${unknown}\`. Use ${SET_NAMES.join(", ")} or all.`);
    const held = options.has("--errors") ? heldOut(names) : null;
    if (held !== null) return failure(held);
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const scored = await scoreSets(names, options);
    return {
      lines: scored.flatMap((one) => one.lines),
      json: Object.fromEntries(scored.map((one) => [one.name, one.json])),
      failed: scored.some((one) => one.failed),
    };
  },
};

/** The figures of each set, one after the other. */
export async function scoreSets(
  names: readonly string[],
  options: PartOptions,
): Promise<readonly ScoredSet[]> {
  const pack = loadPack(readPackFiles());
  const scored: ScoredSet[] = [];
  for (const name of names) {
    const set = SETS[name];
    const isReal = set === undefined;
    scored.push(
      await (isReal ? scoreReal(name, pack, options) : scoreSet(name, set, pack, options)),
    );
  }
  return scored;
}

/** The real articles whose texts are here; too few of them are no measurement. */
async function scoreReal(name: string, pack: DomainPack, options: PartOptions): Promise<ScoredSet> {
  const set = realSet(name, realFolder(options.option));
  const of = countReal(name);
  if (set === null)
    return {
      name,
      ...failure(
        `The texts of the ${of} real articles are not here: they are kept nowhere. Fetch them as the guide of the gold files says and name their folder with \`--texts DIR\`.`,
      ),
    };
  const found = `${set.ids.size} of ${of} real articles are here as they were annotated`;
  if (set.ids.size === 0) return { name, ...failure(`${found}; nothing was scored.`) };
  const scored = await scoreSet(name, set, pack, options);
  const least = Math.ceil(of * REAL.least);
  const tooFew = set.ids.size < least;
  const verdict = tooFew ? `${found}; ${least} are needed for a figure.` : `${found}.`;
  return { ...scored, lines: [verdict, ...scored.lines], failed: scored.failed || tooFew };
}

const failure = (sentence: string): PartResult => ({ lines: [sentence], json: null, failed: true });

/** What the scorer said of a set. */
export type ScoredSet = PartResult & { readonly name: string };

async function scoreSet(
  name: string,
  set: ReportSet,
  pack: DomainPack,
  { option, has, json }: PartOptions,
): Promise<ScoredSet> {
  const kept = option("--keep");
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "redthread-score-"));
  const only = option("--only");
  const reports = readReports(name, set).filter(({ id }) => only === null || id.includes(only));
  try {
    const notes = await buildEach(reports, folder, option("--extractor"), pack);
    const gold = join(folder, "gold");
    const passed = [...(has("--errors") ? ["--errors"] : []), ...(json ? ["--json"] : [])];
    const { failed, out } = judge(reports, gold, folder, passed);
    const kinds = has("--by-kind") && !json ? kindLines(reports, gold, folder) : [];
    const lines = [...notes, "", name, out.trimEnd(), ...kinds];
    return { name, lines, json: json && !failed ? JSON.parse(out) : null, failed };
  } finally {
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  }
}

/** What the scorer says of reports whose graphs lie in a folder. */
function judge(
  reports: readonly NamedReport[],
  gold: string,
  folder: string,
  passed: readonly string[],
): { readonly failed: boolean; readonly out: string } {
  rmSync(gold, { recursive: true, force: true });
  mkdirSync(gold, { recursive: true });
  for (const report of reports)
    writeFileSync(join(gold, `${report.id}.json`), JSON.stringify(report.gold));
  const run = spawnSync(process.execPath, [SCORER, "--gold", gold, "--pred", folder, ...passed], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { failed: run.status !== 0, out: `${run.stdout}${run.stderr}` };
}

/** The sums of each class of passages, one under the other. */
function kindLines(
  reports: readonly NamedReport[],
  gold: string,
  folder: string,
): readonly string[] {
  const kinds = [...new Set(reports.map(({ kind }) => kind ?? ""))].sort();
  return kinds.flatMap((kind) => {
    const some = reports.filter((report) => (report.kind ?? "") === kind);
    const sums = judge(some, gold, folder, []).out.trim().split("\n\n")[0] ?? "";
    return ["", `kind ${kind === "" ? "none" : kind}`, sums];
  });
}

/** One graph a report, each built as if it were alone; the reports that could not be read. */
async function buildEach(
  reports: readonly NamedReport[],
  folder: string,
  extractor: string | null,
  pack: DomainPack,
): Promise<readonly string[]> {
  const extracted = reports.map(({ id, path, bytes }) => {
    const read = readCase([{ path, bytes }], { pack });
    return { id, one: extractCase(read, { pack }) };
  });
  const cases = extracted.map(({ one }) => one);
  const { readings, notes } = await askExtractor(extractor, cases, pack);
  const failures: string[] = [];
  for (const { id, one } of extracted) {
    const built = finishCase(one, { pack, readings });
    failures.push(...built.failures.map((failure) => `${failure.path}: ${failure.reason}`));
    writeFileSync(join(folder, `${id}.jsonl`), `${[...graphLines(built.graph)].join("\n")}\n`);
  }
  return [...notes, ...failures];
}
