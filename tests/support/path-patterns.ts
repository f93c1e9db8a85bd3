import { readFileSync } from "node:fs";

/** A query over path patterns and its answer, as the rows in order of their JSON, or `error`. */
export interface PathPattern {
  readonly query: string;
  readonly answer: string;
}

/** The graph that the queries are asked of, and the queries with what Neo4j 5.26 answers. */
export function readPathPatterns(): { readonly graph: string; readonly patterns: PathPattern[] } {
  const file = new URL("../cases/path-patterns.tsv", import.meta.url);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  const [[, graph = ""] = [], ...rest] = lines;
  return { graph, patterns: rest.map(([query = "", answer = ""]) => ({ query, answer })) };
}

/** Rows as the file has them. */
export function answerOf(rows: readonly (readonly unknown[])[]): string {
  const texts = rows.map((row) => JSON.stringify(row)).sort();
  return `[${texts.join(",")}]`;
}
