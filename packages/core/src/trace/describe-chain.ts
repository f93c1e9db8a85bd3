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
  /** The border this hop crosses, or null where both ends share a state or one has none. */
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
  /** Number of borders crossed, those between the stops of a route included. */
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
  const steps = path.map((step) => describeStep(graph, step));
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
    borders: countBorders(graph, start, path, routes),
    routes,
  };
}

function describeStep(graph: GraphReader, { relationship, from, to }: ChainStep): DescribedStep {
  const fromStates = homeStates(graph, from);
  const toStates = homeStates(graph, to);
  const isCrossing =
    isGrounded(graph, from) &&
    isGrounded(graph, to) &&
    fromStates.length > 0 &&
    toStates.length > 0 &&
    !fromStates.some((state) => toStates.some((other) => other.node === state.node));
  return {
    from: readTraceNode(graph, from),
    to: readTraceNode(graph, to),
    link: readTraceLink(graph, relationship),
    direction: graph.startOf(relationship) === from ? "with" : "against",
    fromStates,
    toStates,
    crossing: isCrossing
      ? { from: fromStates.map((state) => state.name), to: toStates.map((state) => state.name) }
      : null,
  };
}

/** Drugs and routes move: they stand on no side of a border. */
const isGrounded = (graph: GraphReader, node: number): boolean =>
  !graph.hasLabel(node, "Route") && !graph.hasLabel(node, "Drug");

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

/** Changes of state along the chain; a route counts each state it leads through. */
function countBorders(
  graph: GraphReader,
  start: number,
  path: readonly ChainStep[],
  routes: EvidenceChain["routes"],
): number {
  const stages: (readonly string[])[] = [];
  const add = (node: number): void => {
    if (isGrounded(graph, node)) stages.push(homeStates(graph, node).map((state) => state.id));
  };
  add(start);
  for (const { to } of path) {
    const route = routes.find((one) => one.route.node === to);
    for (const stop of route?.stops.slice(1, -1) ?? []) stages.push(stop.states);
    add(to);
  }
  const known = stages.filter((states) => states.length > 0);
  return known.filter((states, index) => {
    const before = known[index - 1];
    return before !== undefined && !before.some((state) => states.includes(state));
  }).length;
}
