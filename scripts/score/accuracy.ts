// npm run score -- --accuracy [--write] [--texts DIR]: every figure that docs/accuracy.md tells, measured
// anew: all sets built alone, then the calibration on folds. With `--write` they are kept in
// scripts/docs/accuracy.json, and `npm run docs` puts them into the page.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Part, PartResult } from "../runner.js";
import { type Calibration, calibrate } from "./calibration.js";
import { scoreSets } from "./figures.js";
import { missingShared, ROOT, realFolder } from "./sets.js";

/** The figures that the page tells, as the scorer calls them. */
const TOLD: readonly string[] = [
  "entities",
  "relations",
  "relations that tell",
  "operations",
  "operation slots",
  "ties",
  "people in operations",
  "their roles, of people found",
  "statistics",
  "doubt marked, of links found",
];

const TARGET = join(ROOT, "scripts/docs/accuracy.json");

/** One figure of a set: right ones of those told, and of those that the gold has. */
interface ScoredFigure {
  readonly p: number;
  readonly r: number;
  readonly f: number;
  readonly gold: number;
  readonly pred: number;
}

/** The figures of a set as the scorer tells them. */
export interface ScoredFigures {
  readonly reports: number;
  readonly scores: Readonly<Record<string, ScoredFigure>>;
}

/** What docs/accuracy.md is made from. */
export interface AccuracyData {
  /** By set; those of real articles are absent where the texts were not there. */
  readonly sets: Readonly<Record<string, ScoredFigures>>;
  readonly calibration: Calibration;
}

export const accuracy: Part = {
  name: "accuracy",
  title: "all figures of docs/accuracy.md, measured anew [--write] [--texts DIR]",
  run: async (options): Promise<PartResult> => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const real = realFolder(options.option) === null ? [] : ["real-seen", "real-held"];
    const names = ["seeds", "dev", "prose", "prose-held", ...real];
    const scored = await scoreSets(names, { ...options, json: true });
    const data: AccuracyData = {
      sets: Object.fromEntries(
        scored.flatMap(({ name, json }) => Object.entries(shortOf(name, json))),
      ),
      calibration: calibrate({ ...options, option: withoutAblation(options.option) }),
    };
    if (options.has("--write")) writeFileSync(TARGET, `${JSON.stringify(data, rounded, 2)}\n`);
    return {
      lines: [`Measured ${names.join(", ")} and ${data.calibration.folds} folds.`],
      json: data,
      failed: scored.some(({ failed }) => failed),
    };
  },
};

const withoutAblation =
  (option: (name: string) => string | null) =>
  (name: string): string | null =>
    name === "--ablate" ? null : option(name);

/** The sums of a set without what single reports got. */
function shortOf(name: string, json: unknown): Readonly<Record<string, ScoredFigures>> {
  if (json === null) return {};
  const { reports, scores } = json as ScoredFigures;
  const short = TOLD.flatMap((figure) => {
    const found = scores[figure];
    if (found === undefined) return [];
    const { p, r, f, gold, pred } = found;
    return [[figure, { p, r, f, gold, pred }] as const];
  });
  return { [name]: { reports, scores: Object.fromEntries(short) } };
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toFixed(4)) : value;
