// Fits the weights of identity to judged pairs: logistic regression, a kind at a time, each weight with the
// sign that its feature can have, held to what was believed before any pair was seen.

import {
  IDENTITY_FEATURES,
  type IdentityFeature,
  type KindWeights,
  WEIGHED_KINDS,
  type WeighedKind,
} from "@redthread/core/packs";
import { compareText } from "@redthread/core/text";
import type { JudgedPair } from "./judge-pairs.js";
import { FEATURES, PRIOR_WEIGHTS, type PriorWeights } from "./prior-weights.js";

const KIND_OF: Readonly<Record<string, WeighedKind>> = {
  person: "person",
  body: "body",
  group: "group",
  company: "group",
  vessel: "group",
  place: "place",
};

const BASE = "base";
/** How strongly a weight is held to what was believed before. */
const PENALTY = 2;
/** A false merge costs as much as so many that are missed. */
const FALSE_MERGE = 1;
/** What a merging score has to be above the highest of two different things. */
const MARGIN = 0.01;
const MERGE = { least: 0.8, most: 0.88 };
/** Steps of the descent and their length. */
const STEPS = 4_000;
const RATE = 0.01;
const REVIEW = 0.5;

export function fitIdentity(
  judged: readonly JudgedPair[],
  seed: number,
): { readonly yaml: string; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const kinds = WEIGHED_KINDS.map((kind) => {
    const own = judged.filter(({ pair }) => KIND_OF[pair.kind] === kind);
    const fitted = fitKind(own, PRIOR_WEIGHTS[kind]);
    lines.push(
      `${kind}: ${own.length} pairs, merge from ${fitted.merge}, review from ${fitted.review}`,
    );
    return [kind, fitted] as const;
  });
  const head = `# How much each trait of two things speaks for their being one, as summands of the log-odds. Written by
# \`npm run score -- --identity --fit --write\`: logistic regression on the fit half of tests/identity/pairs.tsv.
seed: ${seed}
pairs: ${judged.length}
`;
  return { yaml: head + kinds.map(([kind, weights]) => kindYaml(kind, weights)).join(""), lines };
}

/** What a comparison saw of a pair, and what the pair is. */
interface Case {
  readonly features: ReadonlyMap<string, number>;
  readonly right: boolean;
}

function fitKind(judged: readonly JudgedPair[], prior: PriorWeights): KindWeights {
  const cases = judged.flatMap(({ pair, decision }): Case[] =>
    decision?.features === undefined
      ? []
      : [
          {
            features: new Map([[BASE, 1], ...Object.entries(decision.features)]),
            right: pair.same,
          },
        ],
  );
  const believed = new Map<string, number>([
    [BASE, prior.base],
    ...FEATURES.map((name): [string, number] => [name, prior.features[name] ?? 0]),
  ]);
  const fitted = descend(cases, believed);
  const features = FEATURES.flatMap((name): [IdentityFeature, number][] => {
    const weight = round(fitted.get(name) ?? 0);
    return weight === 0 ? [] : [[name, weight]];
  });
  return {
    base: round(fitted.get(BASE) ?? prior.base),
    merge: mergeAt(cases, fitted),
    review: REVIEW,
    features: new Map(features),
  };
}

/** Steps down the slope of the penalised likelihood: convex, so that where it starts does not matter. */
function descend(
  cases: readonly Case[],
  believed: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const weights = new Map(believed);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = slopeAt(weights, cases, believed);
    for (const [name, weight] of weights)
      weights.set(name, withSign(name, weight + RATE * (slope.get(name) ?? 0)));
  }
  return weights;
}

function slopeAt(
  weights: ReadonlyMap<string, number>,
  cases: readonly Case[],
  believed: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const slope = new Map<string, number>();
  for (const [name, weight] of weights)
    slope.set(name, PENALTY * ((believed.get(name) ?? 0) - weight));
  for (const one of cases) {
    const chance = score(one, weights);
    const rest = one.right ? 1 - chance : -FALSE_MERGE * chance;
    for (const [name, value] of one.features)
      slope.set(name, (slope.get(name) ?? 0) + rest * value);
  }
  return slope;
}

const withSign = (name: string, weight: number): number =>
  name === BASE ? weight : signOf(name) * Math.max(0, signOf(name) * weight);

function score({ features }: Case, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

const signOf = (name: string): 1 | -1 =>
  IDENTITY_FEATURES.get(name as IdentityFeature)?.supports === false ? -1 : 1;

/** Above every pair of two things, within bounds. */
function mergeAt(cases: readonly Case[], weights: ReadonlyMap<string, number>): number {
  const different = cases.filter(({ right }) => !right).map((one) => score(one, weights));
  const highest = Math.max(0, ...different);
  return round(Math.min(MERGE.most, Math.max(MERGE.least, highest + MARGIN)));
}

const round = (value: number): number => Math.round(value * 100) / 100;

const kindYaml = (kind: string, { base, merge, review, features }: KindWeights): string =>
  `${kind}:
  base: ${base}
  merge: ${merge}
  review: ${review}
  features:
${[...features]
  .sort(([a], [b]) => compareText(a, b))
  .map(([name, weight]) => `    ${name}: ${weight}\n`)
  .join("")}`;
