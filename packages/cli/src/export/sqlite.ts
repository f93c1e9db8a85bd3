import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElementTools, loadElements, type Property } from "@redthread/core/formats";
import sqlite from "node-sqlite3-wasm";
import type { Exporter, ExportSource } from "./exporter.js";

const TABLES = `
CREATE TABLE nodes (id TEXT PRIMARY KEY, kind TEXT, name TEXT, labels TEXT) WITHOUT ROWID;
CREATE TABLE relationships (id TEXT PRIMARY KEY, type TEXT, start_id TEXT REFERENCES nodes, end_id TEXT REFERENCES nodes) WITHOUT ROWID;
CREATE TABLE node_properties (node TEXT REFERENCES nodes, key TEXT, type TEXT, value, PRIMARY KEY (node, key)) WITHOUT ROWID;
CREATE TABLE relationship_properties (relationship TEXT REFERENCES relationships, key TEXT, type TEXT, value, PRIMARY KEY (relationship, key)) WITHOUT ROWID;
CREATE TABLE quotes (relationship TEXT REFERENCES relationships, position INTEGER, quote TEXT, document TEXT, span TEXT, PRIMARY KEY (relationship, position)) WITHOUT ROWID;
CREATE INDEX relationships_by_start ON relationships (start_id);
CREATE INDEX relationships_by_end ON relationships (end_id);
CREATE INDEX quotes_by_document ON quotes (document);
`;

type Cell = string | number | bigint | null;

/** The case as a database of SQLite: elements, their properties with types, and quotes. */
export const exportSqlite: Exporter = async (source) => {
  const tables = tablesOf(source, await loadElements());
  const folder = mkdtempSync(join(tmpdir(), "redthread-sqlite-"));
  try {
    const file = join(folder, "case.sqlite");
    fill(file, tables);
    return { kind: "file", chunks: [readFileSync(file)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function fill(file: string, tables: Tables): void {
  const database = new sqlite.Database(file);
  try {
    database.exec("PRAGMA journal_mode = OFF; BEGIN;");
    database.exec(TABLES);
    for (const [table, rows] of Object.entries(tables)) insert(database, table, rows);
    database.exec("COMMIT;");
  } finally {
    database.close();
  }
}

function insert(database: sqlite.Database, table: string, rows: readonly (readonly Cell[])[]) {
  const [first] = rows;
  if (first === undefined) return;
  const places = first.map(() => "?").join(", ");
  const statement = database.prepare(`INSERT INTO ${table} VALUES (${places})`);
  try {
    for (const row of rows) statement.run([...row]);
  } finally {
    statement.finalize();
  }
}

type Tables = Readonly<Record<string, readonly (readonly Cell[])[]>>;

function tablesOf(source: ExportSource, tools: ElementTools): Tables {
  const { caseElements, displayName, elementsOf, fitForXml, textOfValue } = tools;
  const { nodes, links } = elementsOf(source.graph);
  const told = caseElements(source);
  const kinds = new Map(told.nodes.map(({ id, type }) => [id, type]));
  return {
    nodes: nodes.map((node) => [
      node.id,
      kinds.get(node.id) ?? null,
      fitForXml(displayName(node)),
      textOfValue(node.labels),
    ]),
    relationships: links.map(({ id, type, start, end }) => [id, fitForXml(type), start, end]),
    node_properties: nodes.flatMap(({ id, properties }) => propertyRows(id, properties, tools)),
    relationship_properties: links.flatMap(({ id, properties }) =>
      propertyRows(id, properties, tools),
    ),
    quotes: [...told.links, ...told.mentions].flatMap(({ id, quotes }) =>
      quotes.map(({ quote, document, span }, at) => [id, at + 1, fitForXml(quote), document, span]),
    ),
  };
}

const propertyRows = (
  id: string,
  properties: readonly Property[],
  tools: ElementTools,
): readonly (readonly Cell[])[] =>
  properties.map(([key, value]) => [
    id,
    tools.fitForXml(key),
    tools.typeOfValue(value),
    cellOf(value, tools),
  ]);

/** Whole numbers, truths and finite floats as numbers; the rest as the text of its type. */
function cellOf(value: Property[1], { fitForXml, textOfValue, typeOfValue }: ElementTools): Cell {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" || typeof value === "bigint") return value;
  const text = textOfValue(value);
  if (typeOfValue(value) !== "float") return fitForXml(text);
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
