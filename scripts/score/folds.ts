// npm run score -- --folds [--ablate FEATURE] [--texts DIR]: the weights refitted without each part of
// the scored reports and asked about that part, beside what the weights fitted to all say of it.
// Nothing else of the extractor is fitted, so what it reads is the same in every fold.
import { BAND_FROM, ONE_ORIGIN } from "@redthread/core/model";
import type { Part, PartResult } from "../runner.js";
import { fitWeights } from "./fit-weights.js";
import { fitFolds, fitGround } from "./folds-model.js";
import {
  areaUnder,
  brierOf,
  type JudgedLink,
  shareRight,
  sumOf,
  tells,
  told,
} from "./link-figures.js";
import { packWithoutWeights, sampleReports } from "./link-samples.js";
import { readFitted } from "./scored-sets.js";
import { missingShared } from "./sets.js";
import { judgedBy } from "./weights.js";

/** How far a figure may fall when the weights have not seen what they are asked about. */
const ALLOWED = 0.04;

export const folds: Part = {
  name: "folds",
  title: "the weights without each part, asked about that part [--ablate FEATURE] [--texts DIR]",
  run: (options): PartResult => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const pack = packWithoutWeights();
    const sampled = sampleReports(readFitted(options).reports, pack);
    const ground = fitGround(pack, options.seed, options.option("--ablate"));
    const full = fitWeights(
      sampled.flatMap(({ samples }) => samples),
      ground,
    );
    const without = fitFolds(sampled, ground);
    const rows = [...without.keys()].map((fold) => {
      const part = sampled.filter((one) => one.fold === fold);
      return rowOf(
        fold,
        judgedBy(part, () => full),
        judgedBy(part, () => without.get(fold)),
      );
    });
    const pooled = rowOf(
      "all folds",
      judgedBy(sampled, () => full),
      judgedBy(sampled, ({ fold }) => without.get(fold)),
    );
    return {
      lines: linesOf([...rows, pooled], pooled, ground.without),
      json: [...rows, pooled],
      failed: fallsOf(pooled).length > 0,
    };
  },
};

/** Figures of some links, of which more is better. */
interface Figures {
  /** Of links shown as likely or surer, the share that is right. */
  readonly sure: number;
  /** Of right links, the share that is shown as likely or surer. */
  readonly found: number;
  /** One less the squared error. */
  readonly close: number;
  /** Area under the curve of links that tell. */
  readonly area: number;
}

interface Row {
  readonly fold: string;
  readonly n: number;
  readonly full: Figures;
  readonly left: Figures;
}

const rowOf = (fold: string, full: readonly JudgedLink[], left: readonly JudgedLink[]): Row => ({
  fold,
  n: Math.round(sumOf(left)),
  full: figuresOf(full),
  left: figuresOf(left),
});

function figuresOf(links: readonly JudgedLink[]): Figures {
  const likely = links.filter(({ chance }) => chance * ONE_ORIGIN >= BAND_FROM.likely);
  const right = links.filter((one) => one.right);
  return {
    sure: shareRight(likely),
    found: sumOf(likely.filter((one) => one.right)) / sumOf(right),
    close: 1 - brierOf(links),
    area: areaUnder(links.filter(tells)),
  };
}

const NAMES: Readonly<Record<keyof Figures, string>> = {
  sure: "right of likely",
  found: "likely of right",
  close: "1 - squared error",
  area: "area, telling",
};
const FIGURES = Object.keys(NAMES) as readonly (keyof Figures)[];

/** Figures that fall by more than is allowed, in words. */
const fallsOf = ({ fold, n, full, left }: Row): readonly string[] =>
  FIGURES.filter((name) => full[name] - left[name] > ALLOWED).map(
    (name) =>
      `  ${fold} (${n} links): ${NAMES[name]} ${told(left[name])}, ${told(full[name])} with the fold`,
  );

function linesOf(rows: readonly Row[], pooled: Row, without: string | null): readonly string[] {
  const falls = rows.flatMap(fallsOf);
  return [
    ...(without === null ? [] : [`Without the feature \`${without}\`.`]),
    `Each figure: with weights that have not seen the fold, then with weights fitted to all.`,
    `${"fold".padEnd(14)} links  ${FIGURES.map((name) => NAMES[name].padEnd(19)).join("")}`,
    ...rows.map(
      ({ fold, n, full, left }) =>
        `${fold.padEnd(14)} ${String(n).padStart(5)}  ${FIGURES.map((name) => `${told(left[name])} / ${told(full[name])}`.padEnd(19)).join("")}`,
    ),
    "",
    falls.length === 0
      ? `No figure falls by more than ${ALLOWED} where the weights have not seen the reports.`
      : `Figures that fall by more than ${ALLOWED} where the weights have not seen the reports:`,
    ...falls,
    fallsOf(pooled).length === 0
      ? `Over all folds together none falls by more than ${ALLOWED}.`
      : "",
  ];
}
