import { RedthreadError } from "../errors/redthread-error.js";
import { PropertyGraph } from "../graph/property-graph.js";
import type { PropertyValue } from "../graph/property-value.js";
import { compareText } from "../text/compare.js";

/** Properties in the order they are written. */
export type PropertyList = readonly (readonly [string, PropertyValue])[];

/** A node before it stands in a graph. */
export interface NodeDraft {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: PropertyList;
}

/** A relationship before it stands in a graph; its ends are node ids. */
export interface RelationshipDraft {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: PropertyList;
}

/**
 * A graph of nodes and relationships, both added in order of id and of (type, start, end, id).
 * @throws RedthreadError `EVIDENCE_MISSING` for a relationship without a quote, `GRAPH_INVALID` for
 * one whose end is no node or for two nodes of one id.
 */
export function writeGraph(
  nodes: readonly NodeDraft[],
  relationships: readonly RelationshipDraft[],
): PropertyGraph {
  const graph = new PropertyGraph();
  const slots = new Map<string, number>();
  for (const node of [...nodes].sort(byId)) {
    if (slots.has(node.id)) {
      throw new RedthreadError(
        "GRAPH_INVALID",
        `Two nodes have the id \`${node.id}\`. Ids are unique.`,
      );
    }
    slots.set(node.id, graph.createNode(node.labels, node.properties));
  }
  for (const relationship of [...relationships].sort(byEnds)) {
    const start = slots.get(relationship.start);
    const end = slots.get(relationship.end);
    if (start === undefined || end === undefined) {
      throw new RedthreadError(
        "GRAPH_INVALID",
        `Relationship \`${relationship.id}\` ends at \`${start === undefined ? relationship.start : relationship.end}\`, which is no node.`,
      );
    }
    assertQuoted(relationship);
    graph.createRelationship(relationship.type, start, end, relationship.properties);
  }
  return graph;
}

function assertQuoted({ id, type, start, end, properties }: RelationshipDraft): void {
  const quotes = properties.find(([key]) => key === "quotes")?.[1];
  if (Array.isArray(quotes) && quotes.length > 0) return;
  throw new RedthreadError(
    "EVIDENCE_MISSING",
    `Relationship \`${id}\` (\`${start}\` ${type} \`${end}\`) has no quote. Give the sentence that proves it.`,
  );
}

const byId = (a: NodeDraft, b: NodeDraft): number => compareText(a.id, b.id);

const byEnds = (a: RelationshipDraft, b: RelationshipDraft): number =>
  compareText(a.type, b.type) ||
  compareText(a.start, b.start) ||
  compareText(a.end, b.end) ||
  compareText(a.id, b.id);
