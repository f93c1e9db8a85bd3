import { confidenceBand } from "../../model/confidence.js";
import type { Chain } from "../chains/chain.js";
import type { ChainResult } from "../chains/find-chains.js";
import type { Trace } from "../graph/trace-graph.js";
import type { TraceQuote } from "../read/quotes.js";
import type { TraceNode } from "../read/trace-node.js";
import { type BandWorth, bandsInWords, bandsOf } from "../words/band-words.js";
import { describeChain, type EvidenceChain } from "./describe-chain.js";

/**
 * An answer to "how are these two linked" for a program: one object, whatever was found, and the same
 * one from the terminal and from the page. `reason` says in words why there is no chain; who asks
 * words it, because what to do about it differs.
 */
export function answerChains(
  trace: Trace,
  from: TraceNode,
  to: TraceNode,
  result: ChainResult,
  reason: string,
): Readonly<Record<string, unknown>> {
  const { chains, kind, maxHops, isCut } = result;
  const bands = bandsOfChains(trace, chains);
  return {
    from: endOf(from),
    to: endOf(to),
    basis: kind,
    reason: chains.length === 0 ? reason : null,
    maxHops,
    isCut,
    bands,
    bandsInWords: bandsInWords(bands),
    chains: chains.map((chain) => chainOf(trace, chain)),
  };
}

/** The bands that the hops of some chains fall in, with what each was worth. */
export function bandsOfChains(
  { graph, schema }: Pick<Trace, "graph" | "schema">,
  chains: readonly Chain[],
): readonly BandWorth[] {
  const hops = chains.flatMap((chain) => chain.hops);
  const confidences = hops.flatMap(({ link }) => graph.links[link]?.confidence ?? []);
  return bandsOf(confidences, schema.data);
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
  const { id, type, confidence, sources, modality, inferred, deniedBy } = link;
  return {
    id,
    type,
    direction,
    band: confidenceBand(confidence),
    confidence,
    sources,
    modality,
    inferred,
    deniedBy,
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
