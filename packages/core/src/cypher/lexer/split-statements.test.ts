import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.js";

describe("splitStatements", () => {
  it("gives each statement with its place and the comments before it", () => {
    const script =
      "// All ships\n// by flag\nMATCH (s:Ship)\nRETURN s;\n\n/* x */ RETURN 1 // one\n;\r\n// Ports\r\nRETURN 2";
    const statements = splitStatements(script);
    expect(statements.map(({ text, comments }) => ({ text, comments }))).toEqual([
      { text: "MATCH (s:Ship)\nRETURN s", comments: ["All ships", "by flag"] },
      { text: "RETURN 1", comments: [] },
      { text: "RETURN 2", comments: ["Ports"] },
    ]);
    for (const { text, start } of statements) {
      expect(script.slice(start, start + text.length)).toBe(text);
    }
  });

  it.each([
    { script: "RETURN ';' AS a; RETURN `b;` ", texts: ["RETURN ';' AS a", "RETURN `b;`"] },
    { script: "RETURN 1 // ; \n + 1", texts: ["RETURN 1 // ; \n + 1"] },
    { script: " ;; // nothing\n;", texts: [] },
  ])("takes $script as $texts", ({ script, texts }) => {
    expect(splitStatements(script).map(({ text }) => text)).toEqual(texts);
  });
});
