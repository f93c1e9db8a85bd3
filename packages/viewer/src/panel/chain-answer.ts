import {
  answerChains,
  type ChainRequest,
  type ChainResult,
  findChains,
  readChainRequest,
  type Trace,
  type TraceNode,
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
  return answerChains(trace, from, to, result, noChainWords(from, to, result));
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
