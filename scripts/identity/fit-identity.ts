// Fits the weights of identity to judged pairs: logistic regression, a kind at a time, each weight with the
// sign that its feature can have. A feature that no pair of the half shows keeps the weight it had.
import { IDENTITY_FEATURES, type IdentityFeature, type IdentityWeights, type KindWeights, WEIGHED_KINDS, type WeighedKind } from "@redthread/core/packs";
import { type Case, fitLogistic, type Prior } from "../score/fit-logistic.js";
import type { JudgedPair } from "./judge-pairs.js";

const KIND_OF: Readonly<Record<string, WeighedKind>> = {
  person: "person",
  body: "body",
  group: "group",
  company: "group",
  vessel: "group",
  place: "place",
};

const BASE = "base";
const PENALTY = 0.05;
/** A false merge costs as much as so many that are missed. */
const FALSE_MERGE = 3;
/** What a score has to be above the highest of two different things. */
const MARGIN = 0.02;
const LEAST_MERGE = 0.8;
const REVIEW_SHARE = 0.95;

export function fitIdentity(
  judged: readonly JudgedPair[],
  before: IdentityWeights,
  seed: number,
): { readonly yaml: string; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const kinds = WEIGHED_KINDS.map((kind) => {
    const own = judged.filter(({ pair }) => KIND_OF[pair.kind] === kind);
    const fitted = fitKind(own, before[kind], seed);
    lines.push(`${kind}: ${own.length} pairs, merge from ${fitted.merge}, review from ${fitted.review}`);
    return [kind, fitted] as const;
  });
  const head = `# How much each trait of two things speaks for their being one, as summands of the log-odds. Written by
# \`npm run score -- --identity --fit --write\`: logistic regression on the fit half of tests/identity/pairs.tsv.
seed: ${seed}
pairs: ${judged.length}
`;
  return { yaml: head + kinds.map(([kind, weights]) => kindYaml(kind, weights)).join(""), lines };
}

function fitKind(judged: readonly JudgedPair[], before: KindWeights, seed: number): KindWeights {
  const cases = judged.flatMap(({ pair, decision }): Case[] => {
    if (decision?.features === undefined) return [];
    // A name's relation carries its likeness; the rest are there or not.
    const features = new Map([[BASE, 1], ...Object.entries(decision.features)]);
    return [{ features, right: pair.same, weight: pair.same ? 1 : FALSE_MERGE }];
  });
  const seen = new Set(cases.flatMap(({ features }) => [...features.keys()]));
  const priors = new Map<string, Prior>([[BASE, { penalty: 0.01, supports: false }]]);
  const opposed = new Set<string>();
  for (const [name, { supports }] of IDENTITY_FEATURES) {
    if (!seen.has(name)) continue;
    priors.set(name, { penalty: PENALTY, supports: true });
    if (!supports) opposed.add(name);
  }
  // What can only speak against is fitted with its sign turned, so that one rule serves both.
  const turned = cases.map((one) => ({
    ...one,
    features: new Map([...one.features].map(([name, value]) => [name, opposed.has(name) ? -value : value])),
  }));
  const fitted = fitLogistic(turned, priors, seed);
  const features = new Map<IdentityFeature, number>(before.features);
  for (const [name] of IDENTITY_FEATURES) {
    const weight = fitted.get(name);
    if (weight !== undefined) features.set(name, round(opposed.has(name) ? -weight : weight));
  }
  const base = round(fitted.get(BASE) ?? before.base);
  return { base, features, ...thresholds(turned, fitted, before) };
}

/** Merge above every pair of two things, review where nearly all pairs of one thing lie. */
function thresholds(cases: readonly Case[], fitted: ReadonlyMap<string, number>, before: KindWeights) {
  const score = ({ features }: Case): number => {
    let sum = 0;
    for (const [name, value] of features) sum += value * (fitted.get(name) ?? 0);
    return 1 / (1 + Math.exp(-sum));
  };
  if (cases.length === 0) return { merge: before.merge, review: before.review };
  const different = cases.filter(({ right }) => !right).map(score).sort((a, b) => a - b);
  const same = cases.filter(({ right }) => right).map(score).sort((a, b) => b - a);
  const highest = different[Math.floor(different.length * 0.995)] ?? 0;
  const merge = Math.min(0.97, Math.max(LEAST_MERGE, highest + MARGIN));
  const review = same[Math.floor(same.length * REVIEW_SHARE)] ?? before.review;
  return { merge: round(merge), review: round(Math.min(0.6, Math.max(0.25, review))) };
}

const round = (value: number): number => Math.round(value * 100) / 100;

const kindYaml = (kind: string, { base, merge, review, features }: KindWeights): string =>
  `${kind}:
  base: ${base}
  merge: ${merge}
  review: ${review}
  features:
${[...features]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weight]) => `    ${name}: ${weight}\n`)
  .join("")}`;
