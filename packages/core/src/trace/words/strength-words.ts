import { confidenceBand } from "../../model/confidence.js";
import type { TraceQuote } from "../read/quotes.js";
import type { TraceLink } from "../read/trace-link.js";

/** What {@link strengthInWords} tells of a link. */
type Strength = Pick<TraceLink, "confidence" | "sources" | "modality" | "inferred"> & {
  readonly denials: readonly TraceQuote[];
};

/** Such as `confirmed (0.92), 2 independent sources, alleged, denied by Cape Courier`. */
export function strengthInWords(link: Strength): string {
  return [
    `${confidenceBand(link.confidence)} (${link.confidence.toFixed(2)})`,
    link.sources === 1 ? "one source" : `${link.sources} independent sources`,
    ...(link.modality === "asserted" ? [] : [link.modality]),
    ...(link.inferred ? ["inferred"] : []),
    ...(link.denials.length > 0 ? [`denied by ${deniersOf(link.denials)}`] : []),
  ].join(", ");
}

/** Who denies something, by publisher, each once, in the order of the quotes. */
function deniersOf(denials: readonly TraceQuote[]): string {
  const names = denials.map(({ publisher, path, document }) => publisher ?? path ?? document);
  return [...new Set(names)].join(", ");
}
