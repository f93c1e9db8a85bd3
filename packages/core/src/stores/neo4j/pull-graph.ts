import { RedthreadError } from "../../errors/redthread-error.js";
import { PropertyGraph } from "../../graph/property-graph.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { compareText } from "../../text/compare.js";
import { UNNAMED_CASE } from "../case-names.js";
import { idKey } from "../element-ids.js";
import { presentNodes, presentRelationships, type ReadRows } from "./present-case.js";

/**
 * The graph that the database holds under a case's name, nodes and relationships by id.
 * @throws RedthreadError `CASE_NOT_FOUND` where it holds none.
 */
export async function pullGraph(read: ReadRows, name = UNNAMED_CASE): Promise<PropertyGraph> {
  const graph = new PropertyGraph();
  const slots = new Map<string, number>();
  const nodes = await sorted(presentNodes(read, name));
  if (nodes.length === 0)
    throw new RedthreadError(
      "CASE_NOT_FOUND",
      `The database holds no case \`${name}\`. Load one with \`redthread load --as ${name}\`, or give the name of one that it holds.`,
    );
  for (const { id, labels, properties } of nodes)
    slots.set(keyOf(id), graph.createNode([...labels], [...properties]));
  for (const found of await sorted(presentRelationships(read, name))) {
    const start = slots.get(keyOf(found.start));
    const end = slots.get(keyOf(found.end));
    if (start !== undefined && end !== undefined)
      graph.createRelationship(found.type, start, end, [...found.properties]);
  }
  return graph;
}

const keyOf = (id: PropertyValue | undefined): string => (id === undefined ? "" : idKey(id));

async function sorted<T extends { readonly id: PropertyValue | undefined }>(
  items: AsyncIterable<T>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all.sort((a, b) => compareText(keyOf(a.id), keyOf(b.id)));
}
