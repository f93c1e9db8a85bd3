import {
  graphOfElements,
  type LinkElement,
  type NodeElement,
  type Property,
  unusable,
} from "./graph-elements.js";
import type { ReadFiles } from "./graph-format.js";
import {
  isObject,
  type JsonObject,
  keyText,
  objectsIn,
  propertyOf,
  readJsonObject,
} from "./read-json.js";
import { PLAIN_LABEL, PLAIN_TYPE } from "./read-markers.js";
import { readTypedText, VALUE_TYPES } from "./typed-text.js";

/** Attributes that are something other than a property. */
const RESERVED: ReadonlySet<string> = new Set([
  "labels",
  "relationshipType",
  "properties",
  "typed",
]);

/** graphology's JSON of any program: attributes, or those under `properties`, become properties. */
export const readGraphology: ReadFiles = (files) => {
  const root = readJsonObject([...files.values()][0] ?? "");
  if (!Array.isArray(root["nodes"]))
    throw unusable("it has no list `nodes`, as graphology's export has");
  const nodes = objectsIn(root["nodes"]).map((node): NodeElement => {
    const attributes = attributesOf(node);
    return {
      id: required(node, "key"),
      labels: labelsOf(attributes),
      properties: propertiesOf(attributes),
    };
  });
  const links = objectsIn(root["edges"]).map((edge, at): LinkElement => {
    const attributes = attributesOf(edge);
    const type = attributes["relationshipType"];
    return {
      id: keyText(edge["key"]) ?? `edge:${at}`,
      type: typeof type === "string" ? type : PLAIN_TYPE,
      start: required(edge, "source"),
      end: required(edge, "target"),
      properties: propertiesOf(attributes),
    };
  });
  return { graph: graphOfElements({ nodes, links }), notes: [] };
};

const attributesOf = (element: JsonObject): JsonObject =>
  isObject(element["attributes"]) ? element["attributes"] : {};

function labelsOf({ labels }: JsonObject): readonly string[] {
  const isList = Array.isArray(labels) && labels.every((label) => typeof label === "string");
  return isList ? labels : [PLAIN_LABEL];
}

function propertiesOf(attributes: JsonObject): readonly Property[] {
  const own = attributes["properties"];
  const entries = isObject(own)
    ? Object.entries(own)
    : Object.entries(attributes).filter(([key]) => !RESERVED.has(key));
  const typed = isObject(attributes["typed"]) ? attributes["typed"] : {};
  return entries.flatMap(([key, value]): readonly Property[] => {
    const exact = Object.hasOwn(typed, key) ? typed[key] : undefined;
    const found = exact === undefined ? propertyOf(value) : exactValue(exact);
    return found === null ? [] : [[key, found]];
  });
}

function exactValue(pair: unknown) {
  const [name, text] = Array.isArray(pair) ? pair : [];
  const type = VALUE_TYPES.find((one) => one === name);
  if (type !== undefined && typeof text === "string") return readTypedText(type, text);
  throw unusable("`typed` holds something other than a type and a text");
}

function required(element: JsonObject, name: string): string {
  const text = keyText(element[name]);
  if (text === null) throw unusable(`an element has no \`${name}\``);
  return text;
}
