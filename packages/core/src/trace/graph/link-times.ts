import type { GraphReader } from "../../graph/graph-reader.js";
import type { Schema } from "../../model/schema.js";
import type { RawGraph } from "../read/raw-graph.js";
import { readText } from "../read/trace-node.js";

/** When a link held or happened; null where no report says. */
export interface LinkTime {
  readonly since: string | null;
  readonly until: string | null;
  readonly asOf: string | null;
}

/**
 * The times of all links: their own dates, else those of the action at one of their ends. What is
 * over on the day of a report has that day for its end.
 */
export function linkTimes(
  graph: GraphReader,
  { nodes, links }: RawGraph,
  schema: Schema,
): readonly LinkTime[] {
  const happened = nodes.map(({ slot, kind }) =>
    schema.roleOf(kind) === "operation" ? readSpan((key) => graph.nodeProperty(slot, key)) : null,
  );
  return links.map(({ slot, from, to }) => {
    const read = (key: string) => readText(graph.relationshipProperty(slot, key));
    const asOf = read("asOf");
    const isOver = graph.relationshipProperty(slot, "former") === true;
    const [since, until] = [read("from"), read("to") ?? (isOver ? asOf : null)];
    if (since !== null || until !== null || asOf !== null) return { since, until, asOf };
    const [start, end] = happened[from] ?? happened[to] ?? [null, null];
    return { since: start, until: end, asOf: null };
  });
}

/** The days of an action: `dateFrom` and `dateTo`, else `date`, which may be a range `from/to`. */
function readSpan(
  property: (key: string) => Parameters<typeof readText>[0],
): readonly [string, string] | null {
  const read = (key: string) => readText(property(key));
  const [first = "", last = first] = (read("date") ?? "").split("/");
  const from = read("dateFrom") ?? first;
  const to = read("dateTo") ?? (last === "" ? from : last);
  return from === "" ? null : [from, to];
}
