import { readFileSync } from "node:fs";
import { type CypherValue, createEngine, type Engine } from "@redthread/core/cypher";
import { RedthreadError } from "@redthread/core/errors";
import { Float, PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { canonical, rowsInNotation } from "./neo4j-notation.js";
import { findReference } from "./shared-folder.js";

const file = findReference("cases/cypher.jsonl");

/** Answers that are still wrong, by case and number of the step, each with what is wrong. */
const STILL_WRONG: ReadonlyMap<string, string> = new Map();

/** Values as the cases write them: what JSON cannot tell apart is marked. */
type Written =
  | null
  | boolean
  | number
  | string
  | readonly Written[]
  | { readonly [key: string]: Written };

type Step =
  | string
  | {
      readonly cypher: string;
      readonly params?: Readonly<Record<string, Written>>;
      readonly limit_ms?: number;
    };
type Right =
  | string
  | { readonly error: string }
  | {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Written[])[];
      readonly ordered?: boolean;
    };

interface Case {
  readonly id: string;
  readonly symptom: string;
  readonly setup: readonly string[];
  readonly do: readonly Step[];
  readonly right: readonly Right[];
}

function toValue(written: Written): CypherValue {
  if (written === null || typeof written === "boolean" || typeof written === "string") {
    return written;
  }
  if (typeof written === "number") {
    return Number.isInteger(written) ? written : new Float(written);
  }
  if (isList(written)) {
    return written.map(toValue);
  }
  const [[key, value] = ["", null], ...more] = Object.entries(written);
  if (more.length === 0 && key === "float") {
    return new Float(Number(value));
  }
  if (more.length === 0 && key === "int") {
    const integer = BigInt(String(value));
    return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
  }
  return new Map(Object.entries(written).map(([name, item]) => [name, toValue(item)]));
}

function isList(written: Written): written is readonly Written[] {
  return Array.isArray(written);
}

/** Columns and rows in words, or that there was an error. */
function answerOf(engine: Engine, step: Exclude<Step, string>, ordered: boolean): string {
  const parameters = new Map(
    Object.entries(step.params ?? {}).map(([name, value]) => [name, toValue(value)]),
  );
  const options = step.limit_ms === undefined ? {} : { timeoutMs: step.limit_ms };
  try {
    const { columns, rows } = engine.run(step.cypher, parameters, options);
    return inWords(columns, rows, ordered);
  } catch (error) {
    if (error instanceof RedthreadError) {
      return "an error";
    }
    throw error;
  }
}

function rightOf(right: Exclude<Right, string>): string {
  return "error" in right
    ? "an error"
    : inWords(
        right.columns,
        right.rows.map((row) => row.map(toValue)),
        right.ordered === true,
      );
}

function inWords(
  columns: readonly string[],
  rows: readonly (readonly CypherValue[])[],
  ordered: boolean,
): string {
  const lines = rowsInNotation(columns, rows).map((row) => canonical(row));
  return [columns.join(", "), ...(ordered ? lines : lines.toSorted())].join("\n");
}

function read(path: string): readonly Case[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case); // the file is data we were given, not input of a user
}

describe.skipIf(file === null)("faults that people met in other engines", () => {
  for (const { id, symptom, setup, do: steps, right } of file === null ? [] : read(file)) {
    const engine = createEngine({ graph: new PropertyGraph(), clock: Date.now });

    describe(`${id}: ${symptom}`, () => {
      it("sets up", () => {
        for (const query of setup) {
          engine.run(query);
        }
      });

      steps.forEach((step, index) => {
        const answer = right[index];
        const query = typeof step === "string" ? { cypher: step } : step;
        if (query.cypher.startsWith("$ ") || answer === undefined || typeof answer === "string") {
          return;
        }
        const name = `${id} ${index + 1}`;
        const wrong = STILL_WRONG.get(name);
        it(`${wrong === undefined ? "answers" : "does not answer"} ${query.cypher}`, () => {
          const ordered = "ordered" in answer && answer.ordered === true;
          const given = answerOf(engine, query, ordered);
          if (wrong === undefined) {
            expect(given).toBe(rightOf(answer));
          } else {
            expect(given, wrong).not.toBe(rightOf(answer));
          }
        });
      });
    });
  }
});
