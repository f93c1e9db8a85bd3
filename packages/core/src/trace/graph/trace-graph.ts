// A case as chains are sought in it: plain data, made once from a graph and a schema, so that the
// terminal and a page in a browser run the very same search on the very same figures.
import type { GraphReader } from "../../graph/graph-reader.js";
import type { Schema } from "../../model/schema.js";
import { findHomes } from "../homes/home-states.js";
import { findPublishers } from "../homes/publishers.js";
import {
  type PlainLink,
  type PlainNode,
  type RawLink,
  type RawNode,
  readRawGraph,
} from "../read/raw-graph.js";
import { linkTimes } from "./link-times.js";
import { tellFacts } from "./told-facts.js";

/** A node of a case, with what follows from its links; a publisher of the case lets no chain pass. */
export interface TraceGraphNode extends PlainNode {
  /**
   * Codes of the states it is at home in, strongest first: ISO 3166 alpha-2 in lower case, the node
   * id of a state that has none.
   */
  readonly states: readonly string[];
  /** Codes of the states a picture sets it by where it has none of its own; never a border. */
  readonly near: readonly string[];
  /** True for those who act: chains worth following start there. */
  readonly acts: boolean;
  /** Of a state its own code, of anything else null. */
  readonly isState: string | null;
  /** True for an organization that published a report of the case. */
  readonly isPublisher: boolean;
}

/** A relationship of a case, with what follows from its ends and its properties. */
export interface TraceGraphLink extends PlainLink {
  /** The two states on whose border it lies, sorted; empty where it lies on none or it is unknown. */
  readonly crosses: readonly string[];
  /** When it held or happened, ISO 8601 to the day, month or year; null where no report says. */
  readonly since: string | null;
  readonly until: string | null;
  /** The day for which a report says that it held; null where none does. */
  readonly asOf: string | null;
  /** Id of the link that tells the same fact first: a route's leg for the plain leg made from it. */
  readonly fact: string;
}

/** Nodes in order of id, links in order of id. */
export interface TraceGraph {
  readonly nodes: readonly TraceGraphNode[];
  readonly links: readonly TraceGraphLink[];
  /** Ids of the documents, sorted. */
  readonly documents: readonly string[];
}

/** A trace graph with the graph that it was made from, where the quotes stand. */
export interface Trace {
  readonly graph: TraceGraph;
  readonly reader: GraphReader;
  readonly schema: Schema;
  /** Slot of each node and link of the trace graph. */
  readonly nodeSlots: readonly number[];
  readonly linkSlots: readonly number[];
  /** Index of each node by its slot. */
  readonly nodeAt: ReadonlyMap<number, number>;
}

/**
 * The case as chains are sought in it. A chain never leads through a type that the schema lets none
 * pass, a publisher of the case, or a place larger than a town. O(nodes + relationships) apart from
 * sorting.
 */
export function createTraceGraph(graph: GraphReader, schema: Schema): TraceGraph {
  return createTrace(graph, schema).graph;
}

/** {@link createTraceGraph} for who goes on to ask the graph itself for quotes. */
export function createTrace(graph: GraphReader, schema: Schema): Trace {
  const raw = readRawGraph(graph, schema);
  const { nodes, links, documents } = raw;
  const homes = findHomes(raw, schema);
  const publishers = findPublishers(graph, raw, schema);
  const facts = tellFacts(links, schema);
  const times = linkTimes(graph, raw, schema);
  const toNode = (
    { slot: _, country: __, state, ...node }: RawNode,
    at: number,
  ): TraceGraphNode => ({
    ...node,
    passes: node.passes && !publishers.has(at),
    states: homes.states[at] ?? [],
    near: homes.near[at] ?? [],
    acts: schema.entity(node.kind)?.acts ?? false,
    isState: state,
    isPublisher: publishers.has(at),
  });
  const toLink = ({ slot: _, spans: __, ...link }: RawLink, at: number): TraceGraphLink => ({
    ...link,
    crosses: bordersCrossed(link, homes.states),
    since: times[at]?.since ?? null,
    until: times[at]?.until ?? null,
    asOf: times[at]?.asOf ?? null,
    fact: facts[at] ?? link.id,
  });
  return {
    graph: { nodes: nodes.map(toNode), links: links.map(toLink), documents },
    reader: graph,
    schema,
    nodeSlots: nodes.map((node) => node.slot),
    linkSlots: links.map((link) => link.slot),
    nodeAt: new Map(nodes.map((node, index) => [node.slot, index])),
  };
}

/** The strongest states of two ends that share none, sorted; empty where there is no such pair. */
function bordersCrossed(
  { from, to, standing }: PlainLink,
  states: readonly (readonly string[])[],
): readonly string[] {
  const [here = [], there = []] = [states[from], states[to]];
  const [a] = here;
  const [b] = there;
  if (standing || a === undefined || b === undefined) return [];
  return here.some((state) => there.includes(state)) ? [] : [a, b].sort();
}
