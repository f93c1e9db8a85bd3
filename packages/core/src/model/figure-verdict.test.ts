import { describe, expect, it } from "vitest";
import type { Claim } from "./claim.js";
import { judgePair, type Telling, type Verdict } from "./figure-verdict.js";

const claim = { id: "claim:x", qualifiers: {} } as unknown as Claim;

/** `17`, `>14000`, `<20`, `~20`, with a unit and a period behind it. */
function telling(text: string): Telling {
  const [amount = "", dimension = "people", period = ""] = text.split("|");
  const sign = { ">": "gte", "<": "lte", "~": "approx" }[amount.charAt(0)] ?? "eq";
  const value = Number(amount.replace(/^[<>~]/, ""));
  const low = sign === "lte" ? null : value;
  const high = sign === "gte" ? null : value;
  return { figure: { claim, value, low, high, qualifier: sign }, dimension, period };
}

describe("two figures of one thing", () => {
  it.each<[string, string, Verdict]>([
    ["17", "17", "agree"],
    ["17", "19", "conflict"],
    ["10", "11", "conflict"],
    [">1200", "1201", "bound and exact"],
    [">14000|weight", "14020.017|weight", "bound and exact"],
    ["14000|weight", "14020.017|weight", "approximate"],
    ["14000|weight", "16000|weight", "conflict"],
    [">20000|weight", "14020.017|weight", "conflict"],
    ["<20", "17", "bound and exact"],
    ["~20", "21", "approximate"],
    ["~20", "40", "conflict"],
    [">10", ">12", "agree"],
    ["1200000|pills", "1215000|pills", "approximate"],
    ["320000|pills", "230000|pills", "conflict"],
    ["230000|pills", "230|weight", "different definition"],
    ["300|sentences|2024", "300|sentences|2025", "different period"],
    ["300|sentences", "300|sentences|2025", "agree"],
  ])("%s and %s: %s", (a, b, verdict) => {
    expect(judgePair(telling(a), telling(b))).toBe(verdict);
    expect(judgePair(telling(b), telling(a))).toBe(verdict);
  });
});
