// What a band of confidence was worth when last measured: said beside every answer that uses its word,
// in the terminal, in the page and in JSON alike.
import {
  BAND_FROM,
  CONFIDENCE_BANDS,
  type ConfidenceBand,
  confidenceBand,
} from "../../model/confidence.js";
import { numberWords } from "../../model/figure-words.js";
import type { SchemaData } from "../../model/schema.js";

/** A band with how many of its links were judged, and how many of those were right. */
export interface BandWorth {
  readonly band: ConfidenceBand;
  /** Least confidence of the band. */
  readonly from: number;
  /** What it was measured on, in words; null where the field has measured nothing. */
  readonly set: string | null;
  readonly judged: number;
  readonly right: number;
  /** `likely (right 1,656 of 1,950 on own reports)`. */
  readonly inWords: string;
}

/** The bands that some confidences fall in, surest first, each with what it was worth. */
export function bandsOf(
  confidences: readonly number[],
  { measured }: Pick<SchemaData, "measured">,
): readonly BandWorth[] {
  const used = new Set(confidences.map(confidenceBand));
  return CONFIDENCE_BANDS.filter((band) => used.has(band)).map((band) => {
    const { n: judged, right } = measured?.bands[band] ?? { n: 0, right: 0 };
    const set = measured?.set ?? null;
    const worth =
      set === null || judged === 0
        ? "not measured"
        : `right ${numberWords(right)} of ${numberWords(judged)} on ${set}`;
    return { band, from: BAND_FROM[band], set, judged, right, inWords: `${band} (${worth})` };
  });
}

/** Every band with what it was worth, for a key. */
export const allBands = (data: Pick<SchemaData, "measured">): readonly BandWorth[] =>
  bandsOf(Object.values(BAND_FROM), data);

/** All of them in one sentence; empty where no band is used. */
export const bandsInWords = (bands: readonly BandWorth[]): string =>
  bands.length === 0
    ? ""
    : `Links so called, when last measured: ${bands.map(({ inWords }) => inWords).join("; ")}.`;
