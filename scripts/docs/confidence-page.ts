import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { BAND_FROM, CONFIDENCE_BANDS, ONE_ORIGIN } from "@redthread/core/model";
import { ENOUGH, type Measured, rulePrecision, type Tally } from "@redthread/core/packs";

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
  const measured = shippedMeasured();
  const { rules, families, bands, set } = measured;
  const tally = (name: string, { n, right }: Tally, figure: string): string =>
    `| \`${name}\` | ${n} | ${right} | ${n - right} | ${figure} |`;
  const bandRows = CONFIDENCE_BANDS.map((band) => {
    const { n, right } = bands.get(band) ?? { n: 0, right: 0 };
    return `| ${band} | ${BAND_FROM[band]} | ${n} | ${right} | ${n - right} | ${percent({ n, right })} |`;
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

<!-- Made by \`npm run docs\` from packages/core/packs/domains/narcotics/measured.yaml and the code. -->

How sure a link is, is a product of three parts between 0 and 1, each kept on the relationship:

- \`confidenceRule\`: how often the rule that read it was right when last measured; below ${ENOUGH} judged cases
  its family's figure stands for it. A figure is (right + 1) / (n + 2), so that few cases stay near a half.
  Several origins are several readings: at least one of them is right.
- \`confidenceWording\`: how plainly the text puts it: asserted or alleged, by a name or a description.
- \`confidenceSources\`: what its independent origins are worth. One is worth ${ONE_ORIGIN}, two ${round(1 - (1 - ONE_ORIGIN) ** 2)}, never more
  than .99. Where others deny it, at most one counts, and up to half of that is taken away.

So one origin alone is at most *likely*, and what anyone denies is never *confirmed*. Why it is so:
[decision 6](decisions/0006-confidence-in-three-parts.md).

## Bands

Measured on: ${set ?? "nothing"}, all of them as one case, each link by the report that it quotes first. Own
reports are those that the rules were developed on: on reports that nobody has seen the figures are lower.

| band | from | links | right | wrong | share |
|---|---|---|---|---|---|
${bandRows.join("\n")}

## Families of rules

Measured on: ${set ?? "nothing"}, each report alone. \`pattern\` are the rules that a field declares: a name, a
cue, a name.

| family | n | right | wrong | share |
|---|---|---|---|---|
${familyRows.join("\n")}

## Rules

The last column is the figure that a claim of the rule carries, and whose it is where it is not its own.

| rule | n | right | wrong | figure |
|---|---|---|---|---|
${ruleRows.join("\n")}
`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
