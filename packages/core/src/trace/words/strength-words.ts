import { confidenceBand } from "../../model/confidence.js";
import type { TraceLink } from "../read/trace-link.js";

/** What makes a link doubtful, whatever its confidence. */
type Marks = Pick<TraceLink, "modality" | "inferred" | "machines" | "deniedBy">;

/** Such as `confirmed (0.92), 2 independent sources, alleged, denied by Cape Courier`. */
export function strengthInWords(link: Marks & Pick<TraceLink, "confidence" | "sources">): string {
  return [
    `${confidenceBand(link.confidence)} (${link.confidence.toFixed(2)})`,
    link.sources === 1 ? "one source" : `${link.sources} independent sources`,
    ...marksOf(link),
  ].join(", ");
}

/** The marks alone, where only a word is shown: `alleged, inferred`; empty for a plain link. */
export const marksInWords = (link: Marks): string => marksOf(link).join(", ");

const marksOf = ({ modality, inferred, machines, deniedBy }: Marks): readonly string[] => [
  ...(modality === "asserted" ? [] : [modality]),
  ...(inferred ? ["inferred"] : []),
  ...(machines.length > 0 ? [`read by ${machines.join(", ")} alone`] : []),
  ...(deniedBy.length > 0 ? [`denied by ${deniedBy.join(", ")}`] : []),
];
