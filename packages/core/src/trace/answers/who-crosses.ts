import { confidenceBand } from "../../model/confidence.js";
import type { EntityRole } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import type { Trace, TraceGraphLink } from "../graph/trace-graph.js";
import { type NamedState, stateName } from "../names/state-names.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import { readTraceNode, type TraceNode } from "../read/trace-node.js";

/** One state that somebody is active in, with the links that say so, the best proved first. */
export interface ActiveIn extends NamedState {
  readonly links: readonly TraceLink[];
}

/** Somebody who is active in several states. */
export interface Crosser {
  readonly entity: TraceNode;
  /** Best proved first, equals by name. */
  readonly states: readonly ActiveIn[];
}

/** What to look for. */
export interface CrosserOptions {
  /** Only entities of these types; all that act where it is absent. */
  readonly types?: readonly string[];
  /** Only those active in all of these states, by code. */
  readonly states?: readonly string[];
  /** True to count links of the lowest band too. */
  readonly candidates?: boolean;
}

/** Ends that say where somebody is active: where they stand or act, not whom they know. */
const SETTINGS: ReadonlySet<EntityRole | null> = new Set([
  "place",
  "country",
  "operation",
  "route",
  "body",
]);

const NO_LINK: ReadonlySet<string> = new Set(["denied", "hypothetical"]);

/**
 * Who is active in two or more states, by what the links say of where they stand and act; most states
 * first, then most links. What is denied counts for nothing. O(nodes + relationships).
 */
export function whoCrosses(trace: Trace, options: CrosserOptions = {}): readonly Crosser[] {
  const found = new Map<number, Map<string, number[]>>();
  for (const [at, link] of trace.graph.links.entries()) {
    if (!counts(link, options)) continue;
    for (const [node, other] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const)
      for (const state of activeStates(trace, node, other)) {
        const states = found.get(node) ?? new Map<string, number[]>();
        const own = states.get(state);
        if (own === undefined) states.set(state, [at]);
        else own.push(at);
        found.set(node, states);
      }
  }
  return [...found]
    .filter(([node, states]) => isWanted(trace, node, states, options))
    .map(([node, states]) => toCrosser(trace, node, states))
    .sort(
      (a, b) =>
        b.states.length - a.states.length ||
        linkCount(b) - linkCount(a) ||
        compareText(a.entity.id, b.entity.id),
    );
}

const counts = (
  { modality, walk, confidence }: TraceGraphLink,
  { candidates }: CrosserOptions,
): boolean =>
  walk &&
  !NO_LINK.has(modality) &&
  (candidates === true || confidenceBand(confidence) !== "candidate");

/** The states of the other end, where it says where the node is active. */
function activeStates({ graph, schema }: Trace, node: number, other: number): readonly string[] {
  const [own, there] = [graph.nodes[node], graph.nodes[other]];
  if (own?.acts !== true || own.isPublisher || there === undefined) return [];
  const role = schema.roleOf(there.kind);
  if (!SETTINGS.has(role)) return [];
  // Two bodies that work together are each at home; a person who serves in one is active in its state.
  if (role === "body" && schema.roleOf(own.kind) === "body") return [];
  return there.isState === null ? there.states : [there.isState];
}

function isWanted(
  { graph, schema }: Trace,
  node: number,
  states: ReadonlyMap<string, unknown>,
  { types, states: asked = [] }: CrosserOptions,
): boolean {
  const { kind = "" } = graph.nodes[node] ?? {};
  if (types !== undefined && !schema.lineage(kind).some((type) => types.includes(type)))
    return false;
  return states.size > 1 && asked.every((state) => states.has(state));
}

function toCrosser(
  { graph, linkSlots, nodeSlots, reader }: Trace,
  node: number,
  states: ReadonlyMap<string, readonly number[]>,
): Crosser {
  const told = [...states].map(([code, links]) => ({
    code,
    name: stateName(graph, code),
    links: links.map((at) => readTraceLink(reader, linkSlots[at] ?? -1)).sort(surestFirst),
  }));
  return {
    entity: readTraceNode(reader, nodeSlots[node] ?? -1),
    states: told.sort(
      (a, b) =>
        (b.links[0]?.confidence ?? 0) - (a.links[0]?.confidence ?? 0) ||
        compareText(a.name, b.name),
    ),
  };
}

const surestFirst = (a: TraceLink, b: TraceLink): number =>
  b.confidence - a.confidence || compareText(a.id, b.id);

const linkCount = ({ states }: Crosser): number =>
  states.reduce((sum, { links }) => sum + links.length, 0);
