// Weights refitted without a part of the scored reports, and what they say of that part.
import { type DomainPack, type LinkWeights, linkRules } from "@redthread/core/packs";
import { type FitGround, fitWeights } from "./fit-weights.js";
import type { SampledReport } from "./link-samples.js";

/** What the fit needs of a pack. */
export function fitGround(pack: DomainPack, seed: number, without: string | null): FitGround {
  const { rules, predicates } = pack.wording;
  return {
    familyOf: linkRules({ patterns: rules, predicates }),
    types: pack.schema.data.relations.map(({ name }) => name),
    seed,
    without,
  };
}

/** The weights of each fold, fitted to all others; by the name of the fold. */
export function fitFolds(
  reports: readonly SampledReport[],
  ground: FitGround,
): ReadonlyMap<string, LinkWeights> {
  const folds = [...new Set(reports.map(({ fold }) => fold))].sort();
  return new Map(
    folds.map((fold) => {
      const others = reports.filter((one) => one.fold !== fold);
      return [
        fold,
        fitWeights(
          others.flatMap(({ samples }) => samples),
          ground,
        ),
      ];
    }),
  );
}
