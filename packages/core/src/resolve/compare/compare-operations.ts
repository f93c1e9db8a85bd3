// Whether two reports tell of one action. Weights are sums of log-odds rounded to twentieths; day,
// place and an equal figure together reach the threshold, any two of them do not.
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";
import { type Bounds, COUNTS, type OperationFacts } from "./operation-facts.js";

const DAYS_APART = 3;
const BLOCK_DAYS = DAYS_APART + 1;
/** Below this there are too many pairs to tell of. */
const WORTH_ASKING = 0.75;
/** Figures of this size or more are rarely equal by chance. */
const TELLING_FIGURE = 50;

/** Actions of the authorities told in several reports. */
export function createOperationComparer(factsOf: (profile: Profile) => OperationFacts): Comparer {
  return {
    mergeAt: 0.9,
    isOnceADocument: true,
    blocksOf: (profile) => operationBlocks(factsOf(profile)),
    contradiction: (a, b) => contradict(factsOf(a), factsOf(b)),
    compare: (a, b) => compareOperations(factsOf(a), factsOf(b)),
  };
}

/** Two blocks of four days each, so that actions three days apart share one. */
function operationBlocks(facts: OperationFacts): readonly string[] {
  if (facts.days === null || facts.days.to - facts.days.from > 31) return [];
  const blocks: string[] = [];
  const first = Math.floor(facts.days.from / BLOCK_DAYS);
  const last = Math.floor(facts.days.to / BLOCK_DAYS) + 1;
  for (let block = first; block <= last; block += 1) blocks.push(`days ${block}`);
  return blocks;
}

function contradict(a: OperationFacts, b: OperationFacts): string | null {
  if (a.classes.size > 0 && b.classes.size > 0 && !meet(a.classes, b.classes)) {
    return `different kind: ${[...a.classes, ...b.classes].sort().join(", ")}`;
  }
  if (daysBetween(a, b) > DAYS_APART) return "more than three days apart";
  if (a.countries.size > 0 && b.countries.size > 0 && !meet(a.countries, b.countries)) {
    return `different country: ${[...a.countries, ...b.countries].sort().join(", ")}`;
  }
  if (a.groups.size > 0 && b.groups.size > 0 && !meet(a.groups, b.groups)) {
    return "different networks";
  }
  return null;
}

function compareOperations(a: OperationFacts, b: OperationFacts): Comparison | null {
  if (contradict(a, b) !== null) return null;
  const features = [
    dateFeature(a, b),
    placeFeature(a, b),
    agencyFeature(a, b),
    targetFeature(a, b),
    ...figureFeatures(a, b),
  ].filter((feature) => feature.weight !== 0);
  const sum = features.reduce((total, feature) => total + feature.weight, 0);
  const score = Math.round(Math.min(0.99, sum) * 100) / 100;
  return score < WORTH_ASKING
    ? null
    : { score, reasons: features.map((feature) => feature.reason) };
}

interface Feature {
  readonly weight: number;
  readonly reason: string;
}

const NOTHING: Feature = { weight: 0, reason: "" };

function dateFeature(a: OperationFacts, b: OperationFacts): Feature {
  if (a.days === null || b.days === null) return NOTHING;
  const days = daysBetween(a, b);
  const isVague = a.days.to > a.days.from || b.days.to > b.days.from;
  if (days === 0 && isVague) return { weight: 0.15, reason: "dates can be one" };
  if (days === 0) return { weight: 0.35, reason: "same day" };
  return days === 1
    ? { weight: 0.25, reason: "one day apart" }
    : { weight: 0.1, reason: `${days} days apart` };
}

function placeFeature(a: OperationFacts, b: OperationFacts): Feature {
  if (meet(a.places, b.places)) return { weight: 0.3, reason: "same place" };
  if (!meet(a.countries, b.countries)) return NOTHING;
  return a.places.size > 0 && b.places.size > 0
    ? { weight: -0.1, reason: "different places of one state" }
    : { weight: 0.1, reason: "same state" };
}

function agencyFeature(a: OperationFacts, b: OperationFacts): Feature {
  if (meet(a.agencies, b.agencies)) return { weight: 0.2, reason: "same agency" };
  if (a.agencies.size === 0 || b.agencies.size === 0) return NOTHING;
  return meet(a.agencyCountries, b.agencyCountries)
    ? { weight: 0.05, reason: "agencies of one state" }
    : { weight: -0.1, reason: "different agencies" };
}

const targetFeature = (a: OperationFacts, b: OperationFacts): Feature =>
  meet(a.targets, b.targets) ? { weight: 0.3, reason: "same target" } : NOTHING;

/** Figures that both tell: equal ones speak for one action, disjoint ones a little against it. */
function figureFeatures(a: OperationFacts, b: OperationFacts): readonly Feature[] {
  const features: Feature[] = [];
  for (const [what, left] of a.figures) {
    const right = b.figures.get(what);
    if (right !== undefined) features.push(figureFeature(what, left, right));
  }
  const isGoodsShared = meet(a.goods, b.goods);
  const amounts = [...a.figures.keys()].filter((what) => b.figures.has(what) && !COUNTS.has(what));
  if (a.goods.size > 0 && b.goods.size > 0 && !isGoodsShared) {
    features.push({ weight: -0.2, reason: "different goods" });
  } else if (isGoodsShared && amounts.length === 0) {
    features.push({ weight: 0.1, reason: "same goods" });
  }
  return features;
}

function figureFeature(what: string, a: Bounds, b: Bounds): Feature {
  if (a.isExact && b.isExact && a.low === b.low) {
    const weight = a.low >= TELLING_FIGURE ? 0.3 : 0.15;
    return { weight, reason: `equal figure: ${what} ${a.low}` };
  }
  const agree = a.low <= b.high && b.low <= a.high;
  return agree
    ? { weight: 0.1, reason: `figures agree: ${what}` }
    : { weight: -0.05, reason: `figures differ: ${what}` };
}

/** Days between the nearest days the two can mean; 0 when either has no date. */
function daysBetween(a: OperationFacts, b: OperationFacts): number {
  if (a.days === null || b.days === null) return 0;
  return Math.max(0, a.days.from - b.days.to, b.days.from - a.days.to);
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  [...a].some((value) => b.has(value));
