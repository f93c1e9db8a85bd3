import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { answerOf, readPathPatterns } from "../support/path-patterns.js";

const server = inject("neo4j");
const { graph, patterns } = readPathPatterns();

/** What is recorded is what a server answers, or the engine is held to something else. */
describe.skipIf(server === null)("recorded answers to path patterns", () => {
  const run = async (query: string): Promise<string> => {
    if (server === null) throw new Error("The suite runs without a server.");
    const store = await openNeo4jStore(server);
    const rows: (readonly unknown[])[] = [];
    try {
      for await (const row of (await store.run(query)).rows) rows.push(row);
      return answerOf(rows);
    } catch {
      return "error";
    } finally {
      await store.close();
    }
  };
  beforeAll(async () => {
    await run(graph);
  });
  afterAll(async () => {
    await run("MATCH (n) DETACH DELETE n");
  });

  it.each(patterns)("are those of the server: $query", async ({ query, answer }) => {
    expect(await run(query)).toBe(answer);
  });
});
