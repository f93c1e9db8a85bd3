// The scored reports: where they lie, what their gold says. They stand beside the repository, in
// `../shared`; REDTHREAD_SHARED names another place. Real articles lie where REDTHREAD_REAL or
// `--texts DIR` says and are only used where their texts are those that were annotated.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackFiles } from "@redthread/core/packs";
import { readPassages } from "./passages.js";

export const ROOT = join(import.meta.dirname, "../..");
export const SHARED = process.env["REDTHREAD_SHARED"] ?? join(ROOT, "../shared");

/** Where reports lie and what they say: texts and gold files, or passages that carry both. */
type SetPlace = { readonly reports: string; readonly gold: string } | { readonly passages: string };

export type ReportSet = SetPlace & {
  /** Which half of the reports by a hash of their ids: those that may be looked at, or those held out. */
  readonly half?: "seen" | "held";
  /** The only reports that belong to it, where not all of the folder do. */
  readonly ids?: ReadonlySet<string>;
};

const PROSE = { reports: join(ROOT, "tests/prose"), gold: join(ROOT, "tests/prose/gold") };
const PASSAGES = { passages: join(ROOT, "tests/passages") };

export const SETS: Readonly<Record<string, ReportSet>> = {
  seeds: { reports: join(SHARED, "seeds"), gold: join(SHARED, "eval/gold/seeds") },
  dev: { reports: join(SHARED, "eval/dev"), gold: join(SHARED, "eval/gold/dev") },
  prose: { ...PROSE, half: "seen" },
  "prose-held": { ...PROSE, half: "held" },
  passages: { ...PASSAGES, half: "seen" },
  "passages-held": { ...PASSAGES, half: "held" },
};

/** Whether a report of this id belongs to a set. */
function isOfSet({ half, ids }: ReportSet, id: string): boolean {
  if (ids !== undefined && !ids.has(id)) return false;
  const own = firstByte(id) % 2 === 0 ? "seen" : "held";
  return half === undefined || half === own;
}

const firstByte = (id: string): number => createHash("sha256").update(id).digest()[0] ?? 0;

/** A report with what it says. */
interface ScoredReport {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly gold: unknown;
  /** What class of wording it was written for, where it was written for one. */
  readonly kind?: string;
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

/** Real articles that are annotated, and of which share of them the text has to be here for a figure to count. */
export const REAL = { gold: join(SHARED, "eval/gold/real"), least: 0.8 };

/** Sets of real articles: all of them, or the half that may be looked at, or the one held out. */
const REAL_SETS: Readonly<Record<string, (id: string) => boolean>> = {
  real: () => true,
  "real-seen": (id) => !isHeldReal(id),
  "real-held": (id) => isHeldReal(id),
};

/** Real articles below this first byte of the hash of their ids are held out: 15 of 61. */
const HELD_BELOW = 0x60;

const isHeldReal = (id: string): boolean => firstByte(id) < HELD_BELOW;

/** Sets of which somebody must not see what goes wrong in single reports. */
const HOLDING: readonly string[] = ["prose-held", "passages-held", "real", "real-held"];

const isRealSet = (name: string): boolean => REAL_SETS[name] !== undefined;

/** Every name that `--set` knows. */
export const SET_NAMES: readonly string[] = [...Object.keys(SETS), ...Object.keys(REAL_SETS)];

/** Why errors of the sets named are not listed; null where they may be. */
export function heldOut(names: readonly string[]): string | null {
  const holding = names.find((name) => HOLDING.includes(name));
  return holding === undefined
    ? null
    : `\`${holding}\` has reports that are held out: nobody looks at what goes wrong in them. Leave \`--errors\` out, or ask for the seen half.`;
}

/** The folder of real articles that a command names, or the environment; null where none is. */
export const realFolder = (option: (name: string) => string | null): string | null =>
  option("--texts") ?? process.env["REDTHREAD_REAL"] ?? null;

/** How many real articles of a set are annotated. */
export const countReal = (name: string): number =>
  existsSync(REAL.gold)
    ? readdirSync(REAL.gold).filter(
        (file) => file.endsWith(".json") && REAL_SETS[name]?.(file.replace(/\.json$/, "")) === true,
      ).length
    : 0;

/** A set of real articles whose texts are those that were annotated; null without a folder. */
export function realSet(
  name: string,
  reports: string | null,
): (ReportSet & { readonly ids: ReadonlySet<string> }) | null {
  if (reports === null || !existsSync(reports)) return null;
  const found = readReports(name, { reports, gold: REAL.gold }).filter(
    ({ id, bytes, gold }) =>
      REAL_SETS[name]?.(id) === true &&
      foldedHash(new TextDecoder().decode(bytes)) ===
        (gold as { readonly text_fold_sha256?: string }).text_fold_sha256,
  );
  return { reports, gold: REAL.gold, ids: new Set(found.map(({ id }) => id)) };
}

/** Reports of the sets named, such as `dev+seeds`, that have a gold file; real ones from a folder of texts. */
export function readSets(names: string, texts: string | null): MeasuredOn {
  const list = names.split("+");
  const reports = list.flatMap((name) => {
    const set = SETS[name] ?? realSet(name, texts);
    if (!SET_NAMES.includes(name))
      throw new RangeError(
        `There is no set \`${name}\`. Use ${SET_NAMES.join(", ")}, or several with \`+\` between.`,
      );
    if (set === null)
      throw new RangeError(
        `The texts of \`${name}\` are not here: they are kept nowhere. Name their folder with \`--texts DIR\`.`,
      );
    return readReports(name, set);
  });
  const real = list.filter(isRealSet);
  const own = real.length === list.length ? [] : ["own reports"];
  return { name: [...own, ...(real.length > 0 ? ["real articles"] : [])].join(" and "), reports };
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

/** The reports of a set that have a gold file or carry what they say. */
export function readReports(name: string, set: ReportSet): readonly NamedReport[] {
  if ("passages" in set)
    return readPassages(set.passages)
      .filter(({ id }) => isOfSet(set, id))
      .map((passage) => ({ set: name, path: `${passage.id}.txt`, ...passage }));
  const { reports, gold } = set;
  return readdirSync(reports)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, "");
      const answer = join(gold, `${id}.json`);
      if (!existsSync(answer) || !isOfSet(set, id)) return [];
      const said = JSON.parse(readFileSync(answer, "utf8")) as { readonly date?: string | null };
      const bytes = readFileSync(join(reports, file));
      const dated = set.half === undefined ? bytes : datedBytes(bytes, said.date);
      return [{ set: name, id, path: file, bytes: dated, gold: said }];
    });
}

/** Written reports whose day only their readers know carry it in a line of their own. */
function datedBytes(bytes: Buffer, date: string | null | undefined): Uint8Array {
  if (typeof date !== "string") return bytes;
  const [title = "", ...rest] = bytes.toString("utf8").split("\n");
  return Buffer.from([title, "", `Published: ${date}`, ...rest].join("\n"));
}
