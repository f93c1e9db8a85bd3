import { readFileSync } from "node:fs";
import type { GraphStore } from "@redthread/core/stores";
import { compareText } from "@redthread/core/text";

/** A query and its answer: the rows in order of their JSON, or `!!` and the title of the error. */
export interface RecordedAnswer {
  readonly query: string;
  readonly answer: string;
}

/** The queries of a file in `tests/cypher`, in the order in which they are asked of one graph. */
export function readRecordedAnswers(name: string): readonly RecordedAnswer[] {
  const file = new URL(`../cypher/${name}.tsv`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [query = "", answer = ""] = line.split("\t");
      return { query, answer };
    });
}

/** What a store answers, as the files have it; an error by all of its titles. */
export async function answerOf(store: GraphStore, query: string): Promise<readonly string[]> {
  const rows: (readonly unknown[])[] = [];
  try {
    for await (const row of (await store.run(query)).rows) rows.push(row);
  } catch (error) {
    return titlesOf(error).map((title) => `!! ${title}`);
  }
  return [
    `[${rows
      .map((row) => JSON.stringify(row, plainly))
      .sort()
      .join(",")}]`,
  ];
}

/** The recorded answer where it is among those given, the first one given otherwise. */
export function fits(given: readonly string[], recorded: string): string {
  return given.includes(recorded) ? recorded : given.join(" | ");
}

/** The order of a map's keys says nothing; numbers that JSON does not know are written as words. */
function plainly(_key: string, value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].sort(([a], [b]) => compareText(a, b)));
  }
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** The titles that an error goes by: its class, and the code of the very case. */
function titlesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const kind = "kind" in error ? String(error.kind) : "";
  const detail = "detail" in error ? String(error.detail) : "";
  const code = /Neo\.\w+\.\w+\.(\w+)/.exec(error.message)?.[1] ?? "";
  const title = detail.slice(detail.lastIndexOf(".") + 1);
  return [kind, code, title, error.message].filter((each) => each !== "");
}
