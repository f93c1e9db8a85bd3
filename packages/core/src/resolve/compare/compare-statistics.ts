import { boundsOf, readFigure } from "../../model/figures.js";
import { foldName } from "../../text/fold.js";
import type { Neighbourhood } from "../identify/neighbourhood.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";
import { epochDay } from "./operation-facts.js";

/** What one report says of one total. */
interface StatisticFacts {
  readonly metric: ReadonlySet<string>;
  /** Period as words without prepositions: `last three years`, `2025`; empty where none is told. */
  readonly period: string;
  readonly scope: string;
  readonly unit: string;
  readonly bounds: { readonly low: number; readonly high: number };
  /** Day of the report, in days since 1970, or null. */
  readonly reported: number | null;
}

const SMALL_WORDS = new Set(
  "the a an of in over during for since and to by from within about more than".split(" "),
);
/** `the past three years` of reports half a year apart are two periods. */
const RELATIVE_DAYS = 183;
const RELATIVE = /\b(last|same|so far|this)\b/;

/**
 * Totals: one where they count the same thing over the same time and area. Wording may differ by
 * words that one of them leaves out when the figures agree; when they do not, a person decides.
 */
export function createStatisticComparer(
  neighbourhood: Neighbourhood,
  dateOf: (document: string) => string | null,
): Comparer {
  const known = new Map<Profile, StatisticFacts>();
  const factsOf = (profile: Profile): StatisticFacts => {
    const facts = known.get(profile) ?? readStatisticFacts(profile, neighbourhood, dateOf);
    known.set(profile, facts);
    return facts;
  };
  return {
    mergeAt: 0.92,
    isOnceADocument: true,
    blocksOf: (profile) => {
      const { period, scope, unit, metric } = factsOf(profile);
      return metric.size === 0 ? [] : [[period, scope, unit].join("|")];
    },
    contradiction: () => null,
    compare: (a, b) => compareStatistics(factsOf(a), factsOf(b)),
  };
}

function compareStatistics(a: StatisticFacts, b: StatisticFacts): Comparison | null {
  if (isFarApart(a, b)) return null;
  const [short, long] =
    a.metric.size <= b.metric.size ? [a.metric, b.metric] : [b.metric, a.metric];
  const isPart = [...short].every((word) => long.has(word));
  if (!isPart || (short.size < 2 && long.size > short.size)) return null;
  const isSame = short.size === long.size;
  const agree = a.bounds.low <= b.bounds.high && b.bounds.low <= a.bounds.high;
  const isFull = a.period !== "" && a.scope !== "";
  const reasons = [
    isSame ? "same metric" : "one metric leaves out words",
    a.period === "" ? "no period told" : `same period: ${a.period}`,
    a.scope === "" ? "no area told" : `same area: ${a.scope}`,
    agree ? "figures agree" : "figures differ",
  ];
  const score = scoreOf(isFull, isSame, agree);
  return score === null ? null : { score, reasons };
}

/** Null where nothing but the metric speaks for it and the figures speak against. */
function scoreOf(isFull: boolean, isSame: boolean, agree: boolean): number | null {
  if (!isFull) return agree ? 0.75 : null;
  if (isSame) return 0.95;
  return agree ? 0.93 : 0.75;
}

function isFarApart(a: StatisticFacts, b: StatisticFacts): boolean {
  if (!RELATIVE.test(a.period) || a.reported === null || b.reported === null) return false;
  return Math.abs(a.reported - b.reported) > RELATIVE_DAYS;
}

function readStatisticFacts(
  profile: Profile,
  neighbourhood: Neighbourhood,
  dateOf: (document: string) => string | null,
): StatisticFacts {
  const claims = profile.members.flatMap((member) => neighbourhood.properties(member.id));
  const text = (property: string): string => {
    const found = claims.find((claim) => claim.property === property);
    return found === undefined ? "" : foldName(String(found.value));
  };
  const value = claims.find((claim) => claim.property === "value");
  const words = (told: string): readonly string[] =>
    told.split(" ").filter((word) => word !== "" && !SMALL_WORDS.has(word));
  return {
    metric: new Set(words(text("metric"))),
    period: words(text("period")).join(" ").replaceAll("past", "last"),
    scope: text("scope"),
    unit: text("unit"),
    bounds:
      value === undefined
        ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
        : boundsOf(readFigure(value, value.value)),
    reported: epochDay(dateOf(profile.members[0]?.document ?? "")),
  };
}
