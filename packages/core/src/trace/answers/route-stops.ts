import type { RelationRole } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTraceLink, type TraceLink } from "../read/trace-link.js";
import { readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";

/** A place on a route, with the leg that proves it. */
export interface RouteStop {
  readonly place: TraceNode;
  readonly leg: "from" | "via" | "to";
  readonly link: TraceLink;
  /** Codes of the states it lies in. */
  readonly states: readonly string[];
}

const LEGS: readonly (readonly [RouteStop["leg"], RelationRole])[] = [
  ["from", "route-from"],
  ["via", "route-via"],
  ["to", "route-to"],
];

/**
 * The stops of a route, by its slot, from its origin to its destination. Stops between are in the
 * order in which the quotes name them, those named in no common quote by id.
 */
export function routeStops(trace: Trace, route: number): readonly RouteStop[] {
  const { graph, reader, schema, nodeAt } = trace;
  return LEGS.flatMap(([leg, role]) => {
    const types = schema.data.relations.filter((one) => one.role === role).map(({ name }) => name);
    const stops: RouteStop[] = [];
    reader.expand(route, "out", types, (relationship, place) => {
      const link = readTraceLink(reader, relationship);
      const states = graph.nodes[nodeAt.get(place) ?? -1]?.states ?? [];
      stops.push({ place: readTraceNode(reader, place), leg, link, states });
      return true;
    });
    return stops.sort(
      (a, b) => quotedAt(trace, a) - quotedAt(trace, b) || compareText(a.place.id, b.place.id),
    );
  });
}

/** The stops between two places of a route, both included; empty where one of them is none of it. */
export function describeRouteLeg(
  trace: Trace,
  route: number,
  from: number,
  to: number,
): readonly RouteStop[] {
  const stops = routeStops(trace, route);
  const first = stops.findIndex((stop) => stop.place.node === from);
  const last = stops.findIndex((stop) => stop.place.node === to);
  if (first < 0 || last < 0) return [];
  return first <= last ? stops.slice(first, last + 1) : stops.slice(last, first + 1).reverse();
}

/** Where the first quote names the place: its offset in the document. */
function quotedAt({ reader }: Trace, { place, link }: RouteStop): number {
  const [quote] = link.quotes;
  if (quote === undefined) return Number.MAX_SAFE_INTEGER;
  const names = [place.name, ...readTexts(reader.nodeProperty(place.node, "aliases"))];
  const found = names.map((name) => quote.quote.indexOf(name)).filter((at) => at >= 0);
  return found.length === 0 ? quote.end : quote.start + Math.min(...found);
}
