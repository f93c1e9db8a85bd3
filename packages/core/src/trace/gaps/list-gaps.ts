import { compareText } from "../../text/compare.js";
import { chainReach } from "../chains/chain-filter.js";
import type { Trace } from "../graph/trace-graph.js";
import { GAP_KINDS, type Gap, type GapKind } from "./gap.js";
import { mayBeOne, type OpenPair } from "./may-be-one.js";
import { singleSource } from "./single-source.js";
import { stateless } from "./stateless.js";
import { undatedPost } from "./undated-post.js";
import { unnamed } from "./unnamed.js";

/** How each kind is found. */
const FINDERS: Readonly<
  Record<GapKind, (trace: Trace, pairs: readonly OpenPair[]) => readonly Gap[]>
> = {
  "single-source": (trace) => singleSource(trace, chainReach(trace.graph, "linked", {})),
  unnamed,
  "undated-post": undatedPost,
  "may-be-one": mayBeOne,
  stateless,
};

/**
 * What a case leaves open, by kind, in each kind what most depends on first. `pairs` are those that
 * wait for a person. O(nodes + relationships) apart from sorting.
 */
export const listGaps = (
  trace: Trace,
  pairs: readonly OpenPair[],
  kinds: readonly GapKind[] = GAP_KINDS,
): readonly Gap[] =>
  GAP_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
    [...FINDERS[kind](trace, pairs)].sort(byWeight),
  );

const byWeight = (a: Gap, b: Gap): number =>
  b.weight - a.weight || compareText(idsOf(a), idsOf(b)) || compareText(linkOf(a), linkOf(b));

const idsOf = ({ nodes }: Gap): string => nodes.map(({ id }) => id).join("\u0000");

const linkOf = ({ link }: Gap): string => link?.id ?? "";
