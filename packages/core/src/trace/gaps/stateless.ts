import type { Trace } from "../graph/trace-graph.js";
import { readTraceNode } from "../read/trace-node.js";
import type { Gap } from "./gap.js";
import { walkDegrees } from "./walk-degrees.js";

/** Things that act and that no report sets in a state: whether their links cross a border is unknown. */
export function stateless({ graph, nodeSlots, reader }: Trace): readonly Gap[] {
  const degrees = walkDegrees(graph);
  return graph.nodes.flatMap(({ acts, states, isPublisher }, at) => {
    const links = degrees[at] ?? 0;
    if (!acts || isPublisher || states.length > 0 || links < 2) return [];
    const words = `No report says of which state it is; of its ${links} links nobody can tell whether they cross a border.`;
    const nodes = [readTraceNode(reader, nodeSlots[at] ?? -1)];
    return [{ kind: "stateless", nodes, link: null, weight: links, words }];
  });
}
