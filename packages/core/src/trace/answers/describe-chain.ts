import type { Chain } from "../chains/chain.js";
import type { ChainVerdict } from "../chains/judge-chain.js";
import type { Trace } from "../graph/trace-graph.js";
import { type NamedState, nameStates } from "../names/state-names.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";
import { strengthInWords } from "../words/strength-words.js";
import { describeRouteLeg, type RouteStop } from "./route-stops.js";

/** One hop of a chain with all that proves it. */
export interface DescribedStep {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly link: TraceLink;
  /** `with` where the relationship points the way the chain goes, else `against`. */
  readonly direction: "with" | "against";
  readonly fromStates: readonly NamedState[];
  readonly toStates: readonly NamedState[];
  /** The border crossed by the end of this hop, by names of states, or null. */
  readonly crossing: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
  /** True where a time was asked for and no report dates this hop. */
  readonly isUndated: boolean;
}

/** A chain of evidence between two entities, with its quotes. */
export interface EvidenceChain {
  readonly nodes: readonly TraceNode[];
  readonly steps: readonly DescribedStep[];
  /** Index of the weakest step. */
  readonly weakest: number;
  /** Such as `The weakest link is …: likely (0.72), one source, alleged.` */
  readonly weakestInWords: string;
  readonly verdict: ChainVerdict;
  /** Number of steps with a crossing. */
  readonly borders: number;
  /** For each route on the chain the stops between where it is entered and left, ends included. */
  readonly routes: readonly { readonly route: TraceNode; readonly stops: readonly RouteStop[] }[];
}

/** A chain with all that proves it. */
export function describeChain(trace: Trace, chain: Chain): EvidenceChain {
  const { graph, reader, nodeSlots } = trace;
  const nodes = chain.stops.map((stop) => readTraceNode(reader, nodeSlots[stop] ?? 0));
  const steps = chain.hops.map((_, hop) => describeStep(trace, chain, nodes, hop));
  const weakest = steps[chain.weakest]?.link;
  return {
    nodes,
    steps,
    weakest: chain.weakest,
    weakestInWords:
      weakest === undefined
        ? ""
        : `The weakest link is ${weakest.start.name} ${weakest.type} ${weakest.end.name}: ${strengthInWords(weakest)}.`,
    verdict: chain.verdict,
    borders: chain.borders,
    routes: chain.stops.slice(1, -1).flatMap((stop, at) => {
      const role = trace.schema.roleOf(graph.nodes[stop]?.kind ?? "");
      const [before, route, after] = [nodes[at], nodes[at + 1], nodes[at + 2]];
      if (role !== "route" || before === undefined || route === undefined || after === undefined) {
        return [];
      }
      const stops = describeRouteLeg(trace, route.node, before.node, after.node);
      return stops.length === 0 ? [] : [{ route, stops }];
    }),
  };
}

function describeStep(
  { graph, reader, linkSlots }: Trace,
  { stops, hops, crossings, undated }: Chain,
  nodes: readonly TraceNode[],
  at: number,
): DescribedStep {
  const [from, to] = [nodes[at], nodes[at + 1]];
  const hop = hops[at];
  if (from === undefined || to === undefined || hop === undefined) {
    throw new TypeError(`a chain of ${hops.length} hops has ${stops.length} stops`);
  }
  const statesOf = (stop: number | undefined): readonly NamedState[] =>
    nameStates(graph, graph.nodes[stop ?? -1]?.states ?? []);
  const crossing = crossings[at] ?? null;
  const namesOf = (codes: readonly string[]): readonly string[] =>
    nameStates(graph, codes).map(({ name }) => name);
  return {
    from,
    to,
    link: readTraceLink(reader, linkSlots[hop.link] ?? 0),
    direction: hop.forward ? "with" : "against",
    fromStates: statesOf(stops[at]),
    toStates: statesOf(stops[at + 1]),
    crossing: crossing === null ? null : { from: namesOf(crossing.from), to: namesOf(crossing.to) },
    isUndated: undated.includes(at),
  };
}
