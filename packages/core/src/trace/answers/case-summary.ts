import type { GraphReader } from "../../graph/graph-reader.js";
import type { ResolutionDecision } from "../../model/entity.js";
import type { EntityRole, Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { readText, readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";

/** Figures of a case, and the questions it leaves open. */
export interface CaseSummary {
  readonly nodes: number;
  readonly relationships: number;
  /** Most first, equals by name. A node with two labels counts under both. */
  readonly labels: readonly Count[];
  readonly types: readonly Count[];
  readonly documents: number;
  /** Documents that copy another one. */
  readonly copies: number;
  /** Most reports first; documents without a publisher are not counted here. */
  readonly publishers: readonly Count[];
  /** First and last date of a report; null where none is dated. */
  readonly reported: { readonly first: string; readonly last: string } | null;
  /** First and last day of an action; null where none is dated. */
  readonly happened: { readonly first: string; readonly last: string } | null;
  /** Nodes whose reports disagree, sorted by id. */
  readonly conflicts: readonly {
    readonly node: TraceNode;
    readonly sentences: readonly string[];
  }[];
  /** Pairs that may be one and need a person, likeliest first. */
  readonly reviews: readonly ResolutionDecision[];
}

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** The summary of a graph; decisions are those of its resolution. */
export function summarizeCase(
  graph: GraphReader,
  schema: Schema,
  decisions: readonly ResolutionDecision[] = [],
): CaseSummary {
  const published: string[] = [];
  const reported: string[] = [];
  const happened: string[] = [];
  const conflicts: { node: TraceNode; sentences: readonly string[] }[] = [];
  let copies = 0;
  graph.forEachNode(null, (node) => {
    const read = (key: string) => readText(graph.nodeProperty(node, key));
    const texts = (...keys: readonly string[]) => keys.flatMap((key) => read(key) ?? []);
    const role = schema.roleOf(schema.kindOf(graph.labelsOf(node)) ?? "");
    if (role === "document") {
      published.push(...texts("publisher"));
      reported.push(...texts("date"));
      copies += texts("copyOf").length;
    }
    if (role === "operation") happened.push(...texts("dateFrom", "dateTo"));
    const sentences = readTexts(graph.nodeProperty(node, "conflicts"));
    if (sentences.length > 0) conflicts.push({ node: readTraceNode(graph, node), sentences });
    return true;
  });
  return {
    nodes: graph.nodeCount,
    relationships: graph.relationshipCount,
    labels: counts(graph.labels().map((name) => [name, graph.countWithLabel(name)])),
    types: counts(graph.relationshipTypes().map((name) => [name, graph.countWithType(name)])),
    documents: countOfRole(graph, schema, "document"),
    copies,
    publishers: counts(tally(published)),
    reported: rangeOf(reported),
    happened: rangeOf(happened),
    conflicts: conflicts.sort((a, b) => compareText(a.node.id, b.node.id)),
    reviews: decisions
      .filter((decision) => decision.outcome === "review")
      .sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b)),
  };
}

/** Nodes of the types with a role; none of these is a special case of another. */
const countOfRole = (graph: GraphReader, schema: Schema, role: EntityRole): number =>
  schema.data.entities
    .filter((type) => type.role === role && schema.roleOf(type.parent ?? "") !== role)
    .reduce((sum, { name }) => sum + graph.countWithLabel(name), 0);

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

const counts = (entries: Iterable<readonly [string, number]>): readonly Count[] =>
  [...entries]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));

function rangeOf(
  dates: readonly string[],
): { readonly first: string; readonly last: string } | null {
  const ordered = [...dates].sort();
  const [first] = ordered;
  const last = ordered.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
