import { describe, expect, it } from "vitest";
import { DateTimeValue, DateValue, DurationValue, Float } from "../../graph/property-value.js";
import { compareValues } from "./compare.js";
import type { CypherValue } from "./cypher-value.js";
import { equals, isIn } from "./equals.js";
import { equivalent, groupingKeyOf } from "./equivalent.js";
import { formatValue } from "./format-value.js";
import { orderValues } from "./order.js";

const float = (value: number): Float => new Float(value);
const NAN = float(Number.NaN);
const map = (entries: Readonly<Record<string, CypherValue>>): CypherValue =>
  new Map(Object.entries(entries));

describe("equals", () => {
  it.each<[CypherValue, CypherValue, boolean | null]>([
    [null, null, null],
    [7, float(7), true],
    [2n ** 53n + 1n, float(2 ** 53), true],
    [2n ** 53n + 1n, 2n ** 53n + 3n, false],
    [float(0), float(-0), true],
    [NAN, NAN, false],
    ["7", 7, false],
    [[1, null], [1, null], null],
    [[1, null], [2, null], false],
    [[1, null], [1], false],
    [map({ pier: 1, berth: null }), map({ berth: 2, pier: 1 }), null],
    [map({ pier: 1 }), map({ pier: 1, berth: null }), false],
    [new DateValue(1), new DateTimeValue(1, 0, 0, null), false],
    [new DurationValue(0, 1, 0, 0), new DurationValue(0, 0, 86_400, 0), false],
  ])("says that %o = %o is %o", (a, b, expected) => {
    expect(equals(a, b)).toBe(expected);
  });
});

describe("isIn", () => {
  it.each<[CypherValue, CypherValue, boolean | null]>([
    [null, [], false],
    [null, [1], null],
    [1, [2, null], null],
    [1, [null, 1], true],
    [[1], [[1, null]], false],
    [[null], [[null]], null],
    [1, null, null],
    [NAN, [NAN], false],
  ])("says that %o IN %o is %o", (value, list, expected) => {
    expect(isIn(value, list)).toBe(expected);
  });

  it("takes what is no list for the only item of one", () => {
    expect([isIn(5, 5), isIn(1, 5), isIn(null, 5)]).toEqual([true, false, null]);
  });
});

describe("equivalent", () => {
  it.each<[CypherValue, CypherValue, boolean]>([
    [null, null, true],
    [NAN, NAN, true],
    [1, float(1), true],
    [float(0), float(-0), true],
    [2n ** 53n + 1n, float(2 ** 53), false],
    [2n ** 60n, float(2 ** 60), true],
    ["1", 1, false],
    [true, "t", false],
    [["a", "b"], ["ab"], false],
    [[["a"], "b"], [["a", "b"]], false],
    [map({ a: 1, b: 2 }), map({ b: 2, a: float(1) }), true],
    [map({ a: null }), map({}), false],
  ])("says that %o and %o are the same: %o", (a, b, expected) => {
    expect(equivalent(a, b)).toBe(expected);
  });

  it("gives rows of one value the key of the value", () => {
    expect(groupingKeyOf([3])).toBe(3);
    expect(groupingKeyOf(["1", 2])).not.toBe(groupingKeyOf([1, "2"]));
  });
});

describe("compareValues", () => {
  it.each<[CypherValue, CypherValue, number | null]>([
    [1, float(1.5), -1],
    [1, "1", null],
    [NAN, 1, Number.NaN],
    [NAN, "a", null],
    [float(Infinity), 2n ** 62n, 1],
    [false, true, -1],
    ["Z", "a", -1],
    ["\ufffd", "😀", -1],
    [[1], [1, 0], -1],
    [[1, 2], [3, null], -1],
    [[1, 2], [1, null], null],
    [[1], ["a"], null],
    [map({ a: 1 }), map({ a: 2 }), -1],
    [new DurationValue(0, 1, 0, 0), new DurationValue(0, 2, 0, 0), null],
    [new DateTimeValue(0, 0, 0, null), new DateTimeValue(0, 3600e9, 3600, null), -1],
  ])("compares %o with %o: %o", (a, b, expected) => {
    const order = compareValues(a, b);
    expect(order === null ? null : Math.sign(order)).toBe(expected);
  });
});

describe("orderValues", () => {
  it("ranks types, null last, NaN behind the other numbers, strings by code point", () => {
    const values: CypherValue[] = [
      null,
      NAN,
      2,
      float(1.5),
      true,
      "😀",
      "\ufffd",
      "B",
      new DateValue(0),
      [1, null],
      [1, 2],
      map({ a: 1, b: 0 }),
      map({ b: 0 }),
    ];
    expect(values.sort(orderValues).map(formatValue).join(" ")).toBe(
      "{b: 0} {a: 1, b: 0} [1, 2] [1, null] 1970-01-01 'B' '\ufffd' '😀' true 1.5 2 NaN null",
    );
  });
});
