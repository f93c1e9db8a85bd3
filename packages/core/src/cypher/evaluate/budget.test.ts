import { describe, expect, it } from "vitest";
import { Budget, type BudgetLimits } from "./budget.js";

const NONE: BudgetLimits = { timeoutMs: null, maxRows: null, signal: null, pauses: false };

function steps(budget: Budget, count: number): number {
  let pauses = 0;
  for (let step = 0; step < count; step += 1) {
    pauses += budget.step() ? 1 : 0;
  }
  return pauses;
}

describe("Budget", () => {
  it("asks for a pause now and then, where pauses are wanted", () => {
    const budget = new Budget(() => 0);
    budget.start(NONE);
    expect(steps(budget, 1_000_000)).toBe(0);
    budget.start({ ...NONE, pauses: true });
    expect(steps(budget, 1_000_000)).toBeGreaterThan(2);
  });

  it("puts a pause off while work is held together", () => {
    const budget = new Budget(() => 0);
    budget.start({ ...NONE, pauses: true });
    budget.hold();
    expect(steps(budget, 1_000_000)).toBe(0);
    budget.release();
    expect(budget.step()).toBe(true);
    expect(budget.step()).toBe(false);
  });

  it("fails once the clock is past the limit, and not before", () => {
    let now = 0;
    const budget = new Budget(() => now);
    budget.start({ ...NONE, timeoutMs: 10 });
    now = 10;
    expect(() => steps(budget, 100_000)).not.toThrow();
    now = 11;
    expect(() => steps(budget, 100_000)).toThrow(/10 ms/);
  });

  it("counts each run anew", () => {
    const budget = new Budget(() => 0);
    for (let run = 0; run < 3; run += 1) {
      budget.start({ ...NONE, maxRows: 2 });
      budget.countRow();
      budget.countRow();
    }
    expect(() => budget.countRow()).toThrow(/more than 2 rows/);
  });

  it("refuses a run that is cancelled before it begins", () => {
    const budget = new Budget(() => 0);
    expect(() => budget.start({ ...NONE, signal: AbortSignal.abort() })).toThrow(/cancelled/);
  });
});
