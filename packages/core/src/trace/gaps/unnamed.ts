import type { Trace } from "../graph/trace-graph.js";
import { readTraceNode } from "../read/trace-node.js";
import type { Gap } from "./gap.js";
import { walkDegrees } from "./walk-degrees.js";

/** Groups that the reports tell of without a name, the one with most links first. */
export function unnamed({ graph, nodeSlots, reader }: Trace): readonly Gap[] {
  const degrees = walkDegrees(graph);
  return nodeSlots.flatMap((slot, at) => {
    if (reader.nodeProperty(slot, "unnamed") !== true) return [];
    const links = degrees[at] ?? 0;
    const words = `No report names it; ${links} ${links === 1 ? "link" : "links"} would gain by a name.`;
    return [
      { kind: "unnamed", nodes: [readTraceNode(reader, slot)], link: null, weight: links, words },
    ];
  });
}
