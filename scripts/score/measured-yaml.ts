import { BAND_FROM, CONFIDENCE_BANDS } from "@redthread/core/model";
import type { Tally } from "@redthread/core/packs";
import { compareText } from "@redthread/core/text";

/** What a measurement found: every rule and family of the pack, and every band. */
export interface Measurement {
  readonly set: string;
  readonly rules: ReadonlyMap<string, Tally & { readonly family: string }>;
  readonly families: ReadonlyMap<string, Tally>;
  readonly bands: ReadonlyMap<string, Tally>;
}

/** A measurement as the field's measured.yaml. */
export function measuredYaml({ set, rules, families, bands }: Measurement): string {
  const tally = ({ n, right }: Tally): string => `{ n: ${n}, right: ${right} }`;
  const list = (of: ReadonlyMap<string, Tally>): string =>
    [...of]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, one]) => `  ${name}: ${tally(one)}\n`)
      .join("");
  const bandLines = CONFIDENCE_BANDS.map((band) => {
    const { n, right } = bands.get(band) ?? { n: 0, right: 0 };
    return `  ${band}: { from: ${BAND_FROM[band]}, n: ${n}, right: ${right} }\n`;
  });
  return `# How often each rule, each family of rules and each band of confidence was right when last measured.
# Written by \`npm run score -- --rules --write\`: every report of the set built alone, each thing that a rule
# said of it judged by what its readers wrote down; the bands by all reports as one case, each link by the
# report that it quotes first. What the readers left open counts neither way. n is how many were judged.
set: ${set}
rules:
${list(rules)}families:
${list(families)}# Least confidence of each band, and what its links were worth.
bands:
${bandLines.join("")}`;
}
