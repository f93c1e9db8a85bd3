import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.js";

const texts = (source: string) => splitStatements(source).map(({ text }) => text.trim());

describe("splitStatements", () => {
  it.each([
    ["RETURN 1", ["RETURN 1"]],
    ["RETURN 1;", ["RETURN 1"]],
    ["RETURN 1; RETURN 2 ;\n", ["RETURN 1", "RETURN 2"]],
    ['RETURN \'a;b\' AS x; RETURN "c;\\";d"', ["RETURN 'a;b' AS x", 'RETURN "c;\\";d"']],
    ["RETURN 1 AS `a;b`", ["RETURN 1 AS `a;b`"]],
    ["RETURN 1 // one; not two\n; RETURN 2", ["RETURN 1 // one; not two", "RETURN 2"]],
    ["/* ; */ RETURN 1", ["/* ; */ RETURN 1"]],
    ["// nothing here;\n ;; /* x */", []],
    ["RETURN 'open; RETURN 2", ["RETURN 'open; RETURN 2"]],
    ["", []],
  ])("divides %j", (source, queries) => {
    expect(texts(source)).toEqual(queries);
  });

  it("keeps places and the comment above each query", () => {
    const source = "// How many?\n// In all.\nRETURN 1;\n\n// Who?\nRETURN frend";
    const [first, second] = splitStatements(source);
    expect(first?.comment).toEqual(["How many?", "In all."]);
    expect(second?.comment).toEqual(["Who?"]);
    expect(second?.text).toHaveLength(source.length);
    expect(second?.text.indexOf("frend")).toBe(source.indexOf("frend"));
    expect(second?.text.split("\n")).toHaveLength(6);
  });
});
