import type { PropertyGraph } from "@redthread/core/graph";
import {
  type ChainRequest,
  type ChainResult,
  createTrace,
  describeChain,
  type EvidenceChain,
  findChains,
  readChainRequest,
  type Trace,
} from "@redthread/core/trace";
import { smallPack } from "./small-pack.js";

const { schema } = smallPack();

/** A graph that the narcotics pack's types fit, as chains are sought in it. */
export const traceOf = (graph: PropertyGraph): Trace => createTrace(graph, schema);

/** The chains between two names, with their quotes. */
export function chainsBetween(
  trace: Trace,
  from: string,
  to: string,
  request: ChainRequest = {},
): Omit<ChainResult, "chains"> & { readonly chains: readonly EvidenceChain[] } {
  const { fromIndex, toIndex, options } = readChainRequest(trace, from, to, request);
  const result = findChains(trace.graph, fromIndex, toIndex, options);
  return { ...result, chains: result.chains.map((chain) => describeChain(trace, chain)) };
}
