// `weights.yaml` of a field: how much each feature of its reading speaks for a link. Fitted by the
// scorer to reports whose content is known, never written by hand; a field without it goes by how often
// each rule was right.

import { z } from "zod";
import { RULES } from "./engine-rules.js";
import { LINK_FEATURES, type LinkFeature } from "./link-features.js";
import { type FieldRules, ruleFamilies } from "./measured.js";
import type { PackYaml } from "./pack-yaml.js";

/** What speaks for a link, as summands of its log-odds. */
export interface LinkWeights {
  readonly base: number;
  readonly families: ReadonlyMap<string, number>;
  /** By rule, on top of what its family has. */
  readonly rules: ReadonlyMap<string, number>;
  /** By relationship type. */
  readonly types: ReadonlyMap<string, number>;
  readonly features: ReadonlyMap<LinkFeature, number>;
  readonly familyOf: ReadonlyMap<string, string>;
}

/** A link as it was read: the rule, its type, and the features that are not 0. */
export interface ReadLink {
  readonly rule: string;
  readonly type: string;
  readonly features: ReadonlyMap<LinkFeature, number>;
}

const weight = z.number().min(-20).max(20);
const weights = z.record(z.string(), weight);

/** The form of `weights.yaml`. */
export const weightsSchema = z.strictObject({
  seed: z.number().int().min(0),
  sets: z.string().min(1),
  gold: z.string().regex(/^[0-9a-f]{64}$/, "expected the hash of the gold files"),
  links: z.number().int().min(1),
  right: z.number().int().min(0),
  base: weight,
  families: weights,
  rules: weights,
  types: weights,
  features: weights,
});

type WeightsSection = z.infer<typeof weightsSchema>;

/** No reading is impossible, and none is certain. */
const LEAST = 0.02;
const MOST = 0.99;

/**
 * How likely a link that was read is what its text says.
 * @throws TypeError for a rule that nobody declared.
 */
export function chanceOf(weights: LinkWeights, { rule, type, features }: ReadLink): number {
  const family = weights.familyOf.get(rule);
  if (family === undefined)
    throw new TypeError(`rule ${rule} is none of the engine and none of the pack`);
  let sum = weights.base + (weights.families.get(family) ?? 0);
  sum += (weights.rules.get(rule) ?? 0) + (weights.types.get(type) ?? 0);
  for (const [name, value] of features) sum += value * (weights.features.get(name) ?? 0);
  return Math.min(MOST, Math.max(LEAST, 1 / (1 + Math.exp(-sum))));
}

/** Rules that read links, with their families; those that read figures and dates are weighed by none. */
export function linkRules(field: FieldRules): ReadonlyMap<string, string> {
  const silent = new Set(
    Object.entries(RULES).flatMap(([id, rule]) =>
      rule.roles.length === 0 || "weighed" in rule ? [id] : [],
    ),
  );
  return new Map([...ruleFamilies(field)].filter(([id]) => !silent.has(id)));
}

/**
 * The weights of a field, checked against its rules and types and the features there are; null
 * without a file.
 * @throws RedthreadError `PACK_INVALID` naming file and line: a rule, family, type or feature that is
 *   none, one without a weight (but a rule takes that of its family), one that may only support and has a negative one.
 */
export function compileWeights(
  { value, fault }: PackYaml<WeightsSection | null>,
  field: FieldRules,
  types: readonly string[],
): LinkWeights | null {
  if (value === null) return null;
  const familyOf = linkRules(field);
  const sections = {
    families: [...new Set(familyOf.values())],
    rules: [...familyOf.keys()],
    types,
    features: [...LINK_FEATURES.keys()],
  };
  for (const [section, known] of Object.entries(sections))
    checkSection({ value, fault }, section as keyof typeof sections, known);
  for (const [name, { supports }] of LINK_FEATURES)
    if (supports === true && (value.features[name] ?? 0) < 0)
      throw fault(
        ["features", name],
        `lets \`${name}\` speak against a link, which can only support one; ${AGAIN}`,
      );
  return {
    base: value.base,
    families: new Map(Object.entries(value.families)),
    rules: new Map(Object.entries(value.rules)),
    types: new Map(Object.entries(value.types)),
    features: new Map([...LINK_FEATURES.keys()].map((name) => [name, value.features[name] ?? 0])),
    familyOf,
  };
}

const AGAIN = "fit again with `npm run score -- --weights --write`";

function checkSection(
  { value, fault }: PackYaml<WeightsSection>,
  section: "families" | "rules" | "types" | "features",
  known: readonly string[],
): void {
  const names = new Set(known);
  const unknown = Object.keys(value[section]).find((name) => !names.has(name));
  if (unknown !== undefined)
    throw fault(
      [section, unknown],
      `weighs \`${unknown}\`, which is none of the ${section}; ${AGAIN}`,
    );
  // A rule that nobody judged yet takes what its family takes.
  if (section === "rules") return;
  const missing = known.find((name) => value[section][name] === undefined);
  if (missing !== undefined)
    throw fault([section], `has no weight for \`${missing}\` among the ${section}; ${AGAIN}`);
}
