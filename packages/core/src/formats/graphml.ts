// GraphML 1.0. Keys are typed as GraphML types them; what it has no type for is text, with the type
// in `redthread:type`, which other programs pass over.
import { elementsOf, type LinkElement, type NodeElement, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { columnsOf, freeName, type TypedColumns } from "./typed-columns.js";
import { textInColumn, textOfValue, type ValueType } from "./typed-text.js";
import { xmlText } from "./xml-text.js";

const GRAPHML_TYPES: Partial<Record<ValueType, string>> = {
  string: "string",
  int: "long",
  float: "double",
  number: "double",
  boolean: "boolean",
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:redthread="urn:redthread:graphml">
`;

export const writeGraphml: WriteFile = function* ({ graph }) {
  const elements = elementsOf(graph);
  const [nodeIds, linkIds] = [xmlIds(elements.nodes, "n"), xmlIds(elements.links, "e")];
  const nodes = elements.nodes.map((node) => withOwnId(node, nodeIds));
  const links = elements.links.map((link) => withOwnId(link, linkIds));
  const [ofNodes, ofLinks] = [columnsOf(nodes), columnsOf(links)];
  yield HEAD;
  yield* keys("node", "labels", ofNodes);
  yield* keys("edge", "type", ofLinks);
  yield `  <graph id="G" edgedefault="directed">\n`;
  const idOf = (id: string): string => xmlText(nodeIds.get(id) ?? "");
  for (const { id, labels, properties } of nodes) {
    const data = `${datum("labels", textOfValue(labels))}${dataOf("n", ofNodes, properties)}`;
    yield `    <node id="${idOf(id)}">${data}</node>\n`;
  }
  for (const { id, start, end, type, properties } of links) {
    const data = `${datum("type", type)}${dataOf("e", ofLinks, properties)}`;
    yield `    <edge id="${xmlText(linkIds.get(id) ?? "")}" source="${idOf(start)}" target="${idOf(end)}">${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
};

/** Types that GraphML has no name for are told in an attribute of ours. */
const markOf = (type: ValueType): string =>
  GRAPHML_TYPES[type] === undefined || type === "number" ? ` redthread:type="${type}"` : "";

function* keys(use: "node" | "edge", reserved: string, columns: TypedColumns): Iterable<string> {
  const mark = markOf(use === "node" ? "list" : "string");
  const name = freeName(reserved, columns);
  yield `  <key id="${reserved}" for="${use}" attr.name="${name}" attr.type="string"${mark}/>\n`;
  for (const [at, { key, type }] of columns.list.entries())
    yield `  <key id="${use[0]}${at}" for="${use}" attr.name="${xmlText(key)}" attr.type="${GRAPHML_TYPES[type] ?? "string"}"${markOf(type)}/>\n`;
}

const datum = (key: string, text: string): string => `<data key="${key}">${xmlText(text)}</data>`;

const dataOf = (prefix: string, { list, indexOf }: TypedColumns, properties: readonly Property[]) =>
  properties
    .map(([key, value]) => {
      const at = indexOf(key);
      return datum(`${prefix}${at}`, textInColumn(list[at]?.type ?? "any", value));
    })
    .join("");

/** An element with its id as a property where its id in the file is another. */
function withOwnId<T extends NodeElement | LinkElement>(
  element: T,
  ids: ReadonlyMap<string, string>,
): T {
  const { id, properties } = element;
  const isTold = ids.get(id) === id || properties.some(([key]) => key === "id");
  return isTold ? element : { ...element, properties: [["id", id], ...properties] };
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
