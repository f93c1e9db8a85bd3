import type { GraphReader } from "../graph/graph-reader.js";
import { type HomeState, homeStates } from "./home-states.js";
import { describeRouteLeg, type RouteStop } from "./route-stops.js";
import { confidenceBand, readTraceLink, type TraceLink } from "./trace-link.js";
import { readTraceNode, type TraceNode } from "./trace-node.js";

/** One hop of a search: a relationship followed from one slot to another. */
export interface ChainStep {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
}

/** One hop of a chain with all that proves it. */
export interface DescribedStep {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly link: TraceLink;
  /** `with` where the relationship points the way the chain goes, else `against`. */
  readonly direction: "with" | "against";
  readonly fromStates: readonly HomeState[];
  readonly toStates: readonly HomeState[];
  /**
   * The border crossed by the end of this hop, or null: from the states of the last stop that has
   * any to those of this one, when they share none. A stop at home in two states counts only for
   * those it shares with the stop before, so that a chain can leave it over their border. Drugs and
   * routes have none, so a border passed on a route is that of the hop which leaves it.
   */
  readonly crossing: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
}

/** A chain of evidence between two entities. */
export interface EvidenceChain {
  readonly nodes: readonly TraceNode[];
  readonly steps: readonly DescribedStep[];
  /** Index of the step with the least confidence, the fewest sources of equals, the first of equals. */
  readonly weakest: number;
  /** Such as `The weakest link is …: likely (0.72), one source, alleged.` */
  readonly weakestInWords: string;
  /** Number of hops with a crossing. */
  readonly borders: number;
  /** For each route on the chain the stops between where it is entered and left, ends included. */
  readonly routes: readonly { readonly route: TraceNode; readonly stops: readonly RouteStop[] }[];
}

/** A path of the graph as a chain of evidence. */
export function describeChain(
  graph: GraphReader,
  start: number,
  path: readonly ChainStep[],
): EvidenceChain {
  const steps = describeSteps(graph, start, path);
  const weakest = weakestOf(steps);
  const routes = path.flatMap((step, index) => {
    const next = path[index + 1];
    if (next === undefined || !graph.hasLabel(step.to, "Route")) return [];
    const stops = describeRouteLeg(graph, step.to, step.from, next.to);
    return stops.length === 0 ? [] : [{ route: readTraceNode(graph, step.to), stops }];
  });
  return {
    nodes: [readTraceNode(graph, start), ...steps.map((step) => step.to)],
    steps,
    weakest,
    weakestInWords: tellWeakest(steps[weakest]),
    borders: steps.filter((step) => step.crossing !== null).length,
    routes,
  };
}

function describeSteps(
  graph: GraphReader,
  start: number,
  path: readonly ChainStep[],
): readonly DescribedStep[] {
  let before = groundOf(graph, start);
  return path.map((step) => {
    const ground = groundOf(graph, step.to);
    const shared = ground.filter((state) => before.some((other) => other.node === state.node));
    const isCrossing = before.length > 0 && ground.length > 0 && shared.length === 0;
    const crossing = isCrossing
      ? { from: before.map((state) => state.name), to: ground.map((state) => state.name) }
      : null;
    // Who is at home in two states is met in the one the chain comes from.
    if (ground.length > 0) before = shared.length > 0 ? shared : ground;
    return describeStep(graph, step, crossing);
  });
}

function describeStep(
  graph: GraphReader,
  { relationship, from, to }: ChainStep,
  crossing: DescribedStep["crossing"],
): DescribedStep {
  return {
    from: readTraceNode(graph, from),
    to: readTraceNode(graph, to),
    link: readTraceLink(graph, relationship),
    direction: graph.startOf(relationship) === from ? "with" : "against",
    fromStates: homeStates(graph, from),
    toStates: homeStates(graph, to),
    crossing,
  };
}

/** The states on whose ground a stop stands; drugs and routes move and stand on none. */
const groundOf = (graph: GraphReader, node: number): readonly HomeState[] =>
  graph.hasLabel(node, "Route") || graph.hasLabel(node, "Drug") ? [] : homeStates(graph, node);

function weakestOf(steps: readonly DescribedStep[]): number {
  let weakest = 0;
  for (const [index, { link }] of steps.entries()) {
    const least = steps[weakest]?.link;
    if (least === undefined) continue;
    const isWeaker =
      link.confidence < least.confidence ||
      (link.confidence === least.confidence && link.sources < least.sources);
    if (isWeaker) weakest = index;
  }
  return weakest;
}

function tellWeakest(step: DescribedStep | undefined): string {
  if (step === undefined) return "";
  const { link } = step;
  const sources = link.sources === 1 ? "one source" : `${link.sources} independent sources`;
  const said = link.modality === "asserted" ? "" : `, ${link.modality}`;
  const denied = link.denials.length > 0 ? ", denied by others" : "";
  const sure = `${confidenceBand(link.confidence)} (${link.confidence.toFixed(2)})`;
  return `The weakest link is ${link.start.name} ${link.type} ${link.end.name}: ${sure}, ${sources}${said}${denied}.`;
}
