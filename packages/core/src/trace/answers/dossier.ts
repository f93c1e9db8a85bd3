import type { PropertyValue } from "../../graph/property-value.js";
import { compareText } from "../../text/compare.js";
import type { Trace } from "../graph/trace-graph.js";
import { type NamedState, nameStates } from "../names/state-names.js";
import { readQuotes, type TraceQuote } from "../read/quotes.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import { readText, readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";
import { type BandWorth, bandsOf } from "../words/band-words.js";
import {
  type DossierIdentity,
  describeIdentity,
  type IdentityRecord,
  NO_IDENTITIES,
} from "./identity.js";
import { type RouteStop, routeStops } from "./route-stops.js";

/** A document that tells of the entity, with the sentences that do. */
export interface DossierSource {
  readonly document: TraceNode;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly path: string | null;
  /** Document this one copies, or null. */
  readonly copyOf: string | null;
  readonly quotes: readonly TraceQuote[];
}

/** One link of the entity, seen from it. */
export interface DossierLink {
  readonly link: TraceLink;
  readonly direction: "out" | "in";
  readonly other: TraceNode;
}

/** All that a case knows of one entity. */
export interface Dossier {
  readonly entity: TraceNode;
  readonly aliases: readonly string[];
  /** States it is at home in, strongest first. */
  readonly states: readonly NamedState[];
  /** Dates of the first and last report that names it; null where none is dated. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** What is known of it beside name, aliases and documents, in the order stored. */
  readonly properties: ReadonlyMap<string, PropertyValue>;
  /** Sentences on what its reports disagree on. */
  readonly conflicts: readonly string[];
  /** Quotes behind an event's own figures; empty for things that are named. */
  readonly quotes: readonly TraceQuote[];
  /** By type, then the best proved first. */
  readonly links: readonly DossierLink[];
  /** The bands that the links fall in, with what each was worth when last measured. */
  readonly bands: readonly BandWorth[];
  /** Of a route: its stops in order. */
  readonly stops: readonly RouteStop[];
  /** By date, undated ones last. */
  readonly sources: readonly DossierSource[];
  readonly identity: DossierIdentity;
}

const SHOWN_ELSEWHERE = new Set([
  "id",
  "name",
  "aliases",
  "knownAs",
  "documents",
  "conflicts",
  "quotes",
  "spans",
  "states",
]);

/**
 * The dossier of a node, by its slot in the graph that the trace was made from.
 * @param record what the case has written down of who is who
 */
export function describeEntity(
  trace: Trace,
  node: number,
  record: IdentityRecord = NO_IDENTITIES,
): Dossier {
  const { graph: traced, nodeAt, reader: graph, schema } = trace;
  const own = traced.nodes[nodeAt.get(node) ?? -1];
  const read = (key: string) => graph.nodeProperty(node, key);
  const properties = new Map<string, PropertyValue>();
  for (const key of graph.nodePropertyKeys(node)) {
    const value = read(key);
    if (value !== undefined && !SHOWN_ELSEWHERE.has(key)) properties.set(key, value);
  }
  const sources = readSources(trace, node);
  const dates = sources.flatMap((source) => source.date ?? []).sort();
  const links = readLinks(trace, node);
  const entity = readTraceNode(graph, node);
  return {
    entity,
    aliases: readTexts(read("aliases")),
    states: nameStates(traced, own?.states ?? []),
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    properties,
    conflicts: readTexts(read("conflicts")),
    quotes: readQuotes(graph, read),
    links,
    bands: bandsOf(
      links.map(({ link }) => link.confidence),
      schema.data,
    ),
    stops: schema.roleOf(own?.kind ?? "") === "route" ? routeStops(trace, node) : [],
    sources,
    identity: describeIdentity(trace, entity.id, record),
  };
}

function readLinks({ reader: graph, schema }: Trace, node: number): readonly DossierLink[] {
  const links: DossierLink[] = [];
  for (const direction of ["out", "in"] as const) {
    graph.expand(node, direction, null, (relationship, other) => {
      if (schema.relationRoleOf(graph.typeOf(relationship)) === "mentioned-in") return true;
      links.push({
        link: readTraceLink(graph, relationship),
        direction,
        other: readTraceNode(graph, other),
      });
      return true;
    });
  }
  return links.sort(
    (a, b) =>
      compareText(a.link.type, b.link.type) ||
      compareText(a.direction, b.direction) ||
      b.link.sources - a.link.sources ||
      b.link.confidence - a.link.confidence ||
      compareText(a.other.id, b.other.id) ||
      compareText(a.link.id, b.link.id),
  );
}

function readSources({ reader: graph, schema }: Trace, node: number): readonly DossierSource[] {
  const mentions = schema.data.relations.filter(({ role }) => role === "mentioned-in");
  const sources: DossierSource[] = [];
  graph.expand(
    node,
    "out",
    mentions.map(({ name }) => name),
    (relationship, document) => {
      const read = (key: string) => readText(graph.nodeProperty(document, key));
      sources.push({
        document: readTraceNode(graph, document),
        publisher: read("publisher"),
        date: read("date"),
        path: read("path"),
        copyOf: read("copyOf"),
        quotes: readQuotes(graph, (key) => graph.relationshipProperty(relationship, key)),
      });
      return true;
    },
  );
  return sources.sort(
    (a, b) =>
      compareText(a.date ?? "~", b.date ?? "~") || compareText(a.document.id, b.document.id),
  );
}
