import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  CypherError,
  type CypherValue,
  createEngine,
  type Procedure,
} from "@redthread/core/cypher";
import { PropertyGraph, type TimeForm } from "@redthread/core/graph";
import { canonicalText } from "./expected-value.js";
import { fromCypherValue, toCypherValue } from "./from-cypher-value.js";
import { type GraphState, graphState, sideEffects } from "./graph-state.js";
import type { Scenario, Step } from "./parse-feature.js";
import { parseTckValue } from "./parse-tck-value.js";
import { testProcedure } from "./test-procedure.js";

/** What one query did. */
interface Outcome {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CypherValue[])[];
  readonly error: unknown;
  readonly before: GraphState;
  readonly after: GraphState;
}

/**
 * Runs a scenario strictly: values, column names, order where asked for, kind, phase and code of
 * errors, side effects. Returns null when all hold, otherwise what did not.
 */
export function runScenario(
  scenario: Scenario,
  tckFolder: string,
  timeForm: TimeForm = "full",
): string | null {
  try {
    const world = new World(tckFolder, timeForm);
    for (const step of scenario.steps) {
      world.run(step);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function check(condition: boolean, message: () => string): void {
  if (!condition) {
    throw new Error(message());
  }
}

interface StepCall {
  readonly text: string;
  /** What stands under the step as text, or as a table. */
  readonly query: string;
  readonly table: readonly (readonly string[])[];
}

type StepAction = (world: World, step: StepCall, match: RegExpExecArray) => unknown;

class World {
  readonly #graph = new PropertyGraph();
  readonly #procedures: Procedure[] = [];
  readonly #folder: string;
  readonly #timeForm: TimeForm;
  #parameters: ReadonlyMap<string, CypherValue> = new Map();
  #last: Outcome | null = null;

  constructor(folder: string, timeForm: TimeForm) {
    this.#folder = folder;
    this.#timeForm = timeForm;
  }

  run({ text: words, docString, table }: Step): void {
    const text = words.trim();
    const step: StepCall = { text, query: docString ?? "", table: table ?? [] };
    for (const [pattern, act] of World.#steps) {
      const match = pattern.exec(text);
      if (match === null) continue;
      act(this, step, match);
      return;
    }
    throw new Error(`Unknown step \`${text}\`.`);
  }

  /** The steps of the TCK, each with what it does. */
  static readonly #steps: readonly (readonly [RegExp, StepAction])[] = [
    [/^(an empty|any) graph$/, () => undefined],
    [
      /^the (binary-tree-\d) graph$/,
      (world, _, [, name = ""]) => world.#execute(world.#graphScript(name)),
    ],
    [/^having executed:$/, (world, { query }) => world.#execute(query)],
    [/^parameters are:$/, (world, { table }) => world.#setParameters(table)],
    [
      /^there exists a procedure (.*)$/s,
      (world, { table }, [, signature = ""]) =>
        world.#procedures.push(testProcedure(signature, table)),
    ],
    [
      /^executing (control )?query:$/,
      (world, { query }) => {
        world.#last = world.#query(query);
      },
    ],
    [
      /^an? (\w+) should be raised at ([a-z ]+): (\S+)$/,
      (world, _, [, kind = "", phase = "", detail = ""]) => world.#expectError(kind, phase, detail),
    ],
    [/^the result should be/, (world, { text, table }) => world.#expectResult(text, table)],
    [
      /^(no side effects|the side effects should be:)$/,
      (world, { table }) => world.#expectSideEffects(table),
    ],
  ];

  #setParameters(table: readonly (readonly string[])[]): void {
    this.#parameters = new Map(
      table.map(([name = "", value = "null"]) => [name, toCypherValue(parseTckValue(value))]),
    );
  }

  #graphScript(name: string): string {
    return readFileSync(resolve(this.#folder, "graphs", name, `${name}.cypher`), "utf8");
  }

  #execute(query: string): void {
    const { error } = this.#query(query);
    if (error !== null) {
      throw new Error(`Setting up failed: ${describe(error)}`);
    }
  }

  #query(query: string): Outcome {
    const before = graphState(this.#graph);
    let columns: readonly string[] = [];
    let rows: readonly (readonly CypherValue[])[] = [];
    let error: unknown = null;
    try {
      const engine = createEngine({
        graph: this.#graph,
        clock: () => Date.UTC(2026, 0, 31, 12),
        seed: 1,
        timeForm: this.#timeForm,
        procedures: this.#procedures,
      });
      const result = engine.run(query, this.#parameters);
      columns = result.columns;
      rows = [...result.rows].map((row) => [...row]);
    } catch (thrown) {
      error = thrown;
    }
    return { columns, rows, error, before, after: graphState(this.#graph) };
  }

  #outcome(): Outcome {
    if (this.#last === null) {
      throw new Error("No query has run.");
    }
    return this.#last;
  }

  #expectError(kind: string, phase: string, detail: string): void {
    const { error, rows } = this.#outcome();
    if (!(error instanceof CypherError)) {
      const found = error === null ? `${rows.length} rows` : describe(error);
      throw new Error(`Expected ${kind} at ${phase}: ${detail}, got ${found}`);
    }
    const fits =
      error.kind === kind &&
      (phase === "any time" || error.phase === phase) &&
      (detail === "*" || error.detail === detail);
    check(fits, () => `Expected ${kind} at ${phase}: ${detail}, got ${describe(error)}`);
  }

  #expectResult(text: string, table: readonly (readonly string[])[]): void {
    const { columns, rows, error } = this.#outcome();
    check(error === null, () => `Expected a result, got ${describe(error)}`);
    if (text === "the result should be empty") {
      check(rows.length === 0, () => `Expected no rows, got ${rows.length}`);
      return;
    }
    const anyListOrder = text.includes("ignoring element order for lists");
    const inOrder = text.includes("in order");
    const [header = [], ...expectedRows] = table;
    const names = header.filter((name) => name !== "");
    check(
      [...names].sort().join("\n") === [...columns].sort().join("\n"),
      () => `Expected columns ${names.join(", ")}, got ${columns.join(", ")}`,
    );
    const places = names.map((name) => columns.indexOf(name));
    const expected = expectedRows.map((row) =>
      names.map((_, index) => canonicalText(parseTckValue(row[index] ?? ""), anyListOrder)),
    );
    const actual = rows.map((row) =>
      places.map((place) =>
        canonicalText(fromCypherValue(row[place] ?? null, this.#timeForm), anyListOrder),
      ),
    );
    const lines = (given: readonly (readonly string[])[]) => {
      const joined = given.map((row) => row.join(" | "));
      return (inOrder ? joined : joined.sort()).join("\n");
    };
    check(
      lines(expected) === lines(actual),
      () => `Expected rows\n${lines(expected)}\ngot\n${lines(actual)}`,
    );
  }

  #expectSideEffects(table: readonly (readonly string[])[]): void {
    const { before, after } = this.#outcome();
    const lines = (effects: Iterable<readonly [string, number]>) =>
      [...effects]
        .filter(([, count]) => count !== 0)
        .map(([name, count]) => `${name} ${count}`)
        .sort()
        .join(", ");
    const expected = lines(table.map(([name = "", count]) => [name, Number(count)]));
    const actual = lines(sideEffects(before, after));
    check(
      expected === actual,
      () => `Expected side effects ${expected || "none"}, got ${actual || "none"}`,
    );
  }
}

function describe(error: unknown): string {
  if (error instanceof CypherError) {
    return `${error.kind} at ${error.phase}: ${error.detail} (${error.message})`;
  }
  return error instanceof Error
    ? `${error.name}: ${error.message} ${(error.stack ?? "").split("\n")[1] ?? ""}`
    : String(error);
}
