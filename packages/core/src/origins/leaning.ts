import { compareText } from "../text/compare.js";

/** Why something has an origin. */
type LeaningKind = "published" | "unknown" | "copied" | "reworded" | "credits" | "cites" | "quotes";

/** A report, or one sentence of it, and the origin that it leans on. */
export interface Leaning {
  readonly document: string;
  /** Index of the sentence; null for the whole report. */
  readonly sentence: number | null;
  readonly kind: LeaningKind;
  /** `publisher:…`, `document:…`, `speaker:…` or `unknown`. */
  readonly origin: string;
  /** The origin's name, for a reader. */
  readonly name: string;
  /** The words that show it, as they stand; for a reworded item those that both texts have. */
  readonly words: string;
  /** Offsets of the sentence or the credit that shows it; null where nothing is quoted. */
  readonly start: number | null;
  readonly end: number | null;
}

/** The origin of all reports whose publisher nobody knows: nothing shows that two of them are two. */
export const UNKNOWN = "unknown";

/** Order of leanings: document, sentence (the whole report first), kind, origin. */
export const byPlace = (a: Leaning, b: Leaning): number =>
  compareText(a.document, b.document) ||
  (a.sentence ?? -1) - (b.sentence ?? -1) ||
  compareText(a.kind, b.kind) ||
  compareText(a.origin, b.origin);
