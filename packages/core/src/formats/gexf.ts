// GEXF 1.2, which Gephi and every other reader know; 1.3 adds nothing that a graph of ours needs.
import { displayName } from "./display-name.js";
import { elementsOf, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { columnsOf, type TypedColumns } from "./typed-columns.js";
import { textOfValue, type ValueType } from "./typed-text.js";
import { xmlText } from "./xml-text.js";

const GEXF_TYPES: Partial<Record<ValueType, string>> = {
  string: "string",
  int: "long",
  float: "double",
  boolean: "boolean",
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:redthread="urn:redthread:gexf" version="1.2">
`;

export const writeGexf: WriteFile = function* ({ graph, title }) {
  const { nodes, links } = elementsOf(graph);
  const [ofNodes, ofLinks] = [columnsOf(nodes), columnsOf(links)];
  yield HEAD;
  yield `  <meta><creator>Redthread</creator><description>${xmlText(title)}</description></meta>\n`;
  yield `  <graph mode="static" defaultedgetype="directed">\n`;
  yield* attributes("node", ofNodes, "labels", ` redthread:type="list"`);
  yield* attributes("edge", ofLinks, "type", "");
  yield `    <nodes count="${nodes.length}">\n`;
  for (const node of nodes) {
    const label = xmlText(displayName(node));
    const values = valuesOf("labels", textOfValue(node.labels), ofNodes, node.properties);
    yield `      <node id="${xmlText(node.id)}" label="${label}">${values}</node>\n`;
  }
  yield `    </nodes>\n    <edges count="${links.length}">\n`;
  for (const { id, start, end, type, properties } of links) {
    const values = valuesOf("type", type, ofLinks, properties);
    yield `      <edge id="${xmlText(id)}" source="${xmlText(start)}" target="${xmlText(end)}" type="directed" label="${xmlText(type)}">${values}</edge>\n`;
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
};

function* attributes(
  use: "node" | "edge",
  columns: TypedColumns,
  reserved: string,
  mark: string,
): Iterable<string> {
  yield `    <attributes class="${use}">\n`;
  yield `      <attribute id="${reserved}" title="${reserved}" type="string"${mark}/>\n`;
  for (const [at, { key, type }] of columns.list.entries()) {
    const known = GEXF_TYPES[type];
    const own = known === undefined ? ` redthread:type="${type}"` : "";
    yield `      <attribute id="${at}" title="${xmlText(key)}" type="${known ?? "string"}"${own}/>\n`;
  }
  yield "    </attributes>\n";
}

function valuesOf(
  reserved: string,
  text: string,
  columns: TypedColumns,
  properties: readonly Property[],
): string {
  const values = properties.map(
    (property) =>
      `<attvalue for="${columns.indexOf(property)}" value="${xmlText(textOfValue(property[1]))}"/>`,
  );
  return `<attvalues><attvalue for="${reserved}" value="${xmlText(text)}"/>${values.join("")}</attvalues>`;
}
