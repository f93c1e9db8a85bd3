import type { TraceGraphLink } from "./trace-graph.js";

/** What the product says of a chain: may one rely on all of it, or not. */
export type ChainVerdict = "sure" | "doubtful";

/**
 * The least product of the hops' confidences at which a chain is called sure: two confirmed links in
 * a row (.85 each) reach it, two likely ones do not. A first value, not measured.
 */
export const SURE_PRODUCT = 0.72;

/**
 * Sure where every hop is asserted, denied by nobody, said by a sentence rather than inferred, and
 * all of them together are likely enough.
 */
export function judgeChain(links: readonly TraceGraphLink[]): ChainVerdict {
  const isPlain = links.every(
    ({ modality, denials, inferred }) => modality === "asserted" && denials === 0 && !inferred,
  );
  const product = links.reduce((all, { confidence }) => all * confidence, 1);
  return isPlain && product >= SURE_PRODUCT ? "sure" : "doubtful";
}
