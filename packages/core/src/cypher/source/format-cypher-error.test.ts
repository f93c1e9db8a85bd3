import { describe, expect, it } from "vitest";
import { CypherError } from "./cypher-error.js";
import { formatCypherError } from "./format-cypher-error.js";

function errorAt(source: string, word: string): CypherError {
  const start = source.indexOf(word);
  return new CypherError({
    kind: "SyntaxError",
    phase: "compile time",
    detail: "UndefinedVariable",
    message: `Variable \`${word}\` is not defined.`,
    span: { start, end: start + word.length },
    hint: "Did you mean `friend`?",
  });
}

describe("formatCypherError", () => {
  it("shows the line and a caret under the word", () => {
    const source = "MATCH (friend:Person) RETURN frend.name";
    expect(formatCypherError(errorAt(source, "frend"), source)).toMatchInlineSnapshot(`
      "SyntaxError (UndefinedVariable): Variable \`frend\` is not defined. Did you mean \`friend\`?
        query:1:30
        1 | MATCH (friend:Person) RETURN frend.name
          |                              ^^^^^"
    `);
  });

  it("counts lines of every kind and keeps the caret under a word behind a tab", () => {
    const source = "MATCH (friend)\r\nRETURN\n\tfrend";
    expect(
      formatCypherError(errorAt(source, "frend"), source, "ports.cypher"),
    ).toMatchInlineSnapshot(`
        "SyntaxError (UndefinedVariable): Variable \`frend\` is not defined. Did you mean \`friend\`?
          ports.cypher:3:2
          3 |  frend
            |  ^^^^^"
      `);
  });

  it("cuts a long line around the word", () => {
    const source = `RETURN ${"1, ".repeat(100)}frend${", 2".repeat(100)}`;
    const text = formatCypherError(errorAt(source, "frend"), source);
    expect(text.split("\n").every((line) => line.length < 200)).toBe(true);
    expect(text).toContain("…");
    const [, , line = "", carets = ""] = text.split("\n");
    expect(carets.indexOf("^")).toBe(line.indexOf("frend"));
  });

  it("points behind the last character when the query ends too early", () => {
    const source = "RETURN";
    const error = new CypherError({
      kind: "SyntaxError",
      phase: "compile time",
      detail: "UnexpectedSyntax",
      message: "Found the end of the query where an expression was expected.",
      span: { start: 6, end: 6 },
    });
    expect(formatCypherError(error, source)).toMatchInlineSnapshot(`
      "SyntaxError (UnexpectedSyntax): Found the end of the query where an expression was expected.
        query:1:7
        1 | RETURN
          |       ^"
    `);
  });

  it("is one line when no place is known", () => {
    const error = new CypherError({
      kind: "ArithmeticError",
      phase: "runtime",
      detail: "DivisionByZero",
      message: "An integer is divided by zero.",
    });
    expect(formatCypherError(error, "RETURN 1 / 0")).toBe(
      "ArithmeticError (DivisionByZero): An integer is divided by zero.",
    );
  });
});
