import { createMemoryStore } from "@redthread/core/stores";
import { describe, expect, it } from "vitest";
import { answerOf, fits, readRecordedAnswers } from "../support/recorded-answers.js";

describe.each(["language", "schema", "cypher-25"])(
  "the queries of %s.tsv, one after the other",
  (name) => {
    const store = createMemoryStore();

    it.each(readRecordedAnswers(name))("$query", async ({ query, answer }) => {
      expect(fits(await answerOf(store, query), answer)).toBe(answer);
    });
  },
);
