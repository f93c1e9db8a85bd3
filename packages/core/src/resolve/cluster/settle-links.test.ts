import { describe, expect, it } from "vitest";
import { type Statement, settleStatements } from "./settle-links.js";

const say = (words: string): Statement<string> & { readonly words: string } => {
  const [a = "", sign, b = ""] = words.split(" ");
  return { words, isSame: sign === "=", a: a.split("+"), b: b.split("+") };
};
const settle = (...words: readonly string[]) => {
  const { followed, disputed } = settleStatements<string, ReturnType<typeof say>>(words.map(say));
  return {
    followed: followed.map((one) => one.words),
    disputed: [...disputed].map(([one, by]) => [one.words, by.map(({ words: told }) => told)]),
  };
};

describe("statements that contradict each other", () => {
  it("are all followed where they do not", () => {
    expect(settle("a = b", "b = c", "a / d").followed).toEqual(["a = b", "b = c"]);
  });

  it("leave things apart, each told with the other", () => {
    expect(settle("a = b", "a / b")).toEqual({
      followed: [],
      disputed: [
        ["a / b", ["a = b"]],
        ["a = b", ["a / b"]],
      ],
    });
  });

  it("drop the whole chain, and nothing beside it", () => {
    const { followed, disputed } = settle("a = b", "b = c", "c = d", "a / c");
    expect(followed).toEqual(["c = d"]);
    expect(disputed[0]).toEqual(["a / c", ["a = b", "b = c"]]);
  });

  it("drop every chain of the same length, whoever is named first", () => {
    expect(settle("a = b", "b = d", "a = c", "c = d", "a / d").followed).toEqual([]);
    expect(settle("a = d", "a = c", "c = d", "a / d").followed).toEqual([]);
  });

  it("drop shorter chains first, so that what they explain is not doubted twice", () => {
    const { followed } = settle("a = b", "b = c", "a / c", "a / b");
    expect(followed).toEqual(["b = c"]);
  });

  it("take a side of several things as one", () => {
    expect(settle("a+b = c", "b / c").followed).toEqual([]);
  });
});
