import { RedthreadError } from "../errors/redthread-error.js";
import type { ReportDocument } from "./report-document.js";
import type { TextSpan } from "./text-span.js";

declare const LITERAL: unique symbol;

/**
 * A quote that stands literally in a stored text. Only {@link quoteEvidence} and
 * {@link restoreEvidence} make one, and both check it against the text.
 */
export interface Evidence {
  readonly [LITERAL]: true;
  readonly document: string;
  /** Index of the sentence that holds the start of the quote. */
  readonly sentence: number;
  readonly span: TextSpan;
  /** Exactly `text.slice(span.start, span.end)`. */
  readonly quote: string;
}

/** The text that evidence is checked against; a {@link ReportDocument} is one. */
export type QuotableText = Pick<ReportDocument, "id" | "text">;

/**
 * Evidence for a stretch of a document's text.
 * @throws RedthreadError `EVIDENCE_NOT_IN_TEXT` when the span is empty or leaves the text.
 */
export function quoteEvidence(document: QuotableText, sentence: number, span: TextSpan): Evidence {
  const { start, end } = span;
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0;
  const quote = inside && end <= document.text.length ? document.text.slice(start, end) : "";
  if (quote.trim() === "") {
    throw new RedthreadError(
      "EVIDENCE_NOT_IN_TEXT",
      `No text stands at ${start}-${end} of \`${document.id}\` (${document.text.length} characters). Quote a span inside the stored text.`,
    );
  }
  return { document: document.id, sentence, span: { start, end }, quote } as Evidence;
}

/**
 * Evidence read back from a file, checked against the stored text.
 * @throws RedthreadError `EVIDENCE_NOT_IN_TEXT` when the quote does not stand at its offsets.
 */
export function restoreEvidence(
  document: QuotableText,
  stored: Pick<Evidence, "sentence" | "span" | "quote">,
): Evidence {
  const evidence = quoteEvidence(document, stored.sentence, stored.span);
  if (evidence.quote !== stored.quote) {
    throw new RedthreadError(
      "EVIDENCE_NOT_IN_TEXT",
      `The quote at ${stored.span.start}-${stored.span.end} of \`${document.id}\` differs from the stored text. Rebuild the case from its reports.`,
    );
  }
  return evidence;
}
