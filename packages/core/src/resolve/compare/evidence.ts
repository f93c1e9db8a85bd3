import type { IdentityFeature } from "../../packs/identity-features.js";
import type { KindWeights } from "../../packs/identity-weights.js";
import type { Comparison } from "./comparison.js";

/** One trait that two things have in common or apart. */
export interface Evidence {
  readonly feature: IdentityFeature;
  /** 0–1. */
  readonly value: number;
  /** For the person who has to decide. */
  readonly words: string;
}

export const evidence = (feature: IdentityFeature, words: string, value = 1): Evidence => ({
  feature,
  value,
  words,
});

/** How many places of a score are kept, so that it is the same on every machine. */
const PLACES = 10_000;

/** The chance that two things are one, from all that speaks for it and against it. */
export function weigh(weights: KindWeights, found: readonly Evidence[]): Comparison {
  let sum = weights.base;
  const features: Record<string, number> = {};
  for (const { feature, value } of found) {
    sum += value * (weights.features.get(feature) ?? 0);
    features[feature] = value;
  }
  return {
    score: Math.round(PLACES / (1 + Math.exp(-sum))) / PLACES,
    reasons: found.map(({ words }) => words),
    features,
  };
}

/** Hundredths that a score stays below the one that makes two people one. */
const BELOW = 0.01;

/** A score at which a person is asked, however much or little speaks for it. */
export const withinReview = (found: Comparison, { merge, review }: KindWeights): Comparison => ({
  ...found,
  score: Math.min(Math.max(found.score, review), merge - BELOW),
});

/** A score at which nothing is merged; whether a person is asked is left to what was weighed. */
export const belowMerge = (found: Comparison, { merge }: KindWeights): Comparison => ({
  ...found,
  score: Math.min(found.score, merge - BELOW),
});

/** The first of two sets' common members by code unit. */
export const sharedMember = (
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): string | undefined => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let least: string | undefined;
  for (const one of small) if (large.has(one) && (least === undefined || one < least)) least = one;
  return least;
};
