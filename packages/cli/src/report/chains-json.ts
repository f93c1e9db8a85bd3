import type { ChainResult, EvidenceChain, Trace, TraceQuote } from "@redthread/core/trace";
import { describeChain, type TraceNode } from "@redthread/core/trace";
import { noChainText } from "./chains-text.js";

/** An answer of `path` for a program: one object, whatever was found. */
export function chainsJson(
  trace: Trace,
  from: TraceNode,
  to: TraceNode,
  result: ChainResult,
): Readonly<Record<string, unknown>> {
  const { chains, kind, maxHops, isCut } = result;
  return {
    from: end(from),
    to: end(to),
    basis: kind,
    reason: chains.length === 0 ? noChainText(from, to, result) : null,
    maxHops,
    isCut,
    chains: chains.map((chain) => {
      const described = describeChain(trace, chain);
      return {
        verdict: chain.verdict,
        borders: chain.borders,
        changes: chain.changes,
        weakest: chain.weakest,
        weakestInWords: described.weakestInWords,
        stops: chain.stops.flatMap((stop) => {
          const node = trace.graph.nodes[stop];
          if (node === undefined) return [];
          const { id, name, labels, states } = node;
          return [{ id, name, labels, states }];
        }),
        hops: described.steps.map((step, at) => hop(step, chain.crossings[at] ?? null)),
      };
    }),
  };
}

const end = ({ id, name, labels }: TraceNode) => ({ id, name, labels });

function hop(
  { link, direction, isUndated }: EvidenceChain["steps"][number],
  border: ChainResult["chains"][number]["crossings"][number],
) {
  const { id, type, confidence, sources, modality, inferred } = link;
  return {
    id,
    type,
    direction,
    confidence,
    sources,
    modality,
    inferred,
    undated: isUndated,
    border,
    quotes: link.quotes.map(quoted),
    denials: link.denials.map(quoted),
  };
}

const quoted = ({ quote, publisher, date, path, document, start, end: last }: TraceQuote) => ({
  quote,
  publisher,
  date,
  path,
  span: `${document}:${start}-${last}`,
});
