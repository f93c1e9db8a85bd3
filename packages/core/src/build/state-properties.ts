import type { PropertyGraph } from "../graph/property-graph.js";
import type { Schema } from "../model/schema.js";
import { createTrace } from "../trace/graph/trace-graph.js";

/**
 * Writes what traces conclude into the graph, so that a query sees it too: on every node `states`,
 * the codes of the states it is at home in, strongest first; on every relationship `crosses`, the two
 * states on whose border it lies, or an empty list; `publisher: true` on an organization that
 * published a report of the case. A `country` that the states contradict gives way to the strongest.
 */
export function writeStates(graph: PropertyGraph, schema: Schema): void {
  const trace = createTrace(graph, schema);
  trace.graph.nodes.forEach(({ states, isPublisher }, at) => {
    const slot = trace.nodeSlots[at];
    if (slot === undefined) return;
    graph.setNodeProperty(slot, "states", states);
    // A demonym beside an official's name may be another state's: his own is his body's.
    const [own] = states;
    const told = graph.nodeProperty(slot, "country");
    if (own !== undefined && typeof told === "string" && !states.includes(told)) {
      graph.setNodeProperty(slot, "country", own);
    }
    if (isPublisher) graph.setNodeProperty(slot, "publisher", true);
  });
  trace.graph.links.forEach(({ crosses }, at) => {
    const slot = trace.linkSlots[at];
    if (slot !== undefined) graph.setRelationshipProperty(slot, "crosses", crosses);
  });
}
