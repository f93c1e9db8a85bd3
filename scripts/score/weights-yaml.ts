import type { LinkWeights } from "@redthread/core/packs";
import { compareText } from "@redthread/core/text";

/** What stands beside fitted weights: what they were fitted to. */
export interface FittedTo {
  readonly seed: number;
  readonly sets: string;
  /** Hash of the gold files. */
  readonly gold: string;
  readonly links: number;
  readonly right: number;
}

/** Fitted weights as the field's weights.yaml. */
export function weightsYaml(weights: LinkWeights, on: FittedTo): string {
  const list = (of: ReadonlyMap<string, number>): string =>
    [...of]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, weight]) => `  ${name}: ${weight}\n`)
      .join("");
  return `# What speaks for a link and against it, as summands of the log-odds that it was read right. Written by
# \`npm run score -- --weights --write\`, never by hand: logistic regression over every link of the sets,
# each judged by what the readers of its report wrote down.
seed: ${on.seed}
sets: ${on.sets}
gold: ${on.gold}
links: ${on.links}
right: ${on.right}
base: ${weights.base}
families:
${list(weights.families)}# On top of what the family of the rule has.
rules:
${list(weights.rules)}types:
${list(weights.types)}# Times the value of the feature, 0 to 1.
features:
${list(weights.features)}`;
}
