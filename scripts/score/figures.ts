// npm run score: how well the extractor reads reports whose content is known. Each report is built as a
// case of its own and its graph compared with the gold file of its name by the scorer beside them.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
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
import { extractCase, finishCase, readCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { type DomainPack, loadPack } from "@redthread/core/packs";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { askExtractor } from "./ask-extractor.js";
import { isOfSet, missingShared, type ReportSet, SETS, SHARED } from "./sets.js";

const SCORER = join(SHARED, "eval/score.mjs");

export const figures: Part = {
  name: "figures",
  title:
    "entities, relations, operations and totals of reports built alone [--set seeds|dev|prose|prose-held|all] [--errors] [--only PART] [--keep DIR] [--extractor COMMAND]",
  run: async (options) => {
    const wanted = options.option("--set") ?? "all";
    const names = wanted === "all" ? ["seeds", "dev", "prose"] : [wanted];
    const unknown = names.find((name) => SETS[name] === undefined);
    if (unknown !== undefined)
      return failure(`There is no set \`${unknown}\`. Use ${Object.keys(SETS).join(", ")} or all.`);
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const pack = loadPack(readPackFiles());
    const scored: Awaited<ReturnType<typeof scoreSet>>[] = [];
    for (const name of names) scored.push(await scoreSet(name, pack, options));
    return {
      lines: scored.flatMap((one) => one.lines),
      json: Object.fromEntries(scored.map((one) => [one.name, one.json])),
      failed: scored.some((one) => one.failed),
    };
  },
};

const failure = (sentence: string): PartResult => ({ lines: [sentence], json: null, failed: true });

async function scoreSet(
  name: string,
  pack: DomainPack,
  { option, has, json }: PartOptions,
): Promise<PartResult & { readonly name: string }> {
  const set = SETS[name];
  if (set === undefined) return { name, ...failure(`There is no set \`${name}\`.`) };
  const kept = option("--keep");
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "redthread-score-"));
  const only = option("--only");
  try {
    const notes = await buildEach(set, folder, { only, extractor: option("--extractor") }, pack);
    const gold = join(folder, "gold");
    mkdirSync(gold, { recursive: true });
    for (const file of readdirSync(set.gold))
      if (isOfSet(set, file.replace(/\.json$/, "")))
        copyFileSync(join(set.gold, file), join(gold, file));
    const passed = [
      ...(has("--errors") ? ["--errors"] : []),
      ...(json ? ["--json"] : []),
      ...(only === null ? [] : ["--only", only]),
    ];
    const run = spawnSync(process.execPath, [SCORER, "--gold", gold, "--pred", folder, ...passed], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const failed = run.status !== 0;
    const lines = [...notes, "", name, `${run.stdout}${run.stderr}`.trimEnd()];
    return { name, lines, json: json && !failed ? JSON.parse(run.stdout) : null, failed };
  } finally {
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  }
}

/** A report; written ones whose day only their readers know carry it in a line of their own. */
function datedBytes({ reports, gold, half }: ReportSet, id: string): Uint8Array {
  const bytes = readFileSync(join(reports, `${id}.txt`));
  if (half === undefined) return bytes;
  const { date } = JSON.parse(readFileSync(join(gold, `${id}.json`), "utf8")) as {
    date?: string | null;
  };
  if (typeof date !== "string") return bytes;
  const [title = "", ...rest] = bytes.toString("utf8").split("\n");
  return Buffer.from([title, "", `Published: ${date}`, ...rest].join("\n"));
}

/** One graph a report, each built as if it were alone; the reports that could not be read. */
async function buildEach(
  set: ReportSet,
  folder: string,
  { only, extractor }: { readonly only: string | null; readonly extractor: string | null },
  pack: DomainPack,
): Promise<readonly string[]> {
  const extracted = readdirSync(set.reports)
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, "");
      if (id === file || !isOfSet(set, id) || (only !== null && !id.includes(only))) return [];
      const read = readCase([{ path: file, bytes: datedBytes(set, id) }], { pack });
      return [{ id, one: extractCase(read, { pack }) }];
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
