// Weights of a field's links from judged ones: which names there are, how far each is trusted before a
// case is seen, and the fit itself.
import type { LinkFeature, LinkWeights, ReadLink } from "@redthread/core/packs";
import { LINK_FEATURES } from "@redthread/core/packs";
import { type Case, fitLogistic, type Prior } from "./fit-logistic.js";
import type { LinkSample } from "./link-samples.js";

/** What a fit needs to know of the field, and what it leaves out. */
export interface FitGround {
  /** Rules that read links, with their families. */
  readonly familyOf: ReadonlyMap<string, string>;
  readonly types: readonly string[];
  readonly seed: number;
  /** Feature that is kept at 0, to see what it is worth; null for none. */
  readonly without: string | null;
}

/**
 * Penalties of the squares of weights. A rule is a deviation from its family and needs more cases to
 * move away from it; the base is all but free.
 */
const PENALTY = { base: 0.001, family: 2, rule: 3, type: 3, feature: 3 };

/** The fitted weights, to four digits as they are stored. */
export function fitWeights(samples: readonly LinkSample[], ground: FitGround): LinkWeights {
  const fit = fitLogistic(samples.map(caseOf(ground)), priorsOf(ground), ground.seed);
  const at = (name: string): number => Number((fit.get(name) ?? 0).toFixed(4)) + 0;
  const named = <K extends string>(kind: string, names: Iterable<K>): ReadonlyMap<K, number> =>
    new Map([...names].map((name) => [name, at(`${kind} ${name}`)]));
  const { familyOf, types } = ground;
  return {
    base: at("base"),
    families: named("family", new Set(familyOf.values())),
    rules: named("rule", familyOf.keys()),
    types: named("type", types),
    features: named<LinkFeature>("feature", LINK_FEATURES.keys()),
    familyOf,
  };
}

const caseOf =
  ({ familyOf }: FitGround) =>
  ({ link, right, weight }: LinkSample): Case => ({
    features: namesOf(link, familyOf),
    right,
    weight,
  });

function namesOf(
  { rule, type, features }: ReadLink,
  familyOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  return new Map([
    ["base", 1],
    [`family ${familyOf.get(rule) ?? ""}`, 1],
    [`rule ${rule}`, 1],
    [`type ${type}`, 1],
    ...[...features].map(([name, value]) => [`feature ${name}`, value] as const),
  ]);
}

function priorsOf({ familyOf, types, without }: FitGround): ReadonlyMap<string, Prior> {
  const free = (kind: keyof typeof PENALTY, name: string): readonly [string, Prior] => [
    name,
    { penalty: PENALTY[kind], supports: false },
  ];
  const features = [...LINK_FEATURES].filter(([name]) => name !== without);
  return new Map([
    free("base", "base"),
    ...[...new Set(familyOf.values())].map((name) => free("family", `family ${name}`)),
    ...[...familyOf.keys()].map((name) => free("rule", `rule ${name}`)),
    ...types.map((name) => free("type", `type ${name}`)),
    ...features.map(
      ([name, { supports = false }]) =>
        [`feature ${name}`, { penalty: PENALTY.feature, supports }] as const,
    ),
  ]);
}
