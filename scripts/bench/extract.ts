// npm run bench -- --extract REPORTS [--seed N] [--only FAMILY] [--limit SECONDS] [--most KB]: how long reading
// takes, in processor time: invented reports one after the other, then families of texts that grow fourfold
// until a step would take longer than the limit. Only the slope tells of growth; it says the same however
// fast the machine is.
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { createExtractor, type Extractor, readDocument, resolve } from "@redthread/core/build";
import type { Extraction } from "@redthread/core/model";
import { type DomainPack, loadPack } from "@redthread/core/packs";
import { inventedReports } from "../../benches/invented-reports.js";
import { TEXT_FAMILIES, type TextFamily } from "../../benches/text-families.js";
import type { Part, PartOptions, PartResult } from "../runner.js";

const REPORTS = 200;
/** Reports read before any is timed, so that the compiler has seen the code. */
const WARM_UP = 60;
const LOADS = 5;
const SMALLEST_KB = 20;
const LARGEST_KB = 5_120;
const LIMIT_SECONDS = 20;
const FACTOR = 4;
/** Steps shorter than this say more of the machine than of growth. */
const TELLING_MS = 20;

export const extract: Part = {
  name: "extract",
  title:
    "reading of invented reports, growth with the text [--only FAMILY] [--limit S] [--most KB]",
  run: measureReading,
};

function measureReading(options: PartOptions): PartResult {
  const { seed, option } = options;
  const count = options.count ?? (Number(option("--extract")) || REPORTS);
  const load = measureLoad();
  const pack = loadPackOnce(readPackFiles());
  const reports = measureReports(pack, seed, count);
  const only = option("--only") ?? "";
  const families = TEXT_FAMILIES.filter(({ name }) => name.includes(only)).map((family) =>
    measureGrowth(family, pack, options),
  );
  return {
    lines: [...reportLines(load, reports), "", ...growthLines(families)],
    json: { load, reports, families },
    failed: false,
    replay: `--seed ${seed} --count ${count}`,
  };
}

/** Processor time so far in milliseconds, of all threads. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(run: () => T): readonly [T, number] {
  const start = cpuMs();
  const result = run();
  return [result, cpuMs() - start];
}

/** Loading of pack, gazetteer and lexica: the first time in a process and the best of some more. */
function measureLoad() {
  const files = readPackFiles();
  const times = Array.from({ length: LOADS }, () => timed(() => loadPack(files))[1]);
  return { firstMs: times[0] ?? 0, bestMs: Math.min(...times) };
}

/** The steps from bytes to what one report says, each timed. */
function readOne(text: string, extractor: Extractor, pack: DomainPack) {
  const bytes = new TextEncoder().encode(text);
  const [document, readMs] = timed(() => readDocument({ path: "report.txt", bytes }, { pack }));
  const [extraction, extractMs] = timed(() => extractor(document));
  return { extraction, readMs, extractMs };
}

function measureReports(pack: DomainPack, seed: number, count: number) {
  const extractor = createExtractor(pack);
  for (const text of inventedReports(pack, { seed: seed + 1, count: WARM_UP }))
    readOne(text, extractor, pack);
  const reports = inventedReports(pack, { seed, count });
  const read = reports.map((text) => readOne(text, extractor, pack));
  const extractions = read.map(({ extraction }) => extraction);
  const [, resolveMs] = timed(() => resolve(extractions, [], pack));
  return {
    count,
    meanCharacters: sum(reports.map((text) => text.length)) / count,
    claims: sum(extractions.map(({ claims }) => claims.length)),
    read: spread(read.map(({ readMs }) => readMs)),
    extract: spread(read.map(({ extractMs }) => extractMs)),
    both: spread(read.map(({ readMs, extractMs }) => readMs + extractMs)),
    resolveMs: resolveMs / count,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { mean: sum(sorted) / sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

interface GrowthStep {
  readonly characters: number;
  readonly readMs: number;
  readonly extractMs: number;
  readonly resolveMs: number;
  readonly claims: number;
}

interface Growth {
  readonly name: string;
  readonly steps: readonly GrowthStep[];
  /** Power of the length by which time grows from the last step but one to the last; null where none tells. */
  readonly exponent: number | null;
}

const total = ({ readMs, extractMs, resolveMs }: GrowthStep): number =>
  readMs + extractMs + resolveMs;

function measureGrowth(family: TextFamily, pack: DomainPack, options: PartOptions): Growth {
  const limitMs = 1000 * Number(options.option("--limit") ?? LIMIT_SECONDS);
  const most = 1000 * Number(options.option("--most") ?? LARGEST_KB);
  const extractor = createExtractor(pack);
  const steps: GrowthStep[] = [];
  for (let characters = SMALLEST_KB * 1000; characters <= most; characters *= FACTOR) {
    const last = steps.at(-1);
    const power = Math.max(1, exponentOf(steps) ?? 1);
    if (last !== undefined && total(last) * FACTOR ** power > limitMs) break;
    const text = family.grow({ pack, seed: options.seed, characters });
    const { extraction, readMs, extractMs } = readOne(text, extractor, pack);
    const [, resolveMs] = timed(() => resolve([extraction], [], pack));
    const claims = claimsOf(extraction);
    steps.push({ characters: text.length, readMs, extractMs, resolveMs, claims });
  }
  return { name: family.name, steps, exponent: exponentOf(steps) };
}

const claimsOf = ({ claims }: Extraction): number => claims.length;

function exponentOf(steps: readonly GrowthStep[]): number | null {
  const [before, after] = steps.slice(-2);
  if (before === undefined || after === undefined || total(before) < TELLING_MS) return null;
  return Math.log(total(after) / total(before)) / Math.log(after.characters / before.characters);
}

function reportLines(
  load: ReturnType<typeof measureLoad>,
  reports: ReturnType<typeof measureReports>,
): string[] {
  const row = (name: string, { mean, p50, p99, max }: Spread): string =>
    name.padEnd(20) + [mean, p50, p99, max].map((one) => one.toFixed(1).padStart(9)).join("");
  const { count, meanCharacters, claims, resolveMs } = reports;
  return [
    `${count} reports of ${(meanCharacters / 1000).toFixed(1)} kB, ${claims} claims; ms of processor time a report`,
    `${"".padEnd(20)}${["mean", "p50", "p99", "max"].map((name) => name.padStart(9)).join("")}`,
    row("read", reports.read),
    row("extract", reports.extract),
    row("both", reports.both),
    `resolve${resolveMs.toFixed(1).padStart(22)}`,
    `pack and gazetteer: ${load.firstMs.toFixed(0)} ms the first time, ${load.bestMs.toFixed(0)} ms at best`,
  ];
}

function growthLines(families: readonly Growth[]): string[] {
  return families.flatMap(({ name, steps, exponent }) => [
    `${name}: exponent ${exponent === null ? "untold" : exponent.toFixed(2)}`,
    ...steps.map(
      ({ characters, readMs, extractMs, resolveMs, claims }) =>
        `${`${Math.round(characters / 1000)} kB`.padStart(10)}${[readMs, extractMs, resolveMs].map((ms) => ms.toFixed(0).padStart(9)).join("")}  ms to read, extract, resolve; ${claims} claims`,
    ),
  ]);
}
