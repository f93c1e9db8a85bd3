import { Float } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { readParameters } from "./query-parameters.js";

const read = (...values: string[]) => Object.fromEntries(readParameters({ values, texts: [] }));

describe("--param", () => {
  it.each([
    ["n=2", 2],
    ["n=-2", -2],
    ["n=2.0", new Float(2)],
    ["n=1e3", new Float(1000)],
    ["n=9007199254740993", 9007199254740993n],
    ["n=0770", "0770"],
    ["n=+964 770", "+964 770"],
    ["n=1.2.3", "1.2.3"],
    ["n=Captagon", "Captagon"],
    ['n="2"', "2"],
    ["n=true", true],
    ["n=null", null],
    ["n=", ""],
    ["n=a=b", "a=b"],
    ['n=[1, "a", null, 2.5]', [1, "a", null, new Float(2.5)]],
    ["n=[]", []],
    ["n=[1,]", "[1,]"],
    ["n={a}", "{a}"],
  ])("reads %s", (word, value) => {
    expect(read(word)).toEqual({ n: value });
  });

  it("reads maps, keys named like machinery included", () => {
    expect(read('n={"__proto__": {"a": 1}, "b": []}')).toEqual({
      n: new Map<string, unknown>([
        ["__proto__", new Map([["a", 1]])],
        ["b", []],
      ]),
    });
  });

  it("takes endless nesting for a text", () => {
    const deep = "[".repeat(10_000);
    expect(read(`n=${deep}`)).toEqual({ n: deep });
  });

  it.each([
    ["novalue", /has no name/],
    ["=1", /has no name/],
    ["n=99999999999999999999", /beyond 64 bits/],
  ])("refuses %s", (word, sentence) => {
    expect(() => read(word)).toThrow(sentence);
  });

  it("refuses a name that is given twice", () => {
    expect(() => read("n=1", "n=2")).toThrow("Parameter `n` is given twice.");
  });
});

describe("--param-text", () => {
  it("takes everything as text", () => {
    const parameters = readParameters({ values: [], texts: ["phone=0770", "n=2", "l=[1]"] });
    expect(Object.fromEntries(parameters)).toEqual({ phone: "0770", n: "2", l: "[1]" });
  });
});
