import { boundsOf, type Figure, isExact, readWeighed } from "../../model/figures.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import type { Neighbourhood } from "../identify/neighbourhood.js";
import type { Profile } from "../identify/profile.js";
import { type Comparer, type Comparison, shareDocument } from "./comparison.js";
import { epochDay } from "./operation-facts.js";

/** What one report says of one total. */
interface StatisticFacts {
  /** Words of the metric without their endings, words that mean one thing as one. */
  readonly metric: ReadonlySet<string>;
  /** Period as words without prepositions: `three years`, `2025`; empty where none is told. */
  readonly period: string;
  /** The period as it is worded. */
  readonly told: string;
  /** True where only the day of the report fixes the period. */
  readonly isRelative: boolean;
  readonly scope: string;
  /** `weight`, or the unit as told. */
  readonly dimension: string;
  readonly figure: Figure | null;
  /** Day of the report, in days since 1970, or null. */
  readonly reported: number | null;
}

/** `the past three years` of reports half a year apart are two periods. */
const RELATIVE_DAYS = 183;

/** An exact figure that a bound allows is the same one only where the bound is near it. */
const NEAR_BOUND = 1.1;
/** Exact figures of this size or more are rarely equal by chance. */
const TELLING_FIGURE = 50;

/**
 * Totals: one where they count the same thing over the same time and area. Wording may differ by
 * words that one of them leaves out when the figures agree; when they do not, a person decides. Where
 * one report tells no period, and within one report, only a figure that hardly agrees by chance joins.
 */
export function createStatisticComparer(
  neighbourhood: Neighbourhood,
  dateOf: (document: string) => string | null,
  words: DomainPack["words"],
): Comparer {
  const known = new Map<Profile, StatisticFacts>();
  const same = comparableWords(words);
  const ofTime: TimeWords = {
    isSmall: (word) => words.has("period_small_words", word),
    isRelative: (word) => words.has("period_relative_words", word),
  };
  const factsOf = (profile: Profile): StatisticFacts => {
    const facts =
      known.get(profile) ?? readStatisticFacts(profile, neighbourhood, dateOf, { same, ofTime });
    known.set(profile, facts);
    return facts;
  };
  return {
    mergeAt: 0.92,
    isOnceADocument: false,
    blocksOf: (profile) => statisticBlocks(factsOf(profile)),
    contradiction: (a, b) =>
      shareDocument([a], [b]) && !isTight(factsOf(a), factsOf(b))
        ? "told apart in one report"
        : null,
    compare: (a, b) => compareStatistics(factsOf(a), factsOf(b), shareDocument([a], [b])),
  };
}

/** Totals of one period, and totals whose figures lie within a tenth of each other. */
function statisticBlocks({
  metric,
  period,
  scope,
  dimension,
  figure,
}: StatisticFacts): readonly string[] {
  if (metric.size === 0) return [];
  const value = figure?.value ?? figure?.low ?? null;
  const near =
    value === null || value <= 0 ? [] : [Math.floor(Math.log(value) / Math.log(NEAR_BOUND))];
  const area = `${scope}|${dimension}`;
  return [
    `period ${period}|${area}`,
    ...near.flatMap((at) => [`figure ${at}|${area}`, `figure ${at + 1}|${area}`]),
  ];
}

function compareStatistics(
  a: StatisticFacts,
  b: StatisticFacts,
  isOneReport: boolean,
): Comparison | null {
  if (isFarApart(a, b)) return null;
  const isTightly = isTight(a, b);
  if (isOneReport && !isTightly) return null;
  const likeness = metricLikeness(a.metric, b.metric, isTightly);
  if (likeness === "other") return null;
  const isSame = likeness === "same";
  const agree = isTightly || meets(a, b);
  const isTold = a.period !== "" && b.period !== "";
  if (isTold && a.period !== b.period) return null;
  const reasons = [
    isSame ? "same metric" : "one metric leaves out words",
    isTold ? `same period: ${a.told}` : "no period told",
    a.scope === "" ? "no area told" : `same area: ${a.scope}`,
    agree ? "figures agree" : "figures differ",
  ];
  const score = scoreOf(isTold && a.scope !== "", isSame, agree, isTightly);
  return score === null ? null : { score, reasons };
}

/** Whether two metrics are one, or one leaves words of the other out; one word alone needs its figure. */
function metricLikeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  isTightly: boolean,
): "same" | "part" | "other" {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (![...short].every((word) => long.has(word))) return "other";
  if (short.size === long.size) return "same";
  return short.size < 2 && !isTightly ? "other" : "part";
}

/** Null where nothing but the metric speaks for it and the figures speak against. */
function scoreOf(
  isFull: boolean,
  isSame: boolean,
  agree: boolean,
  isTightly: boolean,
): number | null {
  if (!isFull) return isTightly ? 0.93 : agree ? 0.75 : null;
  if (isSame) return 0.95;
  return agree ? 0.93 : 0.75;
}

const rangeOf = ({ figure }: StatisticFacts): { readonly low: number; readonly high: number } =>
  figure === null
    ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
    : boundsOf(figure);

function meets(a: StatisticFacts, b: StatisticFacts): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left.low <= right.high && right.low <= left.high;
}

/** Equal figures of some size, or an exact one right above a bound. */
function isTight(a: StatisticFacts, b: StatisticFacts): boolean {
  if (a.figure === null || b.figure === null || a.dimension !== b.dimension) return false;
  const [left, right] = [a.figure.value ?? 0, b.figure.value ?? 0];
  if (isExact(a.figure) && isExact(b.figure)) return left === right && left >= TELLING_FIGURE;
  if (!meets(a, b) || Math.min(left, right) < TELLING_FIGURE) return false;
  return Math.max(left, right) <= Math.min(left, right) * NEAR_BOUND;
}

function isFarApart(a: StatisticFacts, b: StatisticFacts): boolean {
  if (!a.isRelative && !b.isRelative) return false;
  if (a.reported === null || b.reported === null) return false;
  return Math.abs(a.reported - b.reported) > RELATIVE_DAYS;
}

/** What a word is compared by: one form for all that number and tense make, and for all that mean one thing. */
function comparableWords(words: DomainPack["words"]): (word: string) => string {
  const endings = [...words.entries("word_endings")].sort((a, b) => b.length - a.length);
  const stemOf = (word: string): string => {
    const ending = word.length > LONG_WORD ? endings.find((one) => word.endsWith(one)) : undefined;
    return ending === undefined ? word : word.slice(0, word.length - ending.length);
  };
  const same = new Map<string, string>();
  for (const group of words.entries("metric_synonyms")) {
    const [first = "", ...others] = group.split(" ").map(stemOf);
    for (const word of [first, ...others]) same.set(word, first);
  }
  return (word) => same.get(stemOf(word)) ?? stemOf(word);
}

/** Shorter words have no ending to lose. */
const LONG_WORD = 4;

/** Words of periods that say nothing of them, and those that only the day of the report fixes. */
interface TimeWords {
  readonly isSmall: (word: string) => boolean;
  readonly isRelative: (word: string) => boolean;
}

function readStatisticFacts(
  profile: Profile,
  neighbourhood: Neighbourhood,
  dateOf: (document: string) => string | null,
  { same, ofTime }: { readonly same: (word: string) => string; readonly ofTime: TimeWords },
): StatisticFacts {
  const claims = profile.members.flatMap((member) => neighbourhood.properties(member.id));
  const text = (property: string): string => {
    const found = claims.find((claim) => claim.property === property);
    return found === undefined ? "" : foldName(String(found.value));
  };
  const value = claims.find((claim) => claim.property === "value");
  const words = (told: string): readonly string[] =>
    told.split(" ").filter((word) => word !== "" && !ofTime.isSmall(word));
  const metric = words(text("metric")).map(same);
  const told = words(text("period"));
  const core = told.filter((word) => !ofTime.isRelative(word));
  const isWeight = typeof value?.qualifiers["kilograms"] === "number";
  return {
    metric: new Set(metric),
    period: (core.length > 1 ? core : told).join(" "),
    told: told.join(" "),
    isRelative: core.length < told.length,
    scope: text("scope"),
    dimension: isWeight ? "weight" : text("unit"),
    figure: value === undefined ? null : readWeighed(value),
    reported: epochDay(dateOf(profile.members[0]?.document ?? "")),
  };
}
