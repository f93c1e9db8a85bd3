import { LINKS_FILE, NODES_FILE } from "./csv-files.js";
import { readCsv, unguarded } from "./csv-text.js";
import {
  graphOfElements,
  type LinkElement,
  type NodeElement,
  type Property,
  unusable,
} from "./graph-elements.js";
import type { ReadFiles } from "./graph-format.js";
import { PLAIN_LABEL, PLAIN_TYPE } from "./read-markers.js";
import { isList, readTypedText, VALUE_TYPES, type ValueType } from "./typed-text.js";

/** What the head of a column says. */
interface Column {
  readonly at: number;
  readonly key: string;
  /** Null for a column without one: it is text. */
  readonly type: ValueType | null;
}

type Row = readonly (string | null)[];

/** A table of elements: columns that say what an element is, by name, and those of its properties. */
interface Table {
  readonly own: ReadonlyMap<string, number>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Heads that other programs write for what an element is, in lower case. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  [":id", "id"],
  [":label", "labels"],
  [":type", "type"],
  [":start_id", "start"],
  ["source", "start"],
  ["from", "start"],
  [":end_id", "end"],
  ["target", "end"],
  ["to", "end"],
]);

export const readCsvSet: ReadFiles = (files) => {
  const nodes = tableOf(files, NODES_FILE, ["id", "labels"]);
  const links = tableOf(files, LINKS_FILE, ["id", "type", "start", "end"]);
  return {
    graph: graphOfElements({
      nodes: nodes.rows.map((row, at) => nodeOf(nodes, row, at)),
      links: links.rows.map((row, at) => linkOf(links, row, at)),
    }),
    notes: [],
  };
};

function tableOf(
  files: ReadonlyMap<string, string>,
  name: string,
  wanted: readonly string[],
): Table {
  const text = files.get(name);
  if (text === undefined) throw unusable(`there is no \`${name}\` in it`);
  const [heads = [], ...rows] = readCsv(text);
  const own = new Map<string, number>();
  const columns: Column[] = [];
  for (const [at, found] of heads.entries()) {
    const head = unguarded(found ?? "");
    const named = SYNONYMS.get(head.toLowerCase()) ?? head.toLowerCase();
    if (wanted.includes(named) && !own.has(named)) own.set(named, at);
    else columns.push(columnOf(head, at));
  }
  return { own, columns, rows };
}

function columnOf(head: string, at: number): Column {
  const colon = head.lastIndexOf(":");
  const type = VALUE_TYPES.find((one) => one === head.slice(colon + 1));
  if (colon === -1 || type === undefined) return { at, key: head, type: null };
  return { at, key: head.slice(0, colon), type };
}

function propertiesOf({ columns }: Table, row: Row): readonly Property[] {
  return columns.flatMap(({ at, key, type }): readonly Property[] => {
    const cell = row[at] ?? null;
    return cell === null ? [] : [[key, readTypedText(type ?? "string", unguarded(cell))]];
  });
}

/** A field that says what an element is, or null. */
function ownField({ own }: Table, row: Row, name: string): string | null {
  const at = own.get(name);
  const cell = at === undefined ? null : (row[at] ?? null);
  return cell === null ? null : unguarded(cell);
}

function nodeOf(table: Table, row: Row, at: number): NodeElement {
  const id = ownField(table, row, "id");
  if (id === null) throw unusable(`row ${at + 2} of \`${NODES_FILE}\` has no \`id\``);
  const labels = ownField(table, row, "labels");
  return {
    id,
    labels: labels === null ? [PLAIN_LABEL] : labelsIn(labels),
    properties: propertiesOf(table, row),
  };
}

function labelsIn(text: string): readonly string[] {
  if (!text.startsWith("[")) return text.split(";").filter((label) => label !== "");
  const list = readTypedText("list", text);
  return isList(list) ? list.map(String) : [];
}

function linkOf(table: Table, row: Row, at: number): LinkElement {
  const [start, end] = [ownField(table, row, "start"), ownField(table, row, "end")];
  if (start === null || end === null)
    throw unusable(`row ${at + 2} of \`${LINKS_FILE}\` lacks its \`start\` or \`end\``);
  return {
    id: ownField(table, row, "id") ?? `edge:${at}`,
    type: ownField(table, row, "type") ?? PLAIN_TYPE,
    start,
    end,
    properties: propertiesOf(table, row),
  };
}
