// graphology's own JSON (`graph.export()`), as `graph.import()` takes it. Attributes are plain values;
// what JSON has no type for stands beside them with its type.
import { elementsOf, type LinkElement, type NodeElement, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";
import { plainValue } from "./plain-value.js";
import { textOfValue, typeOfValue } from "./typed-text.js";

export const writeGraphology: WriteFile = function* ({ graph, title }) {
  const { nodes, links } = elementsOf(graph);
  yield `{"options":{"type":"directed","multi":true,"allowSelfLoops":true},"attributes":${JSON.stringify({ name: title })},\n"nodes":[`;
  for (const [at, node] of nodes.entries()) {
    const attributes = { labels: node.labels, ...attributesOf(node) };
    yield `${at === 0 ? "" : ","}\n${JSON.stringify({ key: node.id, attributes })}`;
  }
  yield `],\n"edges":[`;
  for (const [at, link] of links.entries()) {
    const attributes = { relationshipType: link.type, ...attributesOf(link) };
    const { id: key, start: source, end: target } = link;
    yield `${at === 0 ? "" : ","}\n${JSON.stringify({ key, source, target, attributes })}`;
  }
  yield "]}\n";
};

interface Attributes {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Types and texts of the properties that `properties` only shows. */
  readonly typed?: Readonly<Record<string, readonly [type: string, text: string]>>;
}

function attributesOf({ properties }: NodeElement | LinkElement): Attributes {
  const typed = properties.filter(needsType).map(([key, value]) => {
    return [key, [typeOfValue(value), textOfValue(value)] as const] as const;
  });
  const plain = properties.map(([key, value]) => [key, plainValue(value)] as const);
  const shown = { properties: Object.fromEntries(plain) };
  return typed.length === 0 ? shown : { ...shown, typed: Object.fromEntries(typed) };
}

/** JSON gives back texts, booleans, whole numbers, and numbers that are not whole. */
function needsType([, value]: Property): boolean {
  const text = textOfValue(value);
  switch (typeOfValue(value)) {
    case "string":
    case "boolean":
      return false;
    case "int":
      return typeof value === "bigint";
    case "float":
      return !/^-?\d+\.\d*[1-9]$/.test(text);
    case "list":
      return !isPlainList(value);
    default:
      return true;
  }
}

const isPlainList = (value: Property[1]): boolean =>
  Array.isArray(value) && value.every((item) => !needsType(["", item]));
