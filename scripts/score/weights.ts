// npm run score -- --weights [--write] [--texts DIR] [--ablate FEATURE]: fits what each feature of a
// link's reading is worth. With `--write` the weights go into the field's weights.yaml; measure the
// bands again after that with `--rules --write`, or do all of it with `--refit`.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceOf, type LinkWeights } from "@redthread/core/packs";
import type { Part, PartResult } from "../runner.js";
import { fitWeights } from "./fit-weights.js";
import { fitGround } from "./folds-model.js";
import { areaUnder, brierOf, type JudgedLink, tells, told } from "./link-figures.js";
import {
  packWithoutWeights,
  type SampledReport,
  sampleReports,
  WEIGHTS_FILE,
} from "./link-samples.js";
import { FITTED_REAL, type NamedReport, readFitted } from "./scored-sets.js";
import { missingShared, ROOT } from "./sets.js";
import { weightsYaml } from "./weights-yaml.js";

const TARGET = join(ROOT, "packages/core/packs/domains/narcotics", WEIGHTS_FILE);

export const weights: Part = {
  name: "weights",
  title: "fits what speaks for a link [--write] [--texts DIR] [--ablate FEATURE]",
  run: (options): PartResult => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const { reports, sets } = readFitted(options);
    const lacking = options.has("--write") ? whatLacks(sets) : null;
    if (lacking !== null) return { lines: [lacking], json: null, failed: true };
    const pack = packWithoutWeights();
    const sampled = sampleReports(reports, pack);
    const ground = fitGround(pack, options.seed, options.option("--ablate"));
    const samples = sampled.flatMap((one) => one.samples);
    const fitted = fitWeights(samples, ground);
    const on = {
      seed: options.seed,
      sets,
      gold: hashGold(reports),
      links: samples.length,
      right: samples.filter(({ right }) => right).length,
    };
    const yaml = weightsYaml(fitted, on);
    const isStored = existsSync(TARGET) && readFileSync(TARGET, "utf8") === yaml;
    if (options.has("--write")) writeFileSync(TARGET, yaml);
    return {
      lines: [
        `Fitted to ${sets}: ${reports.length} reports, ${on.links} links as read, ${on.right} of them right.`,
        ...figureLines(judgedBy(sampled, () => fitted)),
        "",
        ...strongest(fitted),
        "",
        isStored
          ? "These are the stored weights."
          : "The stored weights were others: `--write` stores these.",
      ],
      json: { ...on, figures: figuresOf(judgedBy(sampled, () => fitted)) },
      failed: false,
    };
  },
};

/** Why the stored weights are not written anew: real articles that they were fitted to are not here. */
function whatLacks(sets: string): string | null {
  const stored = existsSync(TARGET) ? readFileSync(TARGET, "utf8") : "";
  const isFitted = stored.split("\n").some((line) => /^sets: .*\breal-seen\b/.test(line));
  return !isFitted || sets.includes(FITTED_REAL)
    ? null
    : `The stored weights were fitted to \`${FITTED_REAL}\` too, and its texts are not here. Name their folder with \`--texts DIR\`.`;
}

/** Every judged link with the chance that the weights of its report give it. */
export const judgedBy = (
  reports: readonly SampledReport[],
  weightsOf: (report: SampledReport) => LinkWeights | undefined,
): readonly JudgedLink[] =>
  reports.flatMap((report) => {
    const model = weightsOf(report);
    if (model === undefined) return [];
    return report.samples.map(({ link, right, weight }) => ({
      type: link.type,
      chance: chanceOf(model, link),
      right,
      weight,
    }));
  });

const figuresOf = (links: readonly JudgedLink[]) => ({
  "area under the curve, links that tell": areaUnder(links.filter(tells)),
  "area under the curve, all links": areaUnder(links),
  "squared error, all links": brierOf(links),
});

const figureLines = (links: readonly JudgedLink[]): readonly string[] =>
  Object.entries(figuresOf(links)).map(([name, value]) => `  ${name.padEnd(40)} ${told(value)}`);

/** The features that say most, either way. */
function strongest({ features }: LinkWeights): readonly string[] {
  const sorted = [...features].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return sorted.slice(0, 25).map(([name, weight]) => `  ${weight.toFixed(2).padStart(6)} ${name}`);
}

/** One hash over the gold files, whatever order they come in. */
function hashGold(reports: readonly NamedReport[]): string {
  const lines = reports.map(({ set, id, gold }) => `${set}/${id}\n${JSON.stringify(gold)}\n`);
  return createHash("sha256").update(lines.sort().join("")).digest("hex");
}
