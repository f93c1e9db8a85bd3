import {
  type Chain,
  type ChainRequest,
  type ChainResult,
  describeChain,
  type EvidenceChain,
  findChains,
  readChainRequest,
  type Trace,
  type TraceNode,
  type TraceQuote,
} from "@redthread/core/trace";

/**
 * The chains between two names as one object, in the shape of `redthread path --format json`.
 * @throws RedthreadError `USAGE`, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, as the terminal says them.
 */
export function answerPath(
  trace: Trace,
  fromName: string,
  toName: string,
  request: ChainRequest,
): Readonly<Record<string, unknown>> {
  const read = readChainRequest(trace, fromName, toName, request);
  const { from, to, fromIndex, toIndex, options } = read;
  const result = findChains(trace.graph, fromIndex, toIndex, options);
  return {
    from: endOf(from),
    to: endOf(to),
    basis: result.kind,
    reason: result.chains.length === 0 ? noChainWords(from, to, result) : null,
    maxHops: result.maxHops,
    isCut: result.isCut,
    chains: result.chains.map((chain) => chainOf(trace, chain)),
  };
}

/** That no chain was found. */
function noChainWords(
  from: Pick<TraceNode, "name">,
  to: Pick<TraceNode, "name">,
  { maxHops, isCut }: Pick<ChainResult, "maxHops" | "isCut">,
): string {
  const cut = isCut ? " was found before the search was stopped at its limit" : "";
  return `No chain of links of up to ${maxHops} hops leads from ${from.name} to ${to.name}${cut}.`;
}

const endOf = ({ id, name, labels }: TraceNode) => ({ id, name, labels });

function chainOf(trace: Trace, chain: Chain) {
  const { steps, weakestInWords } = describeChain(trace, chain);
  const { verdict, borders, changes, weakest, crossings } = chain;
  return {
    verdict,
    borders,
    changes,
    weakest,
    weakestInWords,
    stops: chain.stops.flatMap((stop) => {
      const node = trace.graph.nodes[stop];
      if (node === undefined) return [];
      const { id, name, labels, states } = node;
      return [{ id, name, labels, states }];
    }),
    hops: steps.map((step, at) => hopOf(step, crossings[at] ?? null)),
  };
}

function hopOf(
  { link, direction, isUndated }: EvidenceChain["steps"][number],
  border: Chain["crossings"][number],
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

const quoted = ({ quote, publisher, date, path, document, start, end }: TraceQuote) => ({
  quote,
  publisher,
  date,
  path,
  span: `${document}:${start}-${end}`,
});
