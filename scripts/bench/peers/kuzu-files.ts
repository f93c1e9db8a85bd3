// The graph as Kùzu and its heirs load it: a table a label and a type, each from a file.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseGraph } from "../../../benches/case-graph.js";

/** Properties that a label has besides its id, with the type of each. */
const COLUMNS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Person: [
    ["name", "STRING"],
    ["age", "INT64"],
    ["risk", "INT64"],
  ],
  Document: [["text", "STRING"]],
};
const NAMED: readonly (readonly [string, string])[] = [["name", "STRING"]];

/** Writes the files; the statements that make the tables and fill them. */
export function writeKuzuFiles({ graph, slots }: CaseGraph, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const make: string[] = [];
  const fill: string[] = [];
  for (const [label, nodes] of slots) {
    const columns = COLUMNS[label] ?? NAMED;
    const typed = columns.map(([key, type]) => `, ${key} ${type}`).join("");
    make.push(`CREATE NODE TABLE ${label}(id STRING${typed}, PRIMARY KEY(id))`);
    const keys = ["id", ...columns.map(([key]) => key)];
    const lines = nodes.map((node) => keys.map((key) => graph.nodeProperty(node, key)).join("|"));
    fill.push(copyFrom(folder, label, lines));
  }
  for (const type of graph.relationshipTypes()) {
    const ends = new Set<string>();
    const hasAmount = type === "TRANSFERRED";
    const lines: string[] = [];
    graph.forEachRelationship(type, (relationship) => {
      const [start, end] = [graph.startOf(relationship), graph.endOf(relationship)];
      ends.add(`FROM ${graph.labelsOf(start)[0]} TO ${graph.labelsOf(end)[0]}`);
      const amount = graph.relationshipProperty(relationship, "amount");
      const both = `${graph.nodeProperty(start, "id")}|${graph.nodeProperty(end, "id")}`;
      lines.push(hasAmount ? `${both}|${amount}` : both);
      return true;
    });
    make.push(`CREATE REL TABLE ${type}(${[...ends][0]}${hasAmount ? ", amount INT64" : ""})`);
    fill.push(copyFrom(folder, type, lines));
  }
  return [...make, ...fill];
}

function copyFrom(folder: string, table: string, lines: readonly string[]): string {
  const file = join(folder, `${table}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return `COPY ${table} FROM "${file}" (HEADER=false, DELIM="|")`;
}
