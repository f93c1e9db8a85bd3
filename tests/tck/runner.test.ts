import { describe, expect, it } from "vitest";
import { canonicalText } from "./expected-value.js";
import { parseFeature } from "./parse-feature.js";
import { parseTckValue } from "./parse-tck-value.js";
import { runScenario } from "./run-scenario.js";

const QUOTES = '"""';

/** A scenario over two ships, with the steps under test at its end. */
function scenario(query: string, ...steps: readonly string[]): string {
  return [
    "Feature: Ships",
    "  Scenario: [1] Asking for ships",
    "    Given an empty graph",
    "    And having executed:",
    `      ${QUOTES}`,
    "      CREATE (:Ship {name: 'Alba', tons: [2, 1]}), (:Ship {name: 'Baku', tons: [3.0]})",
    `      ${QUOTES}`,
    "    When executing query:",
    `      ${QUOTES}`,
    `      ${query}`,
    `      ${QUOTES}`,
    ...steps.map((step) => `    ${step}`),
  ].join("\n");
}

function verdict(feature: string): string | null {
  const [first] = parseFeature(feature);
  if (first === undefined) {
    throw new Error("the feature holds a scenario");
  }
  return runScenario(first, "");
}

const ASK = "MATCH (s:Ship) RETURN s.name AS name, s.tons AS tons ORDER BY name";
const ALBA = "| 'Alba' | [2, 1] |";
const BAKU = "| 'Baku' | [3.0] |";

describe("runScenario", () => {
  it.each([
    {
      what: "rows in any order",
      steps: ["Then the result should be, in any order:", "| name | tons |", BAKU, ALBA],
    },
    {
      what: "rows in order",
      steps: ["Then the result should be, in order:", "| name | tons |", ALBA, BAKU],
    },
    {
      what: "columns in another order",
      steps: [
        "Then the result should be, in order:",
        "| tons | name |",
        "| [2, 1] | 'Alba' |",
        "| [3.0] | 'Baku' |",
      ],
    },
    {
      what: "lists in any order",
      steps: [
        "Then the result should be (ignoring element order for lists):",
        "| name | tons |",
        "| 'Alba' | [1, 2] |",
        BAKU,
      ],
    },
    {
      what: "no side effects",
      steps: [
        "Then the result should be, in any order:",
        "| name | tons |",
        ALBA,
        BAKU,
        "And no side effects",
      ],
    },
  ])("passes $what", ({ steps }) => {
    expect(verdict(scenario(ASK, ...steps))).toBeNull();
  });

  it.each([
    {
      what: "rows in the wrong order",
      steps: ["Then the result should be, in order:", "| name | tons |", BAKU, ALBA],
    },
    {
      what: "a missing row",
      steps: ["Then the result should be, in any order:", "| name | tons |", ALBA],
    },
    {
      what: "a row too many",
      steps: ["Then the result should be, in any order:", "| name | tons |", ALBA, BAKU, BAKU],
    },
    {
      what: "an integer for a float",
      steps: [
        "Then the result should be, in any order:",
        "| name | tons |",
        ALBA,
        "| 'Baku' | [3] |",
      ],
    },
    {
      what: "another column name",
      steps: ["Then the result should be, in any order:", "| title | tons |", ALBA, BAKU],
    },
    {
      what: "a missing column",
      steps: ["Then the result should be, in any order:", "| name |", "| 'Alba' |", "| 'Baku' |"],
    },
    {
      what: "lists in another order",
      steps: [
        "Then the result should be, in any order:",
        "| name | tons |",
        "| 'Alba' | [1, 2] |",
        BAKU,
      ],
    },
    { what: "rows where none are expected", steps: ["Then the result should be empty"] },
    {
      what: "an error that does not come",
      steps: ["Then a SyntaxError should be raised at compile time: UndefinedVariable"],
    },
    {
      what: "side effects that do not come",
      steps: ["Then the side effects should be:", "| +nodes | 1 |"],
    },
    { what: "a step it does not know", steps: ["Then the moon should be full"] },
  ])("fails on $what", ({ steps }) => {
    expect(verdict(scenario(ASK, ...steps))).not.toBeNull();
  });

  it.each([
    { step: "a SyntaxError should be raised at compile time: UndefinedVariable", passes: true },
    { step: "a SyntaxError should be raised at any time: *", passes: true },
    { step: "a TypeError should be raised at compile time: UndefinedVariable", passes: false },
    { step: "a SyntaxError should be raised at runtime: UndefinedVariable", passes: false },
    { step: "a SyntaxError should be raised at compile time: UnknownFunction", passes: false },
  ])("is strict about errors: $step passes: $passes", ({ step, passes }) => {
    expect(verdict(scenario("RETURN ship", `Then ${step}`)) === null).toBe(passes);
  });

  it.each([
    {
      effects: ["| +nodes | 1 |", "| +labels | 1 |", "| +properties | 2 |", "| -properties | 1 |"],
      passes: true,
    },
    { effects: ["| +nodes | 1 |", "| +labels | 1 |", "| +properties | 2 |"], passes: false },
    {
      effects: ["| +nodes | 2 |", "| +labels | 1 |", "| +properties | 2 |", "| -properties | 1 |"],
      passes: false,
    },
  ])("counts what changed in the graph: $effects passes: $passes", ({ effects, passes }) => {
    const query = "MATCH (s {name: 'Alba'}) SET s.name = 'Alma' CREATE (:Port {name: 'Beirut'})";
    const feature = scenario(query, "Then the side effects should be:", ...effects);
    expect(verdict(feature) === null).toBe(passes);
  });

  it("answers a control query about what the query left", () => {
    const feature = [
      scenario("MATCH (s:Ship) DELETE s", "Then the result should be empty"),
      "    When executing control query:",
      `      ${QUOTES}`,
      "      MATCH (s) RETURN count(s) AS left",
      `      ${QUOTES}`,
      "    Then the result should be, in any order:",
      "      | left |",
      "      | 0    |",
    ].join("\n");
    expect(verdict(feature)).toBeNull();
  });
});

describe("parseFeature", () => {
  it("fills the examples of an outline into every part of its steps, after the background", () => {
    const scenarios = parseFeature(
      [
        "Feature: Ports",
        "  Background:",
        "    Given an empty graph",
        "  # a remark",
        "  Scenario Outline: [1] Adding",
        "    When executing query:",
        `      ${QUOTES}`,
        "      RETURN <a>",
        "        + 1 AS x",
        `      ${QUOTES}`,
        "    Then the result should be, in any order:",
        "      | x        |",
        "      | <result> |",
        "    Examples:",
        "      | a | result |",
        "      | 1 | 2      |",
        "      #| 9 | 9     |",
        "      | 2 | 'a\\|b' |",
      ].join("\n"),
    );
    expect(scenarios.map(({ name, example }) => `${name} ${example}`)).toEqual([
      "[1] Adding 1",
      "[1] Adding 2",
    ]);
    expect(scenarios[1]?.steps).toEqual([
      { text: "an empty graph", docString: null, table: null },
      { text: "executing query:", docString: "RETURN 2\n  + 1 AS x", table: null },
      {
        text: "the result should be, in any order:",
        docString: null,
        table: [["x"], ["'a|b'"]],
      },
    ]);
  });
});

describe("parseTckValue", () => {
  it.each([
    { text: "{b: 1, a: null}", canonical: '{"a": null, "b": 1}' },
    { text: "(:B:A {x: 'it\\'s'})", canonical: '(:A:B {"x": "it\'s"})' },
    { text: "[:T {x: [true, -1.5e-3]}]", canonical: '[:T {"x": [true, float -0.0015]}]' },
    {
      text: "<(:A)-[:T]->()<-[:S {w: 1}]-(:B)>",
      canonical: '<(:A {})-[:T {}]->( {})<-[:S {"w": 1}]-(:B {})>',
    },
    { text: "9223372036854775807", canonical: "9223372036854775807" },
    { text: ".1", canonical: "float 0.1" },
    { text: "NaN", canonical: "float NaN" },
  ])("reads $text as $canonical", ({ text, canonical }) => {
    expect(canonicalText(parseTckValue(text), false)).toBe(canonical);
  });
});
