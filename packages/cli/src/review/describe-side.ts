import type { SeenThing, Sighting } from "@redthread/core/model";
import { describeSlot, quotesOfNode, type Trace, type TraceQuote } from "@redthread/core/trace";
import type { ReviewSide } from "./review-item.js";

/** A node as one side of a question. */
export function sideOf({ graph, reader, nodeSlots }: Trace, index: number): ReviewSide {
  const node = graph.nodes[index];
  const slot = nodeSlots[index];
  if (node === undefined || slot === undefined) return { title: "", quotes: [] };
  const others = node.aliases.length === 0 ? "" : `, also ${node.aliases.join(", ")}`;
  const states = node.states.length === 0 ? "" : `, ${node.states.join(" ").toUpperCase()}`;
  return {
    title: `${node.name} (${node.kind}${states})${others}`,
    quotes: quotesOfNode(reader, slot),
  };
}

/** A node as a judgement names it, or its id where no report quotes it. */
export function thingOf({ graph, reader, nodeSlots }: Trace, index: number): SeenThing | string {
  const slot = nodeSlots[index];
  const id = graph.nodes[index]?.id ?? "";
  return (slot === undefined ? null : describeSlot(reader, slot)) ?? id;
}

export const sightingOf = ({ document, path, quote, start, end }: TraceQuote): Sighting => ({
  document,
  path: path ?? "",
  quote,
  start,
  end,
});
