// Files for `neo4j-admin database import`, which fills an empty database faster than any query.
import { compareText } from "../text/compare.js";
import { elementsOf, type NodeElement, type Property } from "./graph-elements.js";
import type { WriteFolder } from "./graph-format.js";
import { isList, textOfValue, typeOfValue, type ValueType } from "./typed-text.js";
import { fitForXml } from "./xml-text.js";

/** Stands between the items of a list; in a text it becomes a space. */
const BETWEEN = "\u001f";

const README = `neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv --array-delimiter=U+001F --multiline-fields=true --id-type=string
`;

interface Column {
  readonly key: string;
  /** As the importer names it. */
  readonly type: string;
}

export const writeNeo4jAdmin: WriteFolder = function* ({ graph }) {
  const { nodes, links } = elementsOf(graph);
  const [ofNodes, ofLinks] = [importColumns(nodes), importColumns(links)];
  yield {
    path: "nodes.csv",
    chunks: [
      line([":ID{id-type:string}", ":LABEL", ...ofNodes.map(head)]),
      ...nodes.map((node) =>
        line([node.id, node.labels.map(item).join(BETWEEN), ...cells(ofNodes, node)]),
      ),
    ],
  };
  yield {
    path: "relationships.csv",
    chunks: [
      line([":START_ID", ":END_ID", ":TYPE", ...ofLinks.map(head)]),
      ...links.map((link) => line([link.start, link.end, link.type, ...cells(ofLinks, link)])),
    ],
  };
  yield { path: "import.txt", chunks: [README] };
};

type Element = Pick<NodeElement, "id" | "properties">;

/** One column a key: the importer takes no key twice. What is of several types is text. */
function importColumns(elements: readonly Element[]): readonly Column[] {
  const types = new Map<string, Set<string>>([["id", new Set(["string"])]]);
  for (const { properties } of elements)
    for (const [key, value] of properties) {
      const type = isList(value) ? listType(value) : importType(typeOfValue(value));
      types.set(key, (types.get(key) ?? new Set()).add(type));
    }
  const sorted = [...types].sort(([a], [b]) => compareText(a, b));
  return sorted.map(([key, found]) => ({ key, type: oneOf([...found]) }));
}

function importType(type: ValueType): string {
  if (type === "int") return "long";
  return type === "float" ? "double" : type;
}

function listType(list: readonly Property[1][]): string {
  const types = [...new Set(list.map((one) => importType(typeOfValue(one))))];
  return `${types.length === 0 ? "any" : oneOf(types)}[]`;
}

/** The type that holds all of some: numbers as floats, an empty list as any list, all else as text. */
function oneOf(types: readonly string[]): string {
  const told = types.filter((type) => type !== "any[]");
  if (told.length === 0) return "string[]";
  if (told.length === 1) return told[0] ?? "string";
  if (told.every((type) => type === "long" || type === "double")) return "double";
  return types.some((type) => type.endsWith("[]")) ? "string[]" : "string";
}

/** A key without what the importer takes for the end of one. */
const head = ({ key, type }: Column): string =>
  `${key === "" ? "\ufffd" : fitForXml(key).replace(/[:{}\r\n]/g, "_")}:${type}`;

function cells(
  columns: readonly Column[],
  { id, properties }: Element,
): readonly (string | null)[] {
  const values = new Map(properties);
  return columns.map(({ key, type }) => {
    const value = values.get(key) ?? (key === "id" ? id : undefined);
    if (value === undefined) return null;
    const isMany = type.endsWith("[]");
    if (!isList(value)) return isMany ? item(cellText(value)) : cellText(value);
    if (!isMany) return textOfValue(value);
    return value.length === 0 ? null : value.map((one) => item(cellText(one))).join(BETWEEN);
  });
}

const item = (text: string): string => text.replaceAll(BETWEEN, " ");

function cellText(value: Property[1]): string {
  const text = textOfValue(value);
  return typeOfValue(value) === "point" ? text.replaceAll('"', "") : text;
}

function line(fields: readonly (string | null)[]): string {
  const written = fields.map((field) => {
    if (field === null) return "";
    const text = field.replace(/\p{Surrogate}/gu, "\ufffd").replaceAll("\u0000", "\ufffd");
    return /^[\w.:-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
  });
  return `${written.join(",")}\n`;
}
