import { describe, expect, it } from "vitest";
import { decodeOrigins, originLines, type StoredOrigins } from "./origin-lines.js";

const STORED: StoredOrigins = {
  leanings: [
    {
      document: "doc:a",
      sentence: null,
      kind: "published",
      origin: "publisher:gazette",
      name: "Gazette",
      words: "Gazette",
      start: null,
      end: null,
    },
  ],
  withdrawals: [
    {
      document: "doc:b",
      of: "doc:a",
      kind: "withdrawn",
      sentence: 1,
      words: "…",
      start: 3,
      end: 9,
    },
  ],
};

describe("lines of origins", () => {
  it("come back as they were written", () => {
    expect(decodeOrigins(originLines(STORED))).toEqual(STORED);
  });

  it.each([
    "",
    "{",
    "null",
    '{"document":"doc:a","kind":"copied","sentence":null}',
    '{"document":"doc:a","sentence":null,"kind":"published","origin":7,"name":"x","words":"","start":null,"end":null}',
    '{"document":"doc:a","sentence":-1,"kind":"published","origin":"x","name":"x","words":"","start":null,"end":null}',
  ])("that are none are damage, with their number: %s", (line) => {
    expect(() => decodeOrigins([...originLines(STORED), line])).toThrow("Line 3 of the origins");
  });
});
