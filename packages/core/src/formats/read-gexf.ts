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

interface Attribute {
  readonly id: string;
  readonly title: string;
  readonly type: ValueType;
  readonly usual: string | null;
}

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["boolean", "boolean"],
  ["byte", "int"],
  ["short", "int"],
  ["integer", "int"],
  ["long", "int"],
  ["biginteger", "int"],
  ["float", "float"],
  ["double", "float"],
]);

/** What other programs tell of elements outside their attributes. */
const OWN_OF_NODES = ["start", "end"] as const;
const OWN_OF_EDGES = ["weight", "start", "end"] as const;

/** GEXF of any program and version; positions and colours are the picture's and stay behind. */
export const readGexf: ReadFiles = (files) => {
  const root = readXml([...files.values()][0] ?? "");
  const [graph] = childrenNamed(root, "graph");
  if (root.name !== "gexf" || graph === undefined)
    throw unusable(`its first tag is <${root.name}>, not <gexf> with a <graph>`);
  const attributes = new Map<string, readonly Attribute[]>();
  for (const list of childrenNamed(graph, "attributes")) {
    const use = list.attributes.get("class") ?? "node";
    const found = childrenNamed(list, "attribute").map(attributeOf);
    attributes.set(use, [...(attributes.get(use) ?? []), ...found]);
  }
  const nodes: NodeElement[] = [];
  collectNodes(graph, attributes.get("node") ?? [], nodes);
  const ofEdges = attributes.get("edge") ?? [];
  const links = childrenNamed(graph, "edges")
    .flatMap((list) => childrenNamed(list, "edge"))
    .map((edge, at) => linkOf(edge, ofEdges, at));
  return { graph: graphOfElements({ nodes, links }), notes: [] };
};

function attributeOf(element: XmlElement): Attribute {
  const of = (name: string): string => element.attributes.get(name) ?? "";
  const own = VALUE_TYPES.find((type) => type === of("redthread:type"));
  return {
    id: of("id"),
    title: element.attributes.get("title") ?? of("id"),
    type: own ?? TYPES.get(of("type").toLowerCase()) ?? "string",
    usual: childrenNamed(element, "default")[0]?.text ?? null,
  };
}

/** Nodes may hold nodes: a hierarchy is flattened. */
function collectNodes(
  parent: XmlElement,
  attributes: readonly Attribute[],
  into: NodeElement[],
): void {
  for (const list of childrenNamed(parent, "nodes"))
    for (const node of childrenNamed(list, "node")) {
      into.push(nodeOf(node, attributes));
      collectNodes(node, attributes, into);
    }
}

function valuesOf(
  element: XmlElement,
  attributes: readonly Attribute[],
): ReadonlyMap<Attribute, string> {
  const given = new Map(
    childrenNamed(element, "attvalues")
      .flatMap((list) => childrenNamed(list, "attvalue"))
      .map(({ attributes: of }) => [of.get("for") ?? of.get("id") ?? "", of.get("value") ?? ""]),
  );
  const found = new Map<Attribute, string>();
  for (const attribute of attributes) {
    const text = given.get(attribute.id) ?? attribute.usual;
    if (text !== null) found.set(attribute, text);
  }
  return found;
}

function propertiesOf(
  element: XmlElement,
  values: ReadonlyMap<Attribute, string>,
  reserved: string,
  own: readonly string[],
): Property[] {
  const told = [...values]
    .filter(([{ id }]) => id !== reserved)
    .map(([{ title, type }, text]): Property => [title, readTypedText(type, text)]);
  for (const name of own) {
    const text = element.attributes.get(name);
    if (text !== undefined && !told.some(([key]) => key === name))
      told.push([name, readTypedText(name === "weight" ? "float" : "string", text)]);
  }
  return told;
}

function nodeOf(element: XmlElement, attributes: readonly Attribute[]): NodeElement {
  const id = required(element, "id");
  const values = valuesOf(element, attributes);
  const marked = [...values].find(([attribute]) => attribute.id === "labels");
  const properties = propertiesOf(element, values, "labels", OWN_OF_NODES);
  if (marked !== undefined) return { id, labels: labelsIn(marked), properties };
  const name = element.attributes.get("label");
  const isNamed = name === undefined || properties.some(([key]) => key === "name");
  return {
    id,
    labels: [PLAIN_LABEL],
    properties: isNamed ? properties : [...properties, ["name", name]],
  };
}

function labelsIn([{ type }, text]: readonly [Attribute, string]): readonly string[] {
  if (type !== "list") return [text];
  const list = readTypedText("list", text);
  return isList(list) ? list.map(String) : [];
}

function linkOf(element: XmlElement, attributes: readonly Attribute[], at: number): LinkElement {
  const values = valuesOf(element, attributes);
  const told = [...values].find(([{ id }]) => id === "type")?.[1];
  const named = element.attributes.get("label") ?? element.attributes.get("kind");
  return {
    id: element.attributes.get("id") ?? `edge:${at}`,
    type: told ?? (named === undefined || named === "" ? PLAIN_TYPE : named),
    start: required(element, "source"),
    end: required(element, "target"),
    properties: propertiesOf(element, values, "type", OWN_OF_EDGES),
  };
}

function required(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw unusable(`a <${element.name}> has no \`${name}\``);
  return value;
}
