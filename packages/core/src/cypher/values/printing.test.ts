import { describe, expect, it } from "vitest";
import { DateValue, Float, PointValue } from "../../graph/property-value.js";
import { type CypherValue, NodeRecord, PathRecord, RelationshipRecord } from "./cypher-value.js";
import { formatCell, formatFloat, formatValue } from "./format-value.js";
import { toJson } from "./to-json.js";
import { typeName } from "./type-name.js";
import { valueTypeOf } from "./value-type.js";

const ship = new NodeRecord("1", ["Ship"], new Map([["name", "L'Aurore"]]));
const port = new NodeRecord("2", ["Free Port"], new Map());
const calls = new RelationshipRecord("3", "CALLS_AT", "1", "2", new Map([["year", 2021]]));

describe("formatFloat", () => {
  it.each([
    [5, "5.0"],
    [-0, "-0.0"],
    [0.001, "0.001"],
    [0.0001, "1.0E-4"],
    [9_999_999, "9999999.0"],
    [1e7, "1.0E7"],
    [12_345_678.9, "1.23456789E7"],
    [1e21, "1.0E21"],
    [Number.NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ])("prints %d as Java does", (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });
});

describe("formatValue", () => {
  it.each<[CypherValue, string]>([
    ["it's\n", "'it\\'s\\n'"],
    [2n ** 60n, "1152921504606846976"],
    [[1, new Float(1), null], "[1, 1.0, null]"],
    [new Map<string, CypherValue>([["a b", true]]), "{`a b`: true}"],
    [new DateValue(0), "1970-01-01"],
    [new PointValue(4326, 2, 1.5, null), "point({x: 2.0, y: 1.5, crs: 'wgs-84'})"],
    [ship, "(:Ship {name: 'L\\'Aurore'})"],
    [port, "(:`Free Port`)"],
    [calls, "[:CALLS_AT {year: 2021}]"],
    [
      new PathRecord([port, ship], [calls]),
      "<(:`Free Port`)<-[:CALLS_AT {year: 2021}]-(:Ship {name: 'L\\'Aurore'})>",
    ],
  ])("prints %o", (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  it("leaves the quotes of a string out in a cell", () => {
    expect(formatCell("it's")).toBe("it's");
    expect(formatCell(["a"])).toBe("['a']");
  });
});

describe("toJson", () => {
  it("keeps what JSON can hold and writes the rest as text", () => {
    const value: CypherValue = [
      2n ** 60n,
      new Float(1),
      new Float(Infinity),
      new DateValue(0),
      ship,
    ];
    expect(toJson(value)).toEqual([
      "1152921504606846976",
      1,
      "Infinity",
      "1970-01-01",
      { elementId: "1", labels: ["Ship"], properties: { name: "L'Aurore" } },
    ]);
  });

  it("keeps a key named __proto__", () => {
    expect(JSON.stringify(toJson(new Map([["__proto__", 1]])))).toBe('{"__proto__":1}');
  });
});

describe("types", () => {
  it.each<[CypherValue, string, string]>([
    [null, "Null", "NULL"],
    [2n ** 60n, "Integer", "INTEGER NOT NULL"],
    [[], "List", "LIST<NOTHING> NOT NULL"],
    [[1, "a", null], "List", "LIST<STRING | INTEGER> NOT NULL"],
    [[1, 2], "List", "LIST<INTEGER NOT NULL> NOT NULL"],
    [ship, "Node", "NODE NOT NULL"],
  ])("names the type of %o", (value, short, long) => {
    expect(typeName(value)).toBe(short);
    expect(valueTypeOf(value)).toBe(long);
  });
});
