import type { GraphReader } from "../graph/graph-reader.js";
import { homeStates } from "./home-states.js";
import { readTraceLink, type TraceLink } from "./trace-link.js";
import { compareText, readTexts, readTraceNode, type TraceNode } from "./trace-node.js";

/** A place on a route, with the leg that proves it. */
export interface RouteStop {
  readonly place: TraceNode;
  readonly leg: "FROM" | "VIA" | "TO";
  readonly link: TraceLink;
  /** Ids of the states it lies in. */
  readonly states: readonly string[];
}

const LEGS = ["FROM", "VIA", "TO"] as const;

/**
 * The stops of a route from its origin to its destination. Stops between are in the order in which
 * the quotes name them, those named in no common quote by id.
 */
export function routeStops(graph: GraphReader, route: number): readonly RouteStop[] {
  return LEGS.flatMap((leg) => {
    const stops: RouteStop[] = [];
    graph.expand(route, "out", [leg], (relationship, place) => {
      const link = readTraceLink(graph, relationship);
      const states = homeStates(graph, place).map((state) => state.id);
      stops.push({ place: readTraceNode(graph, place), leg, link, states });
      return true;
    });
    return stops.sort(
      (a, b) => quotedAt(graph, a) - quotedAt(graph, b) || compareText(a.place.id, b.place.id),
    );
  });
}

/** The stops between two places of a route, both included; empty where one of them is none of it. */
export function describeRouteLeg(
  graph: GraphReader,
  route: number,
  from: number,
  to: number,
): readonly RouteStop[] {
  const stops = routeStops(graph, route);
  const first = stops.findIndex((stop) => stop.place.node === from);
  const last = stops.findIndex((stop) => stop.place.node === to);
  if (first < 0 || last < 0) return [];
  return first <= last ? stops.slice(first, last + 1) : stops.slice(last, first + 1).reverse();
}

/** Where the first quote names the place: its offset in the document. */
function quotedAt(graph: GraphReader, { place, link }: RouteStop): number {
  const [quote] = link.quotes;
  if (quote === undefined) return Number.MAX_SAFE_INTEGER;
  const names = [place.name, ...readTexts(graph.nodeProperty(place.node, "aliases"))];
  const found = names.map((name) => quote.quote.indexOf(name)).filter((at) => at >= 0);
  return found.length === 0 ? quote.end : quote.start + Math.min(...found);
}
