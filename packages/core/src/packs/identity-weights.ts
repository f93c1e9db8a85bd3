// `identity.yaml` of the world: how much each trait of two things speaks for their being one, and from
// which score on they are one or are put before a person. Fitted by `npm run score -- --identity --fit`.
import { z } from "zod";
import { IDENTITY_FEATURES, type IdentityFeature } from "./identity-features.js";
import type { PackYaml } from "./pack-yaml.js";

/** Kinds of things whose identity is weighed. */
export const WEIGHED_KINDS = ["person", "body", "group", "place"] as const;

export type WeighedKind = (typeof WEIGHED_KINDS)[number];

/** The weights of one kind, as summands of the log-odds. */
export interface KindWeights {
  readonly base: number;
  /** Score from which two are one without asking. */
  readonly merge: number;
  /** Score from which a person is asked. */
  readonly review: number;
  readonly features: ReadonlyMap<IdentityFeature, number>;
}

export type IdentityWeights = Readonly<Record<WeighedKind, KindWeights>>;

const share = z.number().min(0).max(1);
const kind = z.strictObject({
  base: z.number().min(-20).max(20),
  merge: share,
  review: share,
  features: z.record(z.string(), z.number().min(-20).max(20)),
});

/** The form of `identity.yaml`. */
export const identitySchema = z.strictObject({
  seed: z.number().int().min(0),
  pairs: z.number().int().min(0),
  person: kind,
  body: kind,
  group: kind,
  place: kind,
});

type IdentitySection = z.infer<typeof identitySchema>;

/**
 * The weights, checked against the traits there are.
 * @throws RedthreadError `PACK_INVALID` naming file and line: a trait that is none, or one that
 *   speaks the other way than it can.
 */
export function compileIdentity({ value, fault }: PackYaml<IdentitySection>): IdentityWeights {
  const compile = (name: WeighedKind): KindWeights => {
    const { base, merge, review, features } = value[name];
    const weights = new Map<IdentityFeature, number>();
    for (const [feature, weight] of Object.entries(features)) {
      const known = IDENTITY_FEATURES.get(feature as IdentityFeature);
      if (known === undefined)
        throw fault(
          [name, "features", feature],
          `weighs \`${feature}\`, which is no trait of identity`,
        );
      if (known.supports ? weight < 0 : weight > 0)
        throw fault(
          [name, "features", feature],
          `lets \`${feature}\` speak the other way than it can: ${known.means}`,
        );
      weights.set(feature as IdentityFeature, weight);
    }
    return { base, merge, review, features: weights };
  };
  return {
    person: compile("person"),
    body: compile("body"),
    group: compile("group"),
    place: compile("place"),
  };
}
