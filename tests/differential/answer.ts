import type { CypherValue } from "@redthread/core/cypher";
import { formatCell, NodeRecord, PathRecord, RelationshipRecord } from "@redthread/core/cypher";
import { compareText } from "@redthread/core/text";

/** What came of a query: its rows as text, or that it was refused, and the graph afterwards. */
export interface Answer {
  /** One text a row, in order where the query lays it down; null where the query failed. */
  readonly rows: readonly string[] | null;
  /** The message of the error; it is shown, not compared. */
  readonly error: string | null;
  /** The graph after a query that changes it, one text a thing; empty for others. */
  readonly graph: readonly string[];
}

/** Whether an engine met the time limit, so that there is nothing to compare. */
export const isCut = ({ error }: Answer): boolean => error !== null && /time limit/.test(error);

/** Whether two engines answered alike: the same rows and the same graph, or an error of both. */
export function isAlike(a: Answer, b: Answer): boolean {
  return keyOf(a) === keyOf(b);
}

const keyOf = ({ rows, graph }: Answer): string => JSON.stringify([rows, graph]);

/** Rows as text; sorted, where the query leaves their order open. */
export function rowTexts(
  columns: readonly string[],
  rows: readonly (readonly CypherValue[])[],
  isOrdered: boolean,
): readonly string[] {
  const texts = rows.map((row) =>
    row.map((value, at) => valueText(value, (columns[at] ?? "").startsWith("bag_"))).join(" | "),
  );
  return isOrdered ? texts : texts.toSorted(compareText);
}

/** A value without what only its own server knows, such as ids; a list of no order in order of its text. */
function valueText(value: CypherValue, isBag = false): string {
  if (value instanceof NodeRecord) {
    return `(${value.labels.toSorted(compareText).join(":")} ${mapText(value.properties)})`;
  }
  if (value instanceof RelationshipRecord) return `[${value.type} ${mapText(value.properties)}]`;
  if (value instanceof PathRecord) {
    const hops = value.relationships.map((one, at) => {
      const isForth = one.startElementId === value.nodes[at]?.elementId;
      return `${isForth ? "-" : "<-"}${valueText(one)}${isForth ? "->" : "-"}${valueText(value.nodes[at + 1] ?? null)}`;
    });
    return `<${valueText(value.nodes[0] ?? null)}${hops.join("")}>`;
  }
  if (Array.isArray(value)) {
    const items = value.map((item: CypherValue) => valueText(item));
    return `[${(isBag ? items.toSorted(compareText) : items).join(", ")}]`;
  }
  if (value instanceof Map) return mapText(value);
  return typeof value === "string" ? JSON.stringify(value) : formatCell(value);
}

function mapText(map: ReadonlyMap<string, CypherValue>): string {
  const entries = [...map].sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, value]) => `${key}: ${valueText(value)}`).join(", ")}}`;
}

/** What a graph is after a change: asked the same way of both. */
export const GRAPH_QUERIES = ["MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a, r, b"] as const;
