// npm run score -- --calibration [--ablate FEATURE] [--texts DIR]: what bands promise against what they
// hold. All reports as one case, each report's links weighed by weights that have not seen its fold,
// each link judged by the gold of the report that it quotes first.
import { readPackFiles } from "@redthread/cli";
import { buildCase } from "@redthread/core/build";
import {
  BAND_FROM,
  BAND_PROMISE,
  CONFIDENCE_BANDS,
  type ConfidenceBand,
  confidenceBand,
} from "@redthread/core/model";
import { loadPack } from "@redthread/core/packs";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { fitFolds, fitGround } from "./folds-model.js";
import { areaUnder, brierOf, type JudgedLink, tells, told, wilson } from "./link-figures.js";
import { confidenceOf, LinkJudge } from "./link-judge.js";
import { packWithoutWeights, reweigh, sampleReports, WEIGHTS_FILE } from "./link-samples.js";
import { readFitted } from "./scored-sets.js";
import { missingShared, withoutFiles } from "./sets.js";
import { judgedBy } from "./weights.js";

/** How far a band may miss what it promises, unless so few were judged that it may be chance. */
const ALLOWED = 0.05;
const AREA_GOAL = 0.8;

/** A band with what became of its links. */
interface BandRow {
  readonly band: ConfidenceBand;
  readonly from: number;
  readonly promise: number;
  readonly n: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

/** What a calibration found. */
export interface Calibration {
  readonly sets: string;
  readonly reports: number;
  readonly folds: number;
  readonly bands: readonly BandRow[];
  /** As a case shows them: links of the graph. */
  readonly area: number;
  /** As they are read: claims, several of one link counting as one. */
  readonly areaRead: number;
  readonly areaAll: number;
  readonly error: number;
  readonly told: number;
}

export const calibration: Part = {
  name: "calibration",
  title: "what bands promise and what they hold, on folds [--ablate FEATURE] [--texts DIR]",
  run: (options): PartResult => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const found = calibrate(options);
    const failed = found.area < AREA_GOAL || found.bands.some(({ holds }) => !holds);
    return { lines: linesOf(found), json: found, failed };
  },
};

/** Weighs every report by weights that have not seen its fold and judges the links of the case. */
export function calibrate(options: PartOptions): Calibration {
  const pack = packWithoutWeights();
  const { reports, sets } = readFitted(options);
  const sampled = sampleReports(reports, pack);
  const weights = fitFolds(sampled, fitGround(pack, options.seed, options.option("--ablate")));
  const weighed = new Map(
    sampled.flatMap((one) => {
      const model = weights.get(one.fold);
      return model === undefined ? [] : [[one.document, reweigh(one, model)] as const];
    }),
  );
  const built = buildCase(reports, {
    pack: loadPack(withoutFiles(readPackFiles(), [WEIGHTS_FILE, "measured.yaml"])),
    recall: ({ id }) => weighed.get(id) ?? null,
  });
  const judges = new LinkJudge(built, { name: sets, reports });
  const links: JudgedLink[] = [];
  const readings: JudgedLink[] = [];
  built.graph.forEachRelationship(null, (relationship) => {
    const verdict = judges.judge(relationship);
    const type = built.graph.typeOf(relationship);
    if (verdict === "open") return true;
    const one = { type, right: verdict === "right", weight: 1 };
    links.push({ ...one, chance: confidenceOf(built.graph, relationship) });
    readings.push({ ...one, chance: confidenceOf(built.graph, relationship, "confidenceRule") });
    return true;
  });
  const read = judgedBy(sampled, ({ fold }) => weights.get(fold));
  const telling = readings.filter(tells);
  return {
    sets,
    reports: reports.length,
    folds: weights.size,
    bands: CONFIDENCE_BANDS.map((band) => rowOf(band, links)),
    area: areaUnder(telling),
    areaRead: areaUnder(read.filter(tells)),
    areaAll: areaUnder(readings),
    error: brierOf(read),
    told: telling.length,
  };
}

function rowOf(band: ConfidenceBand, links: readonly JudgedLink[]): BandRow {
  const own = links.filter(({ chance }) => confidenceBand(chance) === band);
  const n = own.length;
  const right = own.filter((one) => one.right).length;
  const [low, high] = wilson(right, n);
  const promise = BAND_PROMISE[band];
  const isNear = n > 0 && Math.abs(right / n - promise) <= ALLOWED;
  const isChance = low <= promise && promise <= high;
  // The top band promises no less than it says: more than that is no fault.
  const holds =
    band === "confirmed" ? n === 0 || right / n >= promise || isChance : isNear || isChance;
  return { band, from: BAND_FROM[band], promise, n, right, low, high, holds };
}

function linesOf(found: Calibration): readonly string[] {
  return [
    `${found.reports} reports (${found.sets}) as one case, each weighed by weights fitted without its fold (${found.folds} folds).`,
    "",
    "band         from  promises      n  right   share   95 % interval",
    ...found.bands.map(({ band, from, promise, n, right, low, high, holds }) =>
      [
        band.padEnd(12),
        from.toFixed(2),
        promise.toFixed(2).padStart(8),
        String(n).padStart(7),
        String(right).padStart(6),
        (n === 0 ? "–" : (right / n).toFixed(3)).padStart(7),
        `  ${low.toFixed(3)} to ${high.toFixed(3)}`,
        holds ? "" : "  missed",
      ].join(" "),
    ),
    "",
    `area under the curve, ${found.told} links that tell   ${told(found.area)} (goal ${AREA_GOAL})`,
    `the same as they are read                  ${told(found.areaRead)}`,
    `area under the curve, all links            ${told(found.areaAll)}`,
    `squared error as they are read             ${told(found.error)}`,
  ];
}
