// Cytoscape's JSON (`.cyjs`), which Cytoscape and Cytoscape.js both read.
import { displayName } from "./display-name.js";
import { elementsOf, type NodeElement } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { type JsonValue, plainValue } from "./plain-value.js";

export const writeCytoscape: WriteFile = function* ({ graph, title }) {
  const { nodes, links } = elementsOf(graph);
  yield `{"format_version":"1.0","generated_by":"redthread","target_cytoscapejs_version":"~3.0",\n"data":${JSON.stringify({ name: title })},\n"elements":{"nodes":[`;
  for (const [at, node] of nodes.entries()) {
    const data = { ...dataOf(node), id: node.id, name: displayName(node), labels: node.labels };
    yield `${at === 0 ? "" : ","}\n${JSON.stringify({ data })}`;
  }
  yield `],\n"edges":[`;
  for (const [at, link] of links.entries()) {
    const { id, start: source, end: target, type: interaction } = link;
    const data = { ...dataOf(link), id, source, target, interaction, name: interaction };
    yield `${at === 0 ? "" : ","}\n${JSON.stringify({ data })}`;
  }
  yield "]}}\n";
};

/** Properties as Cytoscape's tables take them: nothing is nested deeper than a list. */
function dataOf({
  properties,
}: Pick<NodeElement, "properties">): Readonly<Record<string, unknown>> {
  return Object.fromEntries(properties.map(([key, value]) => [key, flat(plainValue(value))]));
}

const flat = (value: JsonValue): JsonValue =>
  typeof value === "object" && !Array.isArray(value) ? JSON.stringify(value) : value;
