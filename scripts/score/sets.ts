// The scored reports: where they lie, what their gold says. They stand beside the repository, in
// `../shared`; REDTHREAD_SHARED names another place. Real articles lie where REDTHREAD_REAL or
// `--real FOLDER` says and are only used where their texts are those that were annotated.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackFiles } from "@redthread/core/packs";

export const ROOT = join(import.meta.dirname, "../..");
export const SHARED = process.env["REDTHREAD_SHARED"] ?? join(ROOT, "../shared");

/** A folder of reports and the folder of what they say. */
export interface ReportSet {
  readonly reports: string;
  readonly gold: string;
  /** Which half of the reports by a hash of their ids: those that may be looked at, or those held out. */
  readonly half?: "seen" | "held";
  /** The only reports that belong to it, where not all of the folder do. */
  readonly ids?: ReadonlySet<string>;
}

const PROSE = { reports: join(ROOT, "tests/prose"), gold: join(ROOT, "tests/prose/gold") };

export const SETS: Readonly<Record<string, ReportSet>> = {
  seeds: { reports: join(SHARED, "seeds"), gold: join(SHARED, "eval/gold/seeds") },
  dev: { reports: join(SHARED, "eval/dev"), gold: join(SHARED, "eval/gold/dev") },
  prose: { ...PROSE, half: "seen" },
  "prose-held": { ...PROSE, half: "held" },
};

/** Whether a report of this id belongs to a set. */
export function isOfSet({ half, ids }: ReportSet, id: string): boolean {
  if (ids !== undefined && !ids.has(id)) return false;
  const own = Number.parseInt(sha256Hex(id).slice(0, 2), 16) % 2 === 0 ? "seen" : "held";
  return half === undefined || half === own;
}

const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A report with what it says. */
interface ScoredReport {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly gold: unknown;
}

/** A scored report with the set it is of. */
export interface NamedReport extends ScoredReport {
  readonly set: string;
}

/** What a figure was measured on, in words that stand beside it. */
export interface MeasuredOn {
  readonly name: string;
  readonly reports: readonly NamedReport[];
}

/** Why nothing was measured, with the exit code; REDTHREAD_REQUIRE=shared makes it a failure. */
export function missingShared(): { readonly sentence: string; readonly failed: boolean } | null {
  if (existsSync(join(SHARED, "eval"))) return null;
  const failed = (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("shared");
  return {
    sentence: `The scored reports are not here (\`${SHARED}\`); nothing was scored.`,
    failed,
  };
}

/** Reports of the sets named, such as `dev+seeds`, that have a gold file. */
export function readSets(names: string): MeasuredOn {
  const reports = names.split("+").flatMap((name) => {
    const set = SETS[name];
    if (set === undefined)
      throw new RangeError(
        `There is no set \`${name}\`. Use ${Object.keys(SETS).join(", ")}, or several with \`+\` between.`,
      );
    return readReports(name, set);
  });
  return { name: "own reports", reports };
}

/** Real articles that are annotated, and of how many the text has to be here for a figure to count. */
export const REAL = { gold: join(SHARED, "eval/gold/real"), least: 50 };

/** The folder of real articles that a command names, or the environment; null where none is. */
export const realFolder = (option: (name: string) => string | null): string | null =>
  option("--texts") ?? option("--real") ?? process.env["REDTHREAD_REAL"] ?? null;

/** How many real articles are annotated. */
export const countReal = (): number =>
  existsSync(REAL.gold)
    ? readdirSync(REAL.gold).filter((file) => file.endsWith(".json")).length
    : 0;

/** The set of real articles of a folder whose texts are those that were annotated; null without a folder. */
export function realSet(
  reports: string | null,
): (ReportSet & { readonly ids: ReadonlySet<string> }) | null {
  if (reports === null || !existsSync(reports)) return null;
  const found = readReports("real", { reports, gold: REAL.gold }).filter(
    ({ bytes, gold }) =>
      foldedHash(new TextDecoder().decode(bytes)) ===
      (gold as { readonly text_fold_sha256?: string }).text_fold_sha256,
  );
  return { reports, gold: REAL.gold, ids: new Set(found.map(({ id }) => id)) };
}

/** The real articles of a folder, or null where none is there; a text that is not the annotated one is left out. */
export function readReal(folder: string | null): MeasuredOn | null {
  const set = realSet(folder);
  return set === null || set.ids.size === 0
    ? null
    : { name: "real articles", reports: readReports("real", set) };
}

/** A field's files without some of them. */
export function withoutFiles(files: PackFiles, names: readonly string[]): PackFiles {
  return { ...files, domain: new Map([...files.domain].filter(([name]) => !names.includes(name))) };
}

/** Hash of a text's letters and digits in lower case: blanks and quotation marks do not matter. */
function foldedHash(text: string): string {
  const kept =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return createHash("sha256").update(kept.join("")).digest("hex");
}

function readReports(name: string, set: ReportSet): readonly NamedReport[] {
  const { reports, gold } = set;
  return readdirSync(reports)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, "");
      const answer = join(gold, `${id}.json`);
      if (!existsSync(answer) || !isOfSet(set, id)) return [];
      const bytes = datedBytes(set, id);
      return [
        {
          set: name,
          id,
          path: file,
          bytes,
          gold: JSON.parse(readFileSync(answer, "utf8")) as unknown,
        },
      ];
    });
}

/** A report; written ones whose day only their readers know carry it in a line of their own. */
export function datedBytes({ reports, gold, half }: ReportSet, id: string): Uint8Array {
  const bytes = readFileSync(join(reports, `${id}.txt`));
  if (half === undefined) return bytes;
  const { date } = JSON.parse(readFileSync(join(gold, `${id}.json`), "utf8")) as {
    date?: string | null;
  };
  if (typeof date !== "string") return bytes;
  const [title = "", ...rest] = bytes.toString("utf8").split("\n");
  return Buffer.from([title, "", `Published: ${date}`, ...rest].join("\n"));
}
