import { describe, expect, it } from "vitest";
import { RedthreadError } from "../../errors/redthread-error.js";
import { PropertyGraph } from "../../graph/property-graph.js";
import { Float, type PropertyValue } from "../../graph/property-value.js";
import type { CypherError } from "../source/cypher-error.js";
import {
  type CypherValue,
  NodeValue,
  PathValue,
  RelationshipValue,
} from "../values/cypher-value.js";
import { formatValue } from "../values/format-value.js";
import type { FunctionContext } from "./cypher-function.js";
import { findAggregate, findFunction, listFunctions } from "./registry.js";

const CONTEXT: FunctionContext = {
  graph: new PropertyGraph(),
  nowMs: 1_616_500_800_123,
  timeForm: "full",
  work: () => undefined,
  checkBytes: (bytes) => {
    if (bytes > 1e8) {
      throw new RedthreadError("QUERY_LIMIT", "It is too large.");
    }
  },
  zone: "UTC",
  random: () => 0.5,
};
const float = (value: number): Float => new Float(value);

function call(name: string, args: readonly CypherValue[], context = CONTEXT): CypherValue {
  const found = findFunction(name);
  if (found === undefined) {
    throw new TypeError(`no function ${name}`);
  }
  return found.call(args, context);
}

type Case = readonly [string, readonly CypherValue[], string];

const STRING_CASES: readonly Case[] = [
  ["toUpper", ["straße"], "'STRASSE'"],
  ["toLower", ["İ"], "'i̇'"],
  ["trim", ["\t quay\u00a0"], "'quay\u00a0'"],
  ["btrim", ["xxquayx", "x"], "'quay'"],
  ["lTrim", [" quay "], "'quay '"],
  ["rTrim", [" quay "], "' quay'"],
  ["replace", ["quay", "", "-"], "'-q-u-a-y-'"],
  ["replace", ["a.b.c", ".", "$&"], "'a$&b$&c'"],
  ["substring", ["q🚢y", 1, 1], "'🚢'"],
  ["substring", ["quay", 9], "''"],
  ["left", ["quay", 9], "'quay'"],
  ["right", ["q🚢y", 2], "'🚢y'"],
  ["split", ["a,b;c", [",", ";"]], "['a', 'b', 'c']"],
  ["split", ["🚢y", ""], "['🚢', 'y']"],
  ["split", ["", ","], "['']"],
  ["reverse", ["q🚢y"], "'y🚢q'"],
  ["size", ["q🚢y"], "3"],
  ["char_length", ["🚢"], "1"],
  ["normalize", ["e\u0301"], "'é'"],
];

const LIST_CASES: readonly Case[] = [
  ["size", [[1, null]], "2"],
  ["head", [[]], "null"],
  ["last", [[1, 2]], "2"],
  ["tail", [[1, 2]], "[2]"],
  ["reverse", [[1, 2]], "[2, 1]"],
  ["isEmpty", [new Map()], "true"],
  ["range", [0, 10, 4], "[0, 4, 8]"],
  ["range", [10, 0, -4], "[10, 6, 2]"],
  ["range", [0, 10, -1], "[]"],
  ["coalesce", [null, null, 3], "3"],
  ["nullIf", [1, float(1)], "null"],
  ["exists", [null], "false"],
];

const NUMBER_CASES: readonly Case[] = [
  ["round", [float(2.5)], "3.0"],
  ["round", [float(-2.5)], "-2.0"],
  ["round", [float(2.345), 2], "2.35"],
  ["round", [float(-2.345), 2], "-2.35"],
  ["round", [float(2.345), 2, "HALF_EVEN"], "2.34"],
  ["round", [float(0.05), 1, "DOWN"], "0.0"],
  ["round", [float(0.01), 1, "UP"], "0.1"],
  ["round", [float(-0.01), 1, "CEILING"], "-0.0"],
  ["round", [float(-0.01), 1, "FLOOR"], "-0.1"],
  ["round", [float(1e21), 2, "HALF_DOWN"], "1.0E21"],
  ["ceil", [1], "1.0"],
  ["floor", [float(-1.2)], "-2.0"],
  ["sign", [float(-2.5)], "-1"],
  ["abs", [-(2n ** 63n)], "-9223372036854775808"],
  ["sqrt", [-1], "NaN"],
  ["isNaN", [float(Number.NaN)], "true"],
  ["degrees", [float(Math.PI)], "180.0"],
  ["haversin", [0], "0.0"],
  ["rand", [], "0.5"],
];

const CONVERSION_CASES: readonly Case[] = [
  ["toInteger", ["-5.7"], "-5"],
  ["toInteger", ["1e3"], "1000"],
  ["toInteger", [" 5 "], "null"],
  ["toInteger", ["9007199254740993"], "9007199254740993"],
  ["toInteger", [float(1e19)], "9223372036854775807"],
  ["toInteger", [float(Number.NaN)], "0"],
  ["toInteger", [true], "1"],
  ["toFloat", [" .5f "], "0.5"],
  ["toFloat", ["-Infinity"], "-Infinity"],
  ["toFloat", ["0x10"], "null"],
  ["toBoolean", ["TRUE"], "true"],
  ["toBoolean", ["yes"], "null"],
  ["toString", [float(1e21)], "'1.0E21'"],
  ["toStringOrNull", [[1]], "null"],
  ["toIntegerList", [["1", "x", float(2.9), []]], "[1, null, 2, null]"],
];

const TEMPORAL_CASES: readonly Case[] = [
  ["datetime", [], "2021-03-23T12:00:00.123Z"],
  ["date.realtime", ["Pacific/Kiritimati"], "2021-03-24"],
  ["timestamp", [], "1616500800123"],
  ["datetime.fromepochmillis", [-1], "1969-12-31T23:59:59.999Z"],
  ["date.truncate", ["week"], "2021-03-22"],
];

const SPATIAL_CASES: readonly Case[] = [
  [
    "point",
    [
      new Map<string, CypherValue>([
        ["x", 1],
        ["y", null],
      ]),
    ],
    "null",
  ],
  [
    "point",
    [
      new Map<string, CypherValue>([
        ["longitude", 190],
        ["latitude", 5],
      ]),
    ],
    "point({x: -170.0, y: 5.0, crs: 'wgs-84'})",
  ],
  ["point.distance", ["here", "there"], "null"],
];

/** The functions that make something of null. */
const NULL_RESULTS: ReadonlyMap<string, CypherValue> = new Map<string, CypherValue>([
  ["valueType", "NULL"],
  ["exists", false],
  ["apoc.convert.toJson", "null"],
]);

const APOC_CASES: readonly Case[] = [
  ["apoc.coll.max", [[1, null, 3]], "3"],
  ["apoc.coll.sum", [[1, float(2)]], "3.0"],
  ["apoc.coll.sort", [["b", 2, "a"]], "['a', 'b', 2]"],
  ["apoc.coll.toSet", [[1, float(1), 2]], "[1, 2]"],
  [
    "apoc.coll.intersection",
    [
      [1, 2, 2],
      [2, 3],
    ],
    "[2]",
  ],
  [
    "apoc.coll.subtract",
    [
      [1, 2],
      [2, 3],
    ],
    "[1]",
  ],
  ["apoc.coll.pairsMin", [[1, 2, 3]], "[[1, 2], [2, 3]]"],
  ["apoc.coll.indexOf", [["a", "b"], "b"], "1"],
  ["apoc.text.join", [["a", "b"], ", "], "'a, b'"],
  ["apoc.text.capitalizeAll", ["free port"], "'Free Port'"],
  ["apoc.text.levenshteinSimilarity", ["quay", "quays"], "0.8"],
  ["apoc.text.sorensenDiceSimilarity", ["quay", "quays"], "0.8571428571428571"],
  ["apoc.map.fromPairs", [[["a", 1]]], "{a: 1}"],
  ["apoc.map.merge", [new Map([["a", 1]]), new Map([["a", 2]])], "{a: 2}"],
  ["apoc.convert.toJson", [[1, float(1.5), null]], "'[1,1.5,null]'"],
  ["apoc.convert.fromJsonMap", ['{"a":[1,2.0]}'], "{a: [1, 2.0]}"],
  ["apoc.date.format", [1_616_500_800, "s", "dd.MM.yyyy 'at' HH:mm"], "'23.03.2021 at 12:00'"],
  ["apoc.date.parse", ["2021-03-23 12:00:00", "s"], "1616500800"],
];

describe("functions", () => {
  it.each([
    ...STRING_CASES,
    ...LIST_CASES,
    ...NUMBER_CASES,
    ...CONVERSION_CASES,
    ...TEMPORAL_CASES,
    ...SPATIAL_CASES,
    ...APOC_CASES,
  ])("%s of %o is %s", (name, args, expected) => {
    expect(formatValue(call(name, args))).toBe(expected);
  });

  it.each<[string, readonly CypherValue[], Partial<CypherError>]>([
    ["toUpper", [1], { kind: "TypeError", detail: "InvalidArgumentType" }],
    ["toInteger", [[]], { kind: "TypeError", detail: "InvalidArgumentValue" }],
    ["toInteger", ["9223372036854775808"], { kind: "TypeError" }],
    ["substring", ["quay", -1], { kind: "ArgumentError", detail: "InvalidArgumentValue" }],
    ["range", [0, 1, 0], { kind: "ArgumentError", detail: "NumberOutOfRange" }],
    ["range", [0, 1e12], { code: "QUERY_LIMIT" }],
    ["range", [null, 1], { kind: "ArgumentError", detail: "InvalidArgumentType" }],
    ["round", [1, -2], { kind: "ArgumentError" }],
    ["labels", [1], { kind: "TypeError", detail: "InvalidArgumentValue" }],
    ["point", [new Map([["x", 1]])], { kind: "ArgumentError" }],
  ])("%s refuses %o", (name, args, error) => {
    expect(() => call(name, args)).toThrow(expect.objectContaining(error));
  });

  it("are found whatever their case and listed by family", () => {
    expect(findFunction("TOUPPER")?.name).toBe("toUpper");
    expect(findFunction("capsize")).toBeUndefined();
    const names = listFunctions().map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("percentilecont");
  });

  it("give null for null, unless they say otherwise or cut a time to a unit", () => {
    for (const { name, isAggregate } of listFunctions()) {
      const found = findFunction(name);
      if (name.endsWith(".truncate")) {
        expect(() => found?.call([null], CONTEXT), name).toThrow(/It takes a string/);
      } else if (!isAggregate && found !== undefined && found.minArguments === 1) {
        const result = NULL_RESULTS.get(name) ?? null;
        expect(found.call([null], CONTEXT), name).toBe(result);
      }
    }
  });

  it("make version 4 UUIDs from the statement's randomness", () => {
    expect(call("randomUUID", [])).toBe("88888888-8888-4888-8888-888888888888");
  });
});

describe("graph functions", () => {
  const graph = new PropertyGraph();
  const entries: readonly (readonly [string, PropertyValue])[] = [
    ["name", "Aurora"],
    ["crew", 9],
  ];
  const ship = new NodeValue(graph.createNode(["Ship", "Tanker"], entries));
  const port = new NodeValue(graph.createNode(["Port"], []));
  const calls = new RelationshipValue(
    graph.createRelationship("CALLS_AT", ship.slot, port.slot, [["year", 2021]]),
  );
  const context: FunctionContext = { ...CONTEXT, graph };

  it.each<[string, CypherValue, CypherValue]>([
    ["labels", ship, ["Ship", "Tanker"]],
    ["keys", ship, ["name", "crew"]],
    ["properties", calls, new Map([["year", 2021]])],
    ["type", calls, "CALLS_AT"],
    ["startNode", calls, ship],
    ["endNode", calls, port],
    ["id", port, port.slot],
    ["elementId", calls, `r${calls.slot}`],
    ["length", new PathValue([ship, port], [calls]), 1],
    ["nodes", new PathValue([ship, port], [calls]), [ship, port]],
  ])("%s(%o) is %o", (name, value, expected) => {
    expect(call(name, [value], context)).toEqual(expected);
  });
});

describe("aggregates", () => {
  function aggregate(name: string, values: readonly CypherValue[], share?: CypherValue): string {
    const accumulator = findAggregate(name)?.start();
    for (const value of values) {
      accumulator?.add(share === undefined ? [value] : [value, share]);
    }
    return formatValue(accumulator?.result() ?? null);
  }

  it.each<[string, readonly CypherValue[], string]>([
    ["count", [1, null, 2], "2"],
    ["collect", [1, null, 2], "[1, 2]"],
    ["sum", [], "0"],
    ["sum", [1, float(2.5)], "3.5"],
    ["sum", [9_007_199_254_740_991, 2, -1], "9007199254740992"],
    ["sum", [2n ** 63n - 1n, 1], "9.223372036854776E18"],
    ["avg", [], "null"],
    ["avg", [1, 2], "1.5"],
    ["avg", [float(0.1), float(0.2), float(0.3)], "0.2"],
    ["min", [1, "a", [2], null], "[2]"],
    ["max", [1, float(Number.NaN), "a"], "NaN"],
    ["stDev", [1, 2, 4], "1.5275252316519465"],
    ["stDevP", [1, 2, 4], "1.247219128924647"],
    ["stDev", [], "0.0"],
  ])("%s of %o is %s", (name, values, expected) => {
    expect(aggregate(name, values)).toBe(expected);
  });

  it.each<[string, number, string]>([
    ["percentileCont", 0.4, "18.0"],
    ["percentileCont", 0.5, "20"],
    ["percentileDisc", 0.34, "20"],
    ["percentileDisc", 0, "10"],
    ["percentileDisc", 1, "30"],
  ])("%s at %d of 10, 20, 30 is %s", (name, share, expected) => {
    expect(aggregate(name, [30, 10, null, 20], float(share))).toBe(expected);
  });

  it("refuse a share beyond 1 and a sum of text", () => {
    expect(() => aggregate("percentileCont", [1], float(1.1))).toThrow(/takes 0.0 to 1.0/);
    expect(() => aggregate("sum", [1, "a"])).toThrow(/numbers or durations/);
  });
});
