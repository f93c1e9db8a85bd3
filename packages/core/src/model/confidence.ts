// How sure a link is. Three parts, each between 0 and 1, and their product: `rule`, how often the
// rules that read it were right when last measured; `wording`, how plainly the texts put it; and
// `sources`, what the independent origins behind it are worth, less where others deny it.

/** How sure a link is, in the words that terminal, page and report use, surest first. */
export const CONFIDENCE_BANDS = ["confirmed", "likely", "candidate"] as const;

export type ConfidenceBand = (typeof CONFIDENCE_BANDS)[number];

/**
 * Least confidence of each band. One for all fields, so that a word means the same in every case;
 * what a band was worth when last measured stands beside it in the field's `measured.yaml`.
 */
export const BAND_FROM: Readonly<Record<ConfidenceBand, number>> = {
  confirmed: 0.85,
  likely: 0.6,
  candidate: 0,
};

/**
 * What a band promises: the share of its links that are right. The same for all fields; on reports
 * that the weights have not seen, `npm run score -- --calibration` holds them against it.
 */
export const BAND_PROMISE: Readonly<Record<ConfidenceBand, number>> = {
  confirmed: 0.95,
  likely: 0.85,
  candidate: 0.7,
};

/** The band of a confidence. */
export const confidenceBand = (confidence: number): ConfidenceBand =>
  CONFIDENCE_BANDS.find((band) => confidence >= BAND_FROM[band]) ?? "candidate";

/** What the bands were worth in a field when last measured. */
export interface MeasuredBands {
  /** What they were measured on, in words. */
  readonly set: string;
  /** How many links of each were judged, and how many of those were right. */
  readonly bands: Readonly<Record<ConfidenceBand, { readonly n: number; readonly right: number }>>;
}

/**
 * What one origin is worth: a hundredth less than the top band asks for, so that nobody's word alone
 * reaches it, however plain and however well read.
 */
export const ONE_ORIGIN = 0.84;

/** What any number of origins is worth at most: reports can all be wrong. */
const MANY_ORIGINS = 0.99;

/** What denials take away at most: a link that someone asserts is never worth less than half of that. */
const DENIED_SHARE = 0.5;

/** How sure one claim is read: its rule's measured figure, and how plainly the text puts it. */
export interface ReadingParts {
  readonly confidenceRule: number;
  readonly confidenceWording: number;
}

/** How sure a link is, with its three parts; `confidence` is their product, to four digits. */
export interface LinkConfidence extends ReadingParts {
  readonly confidence: number;
  readonly confidenceSources: number;
}

/**
 * Weighs the best claim of each independent origin that asserts a link against the best one of each
 * that denies it. Every further origin is one more chance that the text was read right, and one more
 * voice. A denied link is worth one voice at most, however many assert it, and loses up to half of
 * it: it never reaches the top band.
 * @param most what the origins together are worth at most
 */
export function weighLink(
  asserted: readonly ReadingParts[],
  denied: readonly ReadingParts[],
  most: number = MANY_ORIGINS,
): LinkConfidence {
  const rule = atLeastOne(asserted.map((one) => one.confidenceRule));
  const reading = atLeastOne(asserted.map(readingOf));
  const voices = Math.min(most, atLeastOne(asserted.map(() => ONE_ORIGIN)));
  const doubt = DENIED_SHARE * atLeastOne(denied.map(readingOf));
  const parts = {
    confidenceRule: round(rule),
    confidenceWording: rule === 0 ? 0 : round(reading / rule),
    confidenceSources: round(
      denied.length === 0 ? voices : Math.min(voices, ONE_ORIGIN) * (1 - doubt),
    ),
  };
  return {
    confidence: round(parts.confidenceRule * parts.confidenceWording * parts.confidenceSources),
    ...parts,
  };
}

/** Probability that a claim says what its text says. */
export const readingOf = ({ confidenceRule, confidenceWording }: ReadingParts): number =>
  confidenceRule * confidenceWording;

/** Probability that at least one of some independent things holds; the order changes no digit. */
const atLeastOne = (chances: readonly number[]): number =>
  1 - [...chances].sort((a, b) => a - b).reduce((rest, chance) => rest * (1 - chance), 1);

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
