// npm run score -- --readings [--write]: fits what each thing that shows of an unknown run of capitals is worth for each
// kind of name, and prints how right that is on sources the fit did not see. With `--write` the weights go into the
// language's readings.tsv.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { LEAST_ROW, READING_KINDS } from "@redthread/core/packs";
import { compareText } from "@redthread/core/text";
import type { Part, PartResult } from "../runner.js";
import { type ClassWeights, chancesOf, fitSoftmax } from "./fit-softmax.js";
import { OWN_SENTENCES, ownSamples, type ReadingSample, reportSamples } from "./reading-samples.js";
import { missingShared, type NamedReport, ROOT, readSets } from "./sets.js";

const TARGET = join(ROOT, "packages/core/packs/languages/en/readings.tsv");
/** What may be looked at; the held halves are never fitted to. */
const SETS = "dev+seeds+prose+passages";
/** Features seen fewer times than this say nothing sure. */
const SEEN = 5;
const PENALTY = 1;
/** Weights that no kind has above this are left out of the table. */
const SLIGHT = 0.12;
/** How right the readings of a kind must be on sources the fit did not see. */
const PRECISION = 0.9;
const KINDS = READING_KINDS.length;

interface Model {
  readonly at: ReadonlyMap<string, number>;
  readonly weights: ClassWeights;
}

export const readings: Part = {
  name: "readings",
  title: "fits how unknown names are read; folds by source [--write]",
  run: (options): PartResult => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const pack = loadPackOnce(readPackFiles());
    const { reports } = readSets(SETS, null);
    const own = ownSamples(pack);
    const samples = [...reportSamples(reports, pack), ...own];
    const judged = judgeFolds(samples);
    const least = leastChances(judged);
    const model = fitModel(samples);
    const table = tableOf(model, least, { reports, samples: samples.length });
    const isStored = existsSync(TARGET) && readFileSync(TARGET, "utf8") === table;
    if (options.has("--write")) writeFileSync(TARGET, table);
    return {
      lines: [
        `Fitted to ${SETS.replaceAll("+", " + ")} and ${own.length} runs of own sentences: ${samples.length} runs, ${model.at.size} features.`,
        ...foldLines(judged, least),
        isStored
          ? "These are the stored readings."
          : "The stored readings were others: `--write` stores these.",
      ],
      json: null,
      failed: false,
    };
  },
};

function fitModel(samples: readonly ReadingSample[]): Model {
  const seen = new Map<string, number>();
  for (const { features } of samples)
    for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, times]) => (times >= SEEN ? [name] : []));
  const at = new Map(names.sort(compareText).map((name, index) => [name, index]));
  const penalties = new Float64Array(at.size).fill(PENALTY);
  const base = at.get("base");
  if (base !== undefined) penalties[base] = PENALTY / 100;
  const cases = samples.map((sample) => ({
    features: indexes(at, sample),
    label: sample.label,
    weight: 1,
  }));
  return { at, weights: fitSoftmax(cases, KINDS, penalties) };
}

const indexes = (at: Model["at"], { features }: ReadingSample): readonly number[] =>
  [...features].flatMap((name) => at.get(name) ?? []);

interface Judged {
  readonly sample: ReadingSample;
  readonly fold: string;
  readonly chances: Float64Array;
}

const foldOf = ({ source }: ReadingSample): string => (source === "seeds" ? "dev" : source);

/** Each source read with weights fitted to the others; the own sentences are always fitted to. */
function judgeFolds(samples: readonly ReadingSample[]): readonly Judged[] {
  const folds = [...new Set(samples.map(foldOf))]
    .filter((fold) => fold !== "own")
    .sort(compareText);
  return folds.flatMap((fold) => {
    const { at, weights } = fitModel(samples.filter((one) => foldOf(one) !== fold));
    return samples
      .filter((one) => foldOf(one) === fold && !one.known)
      .map((sample) => ({ sample, fold, chances: chancesOf(indexes(at, sample), KINDS, weights) }));
  });
}

interface Count {
  readonly right: number;
  readonly read: number;
  readonly there: number;
}

function countAt(judged: readonly Judged[], kind: number, least: number): Count {
  const read = judged.filter(
    ({ chances }) => isBest(chances, kind) && (chances[kind] ?? 0) >= least,
  );
  return {
    right: read.filter(({ sample }) => sample.label === kind).length,
    read: read.length,
    there: judged.filter(({ sample }) => sample.label === kind).length,
  };
}

const isBest = (chances: Float64Array, kind: number): boolean =>
  chances.every((chance) => chance <= (chances[kind] ?? 0));

/** For each kind the least chance from which on enough of its readings are right. */
function leastChances(judged: readonly Judged[]): readonly number[] {
  return READING_KINDS.map((kind, of) => {
    if (kind === "none") return 1;
    for (let least = 50; least < 98; least += 2) {
      const { right, read } = countAt(judged, of, least / 100);
      if (read > 0 && right / read >= PRECISION) return least / 100;
    }
    return 0.98;
  });
}

function foldLines(judged: readonly Judged[], least: readonly number[]): readonly string[] {
  const folds = [...new Set(judged.map(({ fold }) => fold))];
  return READING_KINDS.flatMap((kind, of) => {
    if (kind === "none") return [];
    const parts = [...folds, "all"].map((fold) => {
      const { right, read, there } = countAt(
        fold === "all" ? judged : judged.filter((one) => one.fold === fold),
        of,
        least[of] ?? 1,
      );
      return `${fold} ${there}: ${share(right, read)} ${share(right, there)}`;
    });
    return [`${kind.padEnd(13)} from ${(least[of] ?? 1).toFixed(2)}  ${parts.join("   ")}`];
  });
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "  – " : (part / whole).toFixed(2);

function tableOf(
  { at, weights }: Model,
  least: readonly number[],
  { reports, samples }: { readonly reports: readonly NamedReport[]; readonly samples: number },
): string {
  const rows = [...at].flatMap(([name, index]) => {
    const cells = READING_KINDS.map((_, of) => weights[index * KINDS + of] ?? 0);
    return cells.every((cell) => Math.abs(cell) < SLIGHT)
      ? []
      : [[name, ...cells.map((cell) => String(Number(cell.toFixed(2)) + 0))].join("\t")];
  });
  return [
    "# What speaks for each kind of an unknown run of capitals, as summands. Written by `npm run score -- --readings --write`,",
    "# never by hand: multinomial logistic regression over the runs of the sets and of tests/readings/fit.txt.",
    `# sets: ${SETS}; gold: ${hashGold(reports)}; runs: ${samples}`,
    ["feature", ...READING_KINDS].join("\t"),
    [LEAST_ROW, ...least].join("\t"),
    ...rows,
    "",
  ].join("\n");
}

/** One hash over the gold files and the own sentences. */
function hashGold(reports: readonly NamedReport[]): string {
  const lines = reports.map(({ set, id, gold }) => `${set}/${id}\n${JSON.stringify(gold)}\n`);
  const own = readFileSync(OWN_SENTENCES, "utf8");
  return createHash("sha256")
    .update([...lines.sort(), own].join(""))
    .digest("hex");
}
