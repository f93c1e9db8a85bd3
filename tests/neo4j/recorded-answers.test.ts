import { type Neo4jStore, openNeo4jStore } from "@redthread/core/stores/neo4j";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { answerOf, fits, readRecordedAnswers } from "../support/recorded-answers.js";

const server = inject("neo4j");

/** The server of the suite may read every file of its machine. */
const FILES = new URL("../cypher/files/", import.meta.url).href;

/** What is recorded is what a server answers, or the engine is held to something else. */
describe.skipIf(server === null).each(["language", "values", "schema", "csv", "fulltext"])(
  "the recorded answers of %s.tsv",
  (name) => {
    let store: Neo4jStore;
    const emptyAll = async () => {
      for (const what of ["CONSTRAINT", "INDEX"]) {
        const [names = "[]"] = await answerOf(store, `SHOW ${what} YIELD name RETURN name`);
        for (const [name] of JSON.parse(names))
          await answerOf(store, `DROP ${what} ${name} IF EXISTS`);
      }
      await answerOf(store, "MATCH (n) DETACH DELETE n");
    };
    beforeAll(async () => {
      if (server === null) throw new Error("The suite runs without a server.");
      store = await openNeo4jStore(server);
      await emptyAll();
    });
    afterAll(async () => {
      await emptyAll();
      await store.close();
    });

    it.each(readRecordedAnswers(name))(
      "are those of the server: $query",
      async ({ query, answer }) => {
        expect(fits(await answerOf(store, query.replaceAll("file:///", FILES)), answer)).toBe(
          answer,
        );
      },
    );
  },
);
