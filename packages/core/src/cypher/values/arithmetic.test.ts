import { describe, expect, it } from "vitest";
import { DateValue, DurationValue, Float } from "../../graph/property-value.js";
import { add, concat, divide, modulo, multiply, negate, power, subtract } from "./arithmetic.js";
import type { CypherValue } from "./cypher-value.js";
import { MAX_INTEGER, MIN_INTEGER } from "./integer.js";

const float = (value: number): Float => new Float(value);
const OPERATORS = { "+": add, "-": subtract, "*": multiply, "/": divide, "%": modulo, "^": power };
type Operator = keyof typeof OPERATORS;
const day = new DurationValue(0, 1, 0, 0);

describe("arithmetic", () => {
  it.each<[CypherValue, Operator, CypherValue, CypherValue]>([
    [7, "/", 2, 3],
    [-7, "/", 2, -3],
    [7, "/", float(2), float(3.5)],
    [-7, "%", 3, -1],
    [-6, "%", 3, 0],
    [7, "%", float(0), float(Number.NaN)],
    [7, "/", float(0), float(Infinity)],
    [0, "*", -4, 0],
    [2, "^", 3, float(8)],
    [9_007_199_254_740_991, "+", 1, 9_007_199_254_740_992n],
    [9_007_199_254_740_993n, "-", 3, 9_007_199_254_740_990],
    [9_007_199_254_740_991, "/", 2, 4_503_599_627_370_495],
    [3_037_000_500, "*", 3_037_000_499, 9_223_372_033_963_249_500n],
    [MIN_INTEGER, "/", -1, MIN_INTEGER],
    ["Pier ", "+", 4, "Pier 4"],
    ["Pier ", "+", float(4), "Pier 4.0"],
    [4, "+", "th", "4th"],
    ["a", "+", [1], ["a", 1]],
    [[1], "+", [null], [1, null]],
    [[1], "+", null, null],
    [null, "*", 0, null],
    [new DateValue(0), "+", day, new DateValue(1)],
    [day, "+", new DateValue(0), new DateValue(1)],
    [new DateValue(0), "-", day, new DateValue(-1)],
    [day, "*", float(2.5), new DurationValue(0, 2, 43_200, 0)],
    [day, "/", 2, new DurationValue(0, 0, 43_200, 0)],
  ])("gives %o %s %o = %o", (a, operator, b, expected) => {
    expect(OPERATORS[operator](a, b)).toEqual(expected);
  });

  it.each<[CypherValue, Operator, CypherValue, string, string]>([
    [1, "/", 0, "ArithmeticError", "DivisionByZero"],
    [1, "%", 0, "ArithmeticError", "DivisionByZero"],
    [day, "/", 0, "ArithmeticError", "DivisionByZero"],
    [MAX_INTEGER, "+", 1, "ArithmeticError", "IntegerOverflow"],
    [MAX_INTEGER, "*", 2, "ArithmeticError", "IntegerOverflow"],
    [1, "+", true, "TypeError", "InvalidArgumentType"],
    ["a", "*", 2, "TypeError", "InvalidArgumentType"],
    [new DateValue(0), "-", new DateValue(0), "TypeError", "InvalidArgumentType"],
  ])("refuses %o %s %o", (a, operator, b, kind, detail) => {
    expect(() => OPERATORS[operator](a, b)).toThrow(
      expect.objectContaining({ kind, detail, phase: "runtime" }),
    );
  });

  it("negates up to the most negative integer", () => {
    expect(negate(0)).toBe(0);
    expect(negate(float(0))).toEqual(float(-0));
    expect(() => negate(MIN_INTEGER)).toThrow(/beyond the 64 bits/);
  });

  it("joins only two of a kind with `||`", () => {
    expect(concat("a", "b")).toBe("ab");
    expect(concat([1], [2])).toEqual([1, 2]);
    expect(() => concat("a", 1)).toThrow(/`\|\|` was given a value of type Integer/);
  });
});
