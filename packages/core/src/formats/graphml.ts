// GraphML 1.0. Keys are typed as GraphML types them; what it has no type for is text, with the type
// in `redthread:type`, which other programs pass over.
import { elementsOf, type LinkElement, type NodeElement, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { columnsOf, type TypedColumns } from "./typed-columns.js";
import { textOfValue, type ValueType } from "./typed-text.js";
import { xmlText } from "./xml-text.js";

const GRAPHML_TYPES: Partial<Record<ValueType, string>> = {
  string: "string",
  int: "long",
  float: "double",
  boolean: "boolean",
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:redthread="urn:redthread:graphml">
`;

export const writeGraphml: WriteFile = function* ({ graph }) {
  const { nodes, links } = elementsOf(graph);
  const [ofNodes, ofLinks] = [columnsOf(nodes), columnsOf(links)];
  yield HEAD;
  yield `  <key id="labels" for="node" attr.name="labels" attr.type="string" redthread:type="list"/>\n`;
  yield `  <key id="type" for="edge" attr.name="type" attr.type="string"/>\n`;
  yield* keys("node", "n", ofNodes);
  yield* keys("edge", "e", ofLinks);
  yield `  <graph id="G" edgedefault="directed">\n`;
  const ids = xmlIds(nodes, "n");
  for (const node of nodes) {
    const data = dataOf("n", ofNodes, node.properties);
    const own = ownId(node, ids);
    yield `    <node id="${xmlText(ids.get(node.id) ?? "")}"><data key="labels">${xmlText(textOfValue(node.labels))}</data>${own}${data}</node>\n`;
  }
  const linkIds = xmlIds(links, "e");
  for (const link of links) {
    const [id, source, target] = [linkIds.get(link.id), ids.get(link.start), ids.get(link.end)];
    const data = dataOf("e", ofLinks, link.properties);
    yield `    <edge id="${xmlText(id ?? "")}" source="${xmlText(source ?? "")}" target="${xmlText(target ?? "")}"><data key="type">${xmlText(link.type)}</data>${ownId(link, linkIds)}${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
};

function* keys(use: "node" | "edge", prefix: string, columns: TypedColumns): Iterable<string> {
  yield `  <key id="${prefix}id" for="${use}" attr.name="id" attr.type="string"/>\n`;
  for (const [at, { key, type }] of columns.list.entries()) {
    const known = GRAPHML_TYPES[type];
    const own = known === undefined ? ` redthread:type="${type}"` : "";
    yield `  <key id="${prefix}${at}" for="${use}" attr.name="${xmlText(key)}" attr.type="${known ?? "string"}"${own}/>\n`;
  }
}

function dataOf(prefix: string, columns: TypedColumns, properties: readonly Property[]): string {
  return properties
    .map(
      (property) =>
        `<data key="${prefix}${columns.indexOf(property)}">${xmlText(textOfValue(property[1]))}</data>`,
    )
    .join("");
}

const NMTOKEN = /^[\w.:-]+$/;

/** Ids as XML has them: no white space and nothing odd. An element whose id is odd gets a number. */
function xmlIds(elements: readonly { readonly id: string }[], prefix: string) {
  const taken = new Set(elements.map(({ id }) => id).filter((id) => NMTOKEN.test(id)));
  const ids = new Map<string, string>();
  for (const [at, { id }] of elements.entries()) {
    let written = id;
    for (let next = at; !NMTOKEN.test(id) && (written === id || taken.has(written)); next += 1)
      written = `${prefix}${next}`;
    taken.add(written);
    ids.set(id, written);
  }
  return ids;
}

/** The id as a property where the element's own id in the file is another. */
function ownId(element: NodeElement | LinkElement, ids: ReadonlyMap<string, string>): string {
  const isKept = ids.get(element.id) === element.id;
  const hasId = element.properties.some(([key]) => key === "id");
  if (isKept || hasId) return "";
  const prefix = "labels" in element ? "n" : "e";
  return `<data key="${prefix}id">${xmlText(element.id)}</data>`;
}
