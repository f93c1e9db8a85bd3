// GEXF 1.2, which Gephi and every other reader know; 1.3 adds nothing that a graph of ours needs.
import { displayName } from "./display-name.js";
import { elementsOf, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { columnsOf, freeName, type TypedColumns } from "./typed-columns.js";
import { textInColumn, textOfValue, type ValueType } from "./typed-text.js";
import { xmlText } from "./xml-text.js";

const GEXF_TYPES: Partial<Record<ValueType, string>> = {
  string: "string",
  int: "long",
  float: "double",
  number: "double",
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
  yield* attributes("node", ofNodes, "labels");
  yield* attributes("edge", ofLinks, "type");
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

/** Types that GEXF has no name for are told in an attribute of ours. */
const markOf = (type: ValueType): string =>
  GEXF_TYPES[type] === undefined || type === "number" ? ` redthread:type="${type}"` : "";

function* attributes(
  use: "node" | "edge",
  columns: TypedColumns,
  reserved: string,
): Iterable<string> {
  const mark = markOf(use === "node" ? "list" : "string");
  yield `    <attributes class="${use}">\n`;
  yield `      <attribute id="${reserved}" title="${freeName(reserved, columns)}" type="string"${mark}/>\n`;
  for (const [at, { key, type }] of columns.list.entries())
    yield `      <attribute id="${at}" title="${xmlText(key)}" type="${GEXF_TYPES[type] ?? "string"}"${markOf(type)}/>\n`;
  yield "    </attributes>\n";
}

function valuesOf(
  reserved: string,
  text: string,
  { list, indexOf }: TypedColumns,
  properties: readonly Property[],
): string {
  const values = properties.map(([key, value]) => {
    const at = indexOf(key);
    const written = textInColumn(list[at]?.type ?? "any", value);
    return `<attvalue for="${at}" value="${xmlText(written)}"/>`;
  });
  return `<attvalues><attvalue for="${reserved}" value="${xmlText(text)}"/>${values.join("")}</attvalues>`;
}
