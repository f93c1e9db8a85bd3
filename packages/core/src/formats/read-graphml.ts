import {
  graphOfElements,
  type LinkElement,
  type NodeElement,
  type Property,
  unusable,
} from "./graph-elements.js";
import type { ReadFiles } from "./graph-format.js";
import { PLAIN_LABEL, PLAIN_TYPE } from "./read-markers.js";
import { childrenNamed, readXml, type XmlElement } from "./read-xml.js";
import { isList, readTypedText, VALUE_TYPES, type ValueType } from "./typed-text.js";

/** What a `<data>` of a key says. */
interface DataKey {
  readonly id: string;
  readonly use: string;
  readonly name: string;
  readonly type: ValueType;
  /** Type of the items where the key is a list as apoc.export.graphml writes it. */
  readonly items: ValueType | null;
  readonly usual: string | null;
}

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["boolean", "boolean"],
  ["int", "int"],
  ["long", "int"],
  ["float", "float"],
  ["double", "float"],
  ["string", "string"],
]);

/** GraphML of any program: keys of its own become properties, undirected edges run as they are written. */
export const readGraphml: ReadFiles = (files) => {
  const root = readXml([...files.values()][0] ?? "");
  if (root.name !== "graphml") throw unusable(`its first tag is <${root.name}>, not <graphml>`);
  const keys = childrenNamed(root, "key").map(keyOf);
  const elements: { nodes: NodeElement[]; links: LinkElement[] } = { nodes: [], links: [] };
  const skipped = { hyperedge: 0, port: 0 };
  for (const graph of childrenNamed(root, "graph")) collect(graph, keys, elements, skipped);
  const notes = Object.entries(skipped)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} <${what}> left out: a graph of nodes and links has none.`);
  return { graph: graphOfElements(elements), notes };
};

function keyOf(element: XmlElement): DataKey {
  const of = (name: string): string | null => element.attributes.get(name) ?? null;
  const id = of("id") ?? "";
  const own = VALUE_TYPES.find((type) => type === of("redthread:type"));
  return {
    id,
    use: of("for") ?? "all",
    name: of("attr.name") ?? id,
    type: own ?? TYPES.get(of("attr.type") ?? "string") ?? "string",
    items: TYPES.get(of("attr.list") ?? "") ?? null,
    usual: childrenNamed(element, "default")[0]?.text ?? null,
  };
}

function collect(
  graph: XmlElement,
  keys: readonly DataKey[],
  into: { readonly nodes: NodeElement[]; readonly links: LinkElement[] },
  skipped: { hyperedge: number; port: number },
): void {
  for (const element of graph.children) {
    if (element.name === "node") {
      into.nodes.push(nodeOf(element, keys));
      skipped.port += childrenNamed(element, "port").length;
      for (const inner of childrenNamed(element, "graph")) collect(inner, keys, into, skipped);
    }
    if (element.name === "edge") into.links.push(linkOf(element, keys, into.links.length));
    if (element.name === "hyperedge") skipped.hyperedge += 1;
  }
}

/** The values of an element, by key. */
function dataOf(element: XmlElement, keys: readonly DataKey[], use: string): Map<DataKey, string> {
  const given = new Map(
    childrenNamed(element, "data").map((data) => [data.attributes.get("key") ?? "", data.text]),
  );
  const found = new Map<DataKey, string>();
  for (const key of keys) {
    if (key.use !== use && key.use !== "all") continue;
    const text = given.get(key.id) ?? key.usual;
    if (text !== null && text !== undefined) found.set(key, text);
  }
  return found;
}

function propertiesOf(data: ReadonlyMap<DataKey, string>, reserved: string): readonly Property[] {
  return [...data]
    .filter(([key]) => !isReserved(key, reserved))
    .map(([key, text]): Property => [key.name, readData(key, text)]);
}

/** Keys of ours and of APOC that say what an element is rather than something about it. */
const isReserved = (key: DataKey, reserved: string): boolean =>
  key.id === reserved || (reserved === "type" && key.id === "label");

function readData(key: DataKey, text: string) {
  if (key.items === null) return readTypedText(key.type, text);
  const list = readTypedText("list", text);
  return isList(list) ? list : [list];
}

function nodeOf(element: XmlElement, keys: readonly DataKey[]): NodeElement {
  const data = dataOf(element, keys, "node");
  const told = [...data].find(([key]) => key.id === "labels");
  const marked = element.attributes.get("labels") ?? told?.[1];
  return {
    id: required(element, "id"),
    labels: marked === undefined ? [PLAIN_LABEL] : labelsIn(marked),
    properties: propertiesOf(data, "labels"),
  };
}

/** A list of ours, or `:One:Other` as APOC has it. */
function labelsIn(text: string): readonly string[] {
  if (!text.startsWith("[")) return text.split(":").filter((label) => label !== "");
  const list = readTypedText("list", text);
  return isList(list) ? list.map(String) : [];
}

function linkOf(element: XmlElement, keys: readonly DataKey[], at: number): LinkElement {
  const data = dataOf(element, keys, "edge");
  const told = [...data].find(([key]) => isReserved(key, "type"))?.[1];
  return {
    id: element.attributes.get("id") ?? `edge:${at}`,
    type: element.attributes.get("label") ?? told ?? PLAIN_TYPE,
    start: required(element, "source"),
    end: required(element, "target"),
    properties: propertiesOf(data, "type"),
  };
}

function required(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw unusable(`a <${element.name}> has no \`${name}\``);
  return value;
}
