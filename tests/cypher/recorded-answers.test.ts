import { readFileSync } from "node:fs";
import { proceduresFor } from "@redthread/core/cypher/procedures";
import { createMemoryStore, type GraphStore } from "@redthread/core/stores";
import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, fits, readRecordedAnswers } from "../support/recorded-answers.js";

const readTextFile = (path: string): string =>
  readFileSync(new URL(`files/${path}`, import.meta.url), "utf8");

describe.each(["language", "values", "schema", "csv", "fulltext", "cypher-25", "gds", "apoc"])(
  "the queries of %s.tsv, one after the other",
  (name) => {
    let store: GraphStore;
    beforeAll(async () => {
      const procedures = await proceduresFor("LOAD CSV, fulltext, gds, apoc", { readTextFile });
      store = createMemoryStore(undefined, { procedures });
    });

    it.each(readRecordedAnswers(name))("$query", async ({ query, answer }) => {
      expect(fits(await answerOf(store, query), answer)).toBe(answer);
    });
  },
);
