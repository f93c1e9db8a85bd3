import { loadPackOnce, readPackFiles } from "@redthread/cli";
import {
  BAND_FROM,
  BAND_PROMISE,
  CONFIDENCE_BANDS,
  MODALITY_FACTOR,
  ONE_ORIGIN,
} from "@redthread/core/model";
import {
  ENOUGH,
  LINK_FEATURES,
  type LinkWeights,
  type Measured,
  rulePrecision,
  type Tally,
} from "@redthread/core/packs";

const percent = ({ n, right }: Tally): string =>
  n === 0 ? "not measured" : `${Math.round((100 * right) / n)} %`;

/** What links of each band were worth when last measured, as one item of the README's list. */
export function bandsSentence({ bands, set }: Measured): string {
  const worth = CONFIDENCE_BANDS.map((band) => {
    const tally = bands.get(band) ?? { n: 0, right: 0 };
    return `${band} ${percent(tally)} (of ${tally.n})`;
  });
  return `- Bands, when last measured (${set ?? "nothing"}): right were ${worth.join(", ")}: [Confidence](docs/confidence.md).`;
}

/** The figures of the shipped field. */
export const shippedMeasured = (): Measured => loadPackOnce(readPackFiles()).wording.measured;

/** The page that says what a confidence is made of and what it was worth when last measured. */
export function confidencePage(): string {
  const { measured, weights } = loadPackOnce(readPackFiles()).wording;
  const { rules, families, bands, set } = measured;
  const tally = (name: string, { n, right }: Tally, figure: string): string =>
    `| \`${name}\` | ${n} | ${right} | ${n - right} | ${figure} |`;
  const bandRows = CONFIDENCE_BANDS.map((band) => {
    const { n, right } = bands.get(band) ?? { n: 0, right: 0 };
    return `| ${band} | ${BAND_FROM[band]} | ${BAND_PROMISE[band]} | ${n} | ${right} | ${n - right} | ${percent({ n, right })} |`;
  });
  const familyRows = [...families].map(([name, one]) => tally(name, one, percent(one)));
  const ruleRows = [...rules].map(([id, one]) =>
    tally(
      id,
      one,
      `${rulePrecision(measured, id).toFixed(2)}${one.n >= ENOUGH ? "" : ` of \`${one.family}\``}`,
    ),
  );
  return `# Confidence

<!-- Made by \`npm run docs\` from measured.yaml and weights.yaml of packages/core/packs/domains/narcotics and the code. -->

How sure a link is, is a product of three parts between 0 and 1, each kept on the relationship:

- \`confidenceRule\`: how likely it was read right, by what is known of the reading (below). Several origins
  are several readings: at least one of them is right.
- \`confidenceWording\`: how plainly the text puts it. Asserted is ${MODALITY_FACTOR.asserted}, attempted ${MODALITY_FACTOR.attempted}, planned or alleged ${MODALITY_FACTOR.alleged}:
  chosen, not measured.
- \`confidenceSources\`: what its independent origins are worth. One is worth ${ONE_ORIGIN}, two ${round(1 - (1 - ONE_ORIGIN) ** 2)}, never more
  than .99. Where others deny it, at most one counts, and up to half of that is taken away.

An origin is whoever the reports have it from: copies, rewritten items, credits, citations and one body's
statement count once, and a withdrawn report not at all: [Sources and conflicts](sources.md).

So one origin alone is at most *likely*, and what anyone denies is never *confirmed*. Why it is so:
[decision 6](decisions/0006-confidence-in-three-parts.md) and [decision 11](decisions/0011-learnt-weights.md).

## Bands

| band | from | promises to be right | links | right | wrong | share |
|---|---|---|---|---|---|---|
${bandRows.join("\n")}

Links of ${set ?? "nothing"}, all of them as one case, each judged by the report that it quotes first, with weights
that were fitted to the same reports. What bands hold on reports that the weights have not seen, and how
many were judged: [Accuracy](accuracy.md#what-bands-promise-and-what-they-held).

## How likely a link was read right

${weightsOf(weights)}

## Families of rules

Measured on: ${set ?? "nothing"}, each report alone. \`pattern\` are the rules that a field declares as a name, a
cue, a name; \`predicate\` those that it declares as verbs and role nouns.

| family | n | right | wrong | share |
|---|---|---|---|---|
${familyRows.join("\n")}

## Rules

The last column is the figure that a claim of the rule carries where it is no link, or where the field has
no weights, and whose it is where it is not its own: below ${ENOUGH} judged cases the family's figure stands for it.
A figure is (right + 1) / (n + 2), so that few cases stay near a half.

| rule | n | right | wrong | figure |
|---|---|---|---|---|
${ruleRows.join("\n")}
`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** What speaks for a link and against it, strongest first; features without a weight are left out. */
function weightsOf(weights: LinkWeights | null): string {
  if (weights === null)
    return "The field has no weights: `confidenceRule` is the figure of the rule, below.";
  const rows = [...LINK_FEATURES]
    .map(([name, { means }]) => ({ name, means, weight: weights.features.get(name) ?? 0 }))
    .filter(({ weight }) => Math.abs(weight) >= 0.1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, means, weight }) => `| \`${name}\` | ${weight.toFixed(2)} | ${means} |`);
  return `A logistic model over named features of the reading. Each has a weight in the field's \`weights.yaml\`; their
sum, times the value of each feature, 0 to 1, is the log-odds that the link was read right. To it come the
base (${weights.base.toFixed(2)}), the weights of the rule, of its family and of the link's type: a rule with few judged cases
stays near its family. Where a rule of another kind or another sentence tells the same, that never speaks
against it. The weights are fitted to judged links by \`npm run score -- --weights --write\`; a field without
them goes by how often each rule was right, and its wording then also counts the form of names.

These weigh .1 or more; a minus speaks against the link:

| feature | weight | at full value |
|---|---|---|
${rows.join("\n")}`;
}
