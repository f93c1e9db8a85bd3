import type { CypherValue, Procedure, ProcedureField } from "@redthread/core/cypher";
import { canonicalText, type ExpectedValue } from "./expected-value.js";
import { fromCypherValue, toCypherValue } from "./from-cypher-value.js";
import { parseTckValue } from "./parse-tck-value.js";

/**
 * The procedure a scenario asks for: a table of what it yields for which arguments.
 * @param declaration such as `test.my.proc(in :: INTEGER?) :: (out :: STRING?)`
 */
export function testProcedure(
  declaration: string,
  table: readonly (readonly string[])[],
): Procedure {
  const parts = /^([\w.]+)\((.*?)\) :: \((.*?)\)/.exec(declaration);
  if (parts === null) {
    throw new Error(`Cannot read the procedure \`${declaration}\`.`);
  }
  const [, name = "", inputText = "", outputText = ""] = parts;
  const inputs = fields(inputText);
  const outputs = fields(outputText);
  const rows = table.slice(1).map((row) => row.map(parseTckValue));
  return {
    signature: { name, inputs, outputs },
    call: (args) =>
      rows
        .filter((row) => inputs.every((_, index) => sameArgument(row[index], args[index] ?? null)))
        .map((row) => row.slice(inputs.length).map(toCypherValue)),
  };
}

function fields(text: string): readonly ProcedureField[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", type = "ANY"] = part.split("::").map((piece) => piece.trim());
      return { name, type };
    });
}

/** 42 is 42.0: an integer does for a FLOAT. */
function sameArgument(expected: ExpectedValue | undefined, actual: CypherValue): boolean {
  return expected !== undefined && numberless(expected) === numberless(fromCypherValue(actual));
}

function numberless(value: ExpectedValue): string {
  return value.kind === "integer" || value.kind === "float"
    ? String(Number(value.value))
    : canonicalText(value, false);
}
