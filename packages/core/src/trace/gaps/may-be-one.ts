import type { ResolutionDecision } from "../../model/entity.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";
import { createReasonWords } from "../words/reason-words.js";
import type { Gap } from "./gap.js";

/** A pair that waits for a person, as the case lists it. */
export type OpenPair = Pick<ResolutionDecision, "a" | "b" | "score" | "reasons">;

/** Pairs that may be one and the same, the one with most links in the balance first. */
export function mayBeOne(trace: Trace, pairs: readonly OpenPair[]): readonly Gap[] {
  const { graph, nodeSlots, reader } = trace;
  const slots = new Map(graph.nodes.map(({ id }, at) => [id, nodeSlots[at] ?? -1]));
  const words = createReasonWords(trace.graph.nodes);
  return pairs.flatMap(({ a, b, score, reasons }) => {
    const nodes = [a, b].flatMap((id): TraceNode[] => {
      const slot = slots.get(id);
      return slot === undefined ? [] : [readTraceNode(reader, slot)];
    });
    if (nodes.length < 2) return [];
    const weight = Math.min(...nodes.map(({ node }) => reader.degree(node, "both", null)));
    const why = words(reasons).join("; ");
    const told = `They may be one and the same (${score.toFixed(2)}): ${why}.`;
    return [{ kind: "may-be-one", nodes, link: null, weight, words: told }];
  });
}
