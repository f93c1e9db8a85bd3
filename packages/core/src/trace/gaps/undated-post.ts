import type { Trace } from "../graph/trace-graph.js";
import { readTraceLink } from "../read/trace-link.js";
import type { Gap } from "./gap.js";

/** Posts of which no report says since when, until when, or on which day they were held. */
export function undatedPost({ graph, linkSlots, reader, schema }: Trace): readonly Gap[] {
  return graph.links.flatMap(({ type, since, until, asOf }, at) => {
    const isPost = schema.relationRoleOf(type) === "post";
    if (!isPost || since !== null || until !== null || asOf !== null) return [];
    const link = readTraceLink(reader, linkSlots[at] ?? -1);
    const words = "No report says when the post was held.";
    return [{ kind: "undated-post", nodes: [link.start, link.end], link, weight: 1, words }];
  });
}
