import { type CaseSize, MEDIUM } from "../../benches/case-graph.js";

export const SMALL: CaseSize = { nodes: 1_000, relationships: 3_000 };

/** Graphs by the names that `--size` takes. */
export const BENCH_SIZES: Readonly<Record<string, CaseSize>> = {
  S: SMALL,
  M: MEDIUM,
  L: { nodes: 2_000_000, relationships: 3_300_000 },
};
