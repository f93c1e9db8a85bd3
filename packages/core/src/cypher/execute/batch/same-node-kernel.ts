import type { Expression } from "../../ast/expression.js";
import type { Scope } from "../../plan/scope.js";
import type { BatchTest } from "./batch-test.js";

/** `a = b` and `a <> b` for two bound elements of one kind; null for every other test. */
export function sameNodeKernel(test: Expression, scope: Scope): BatchTest | null {
  if (test.kind !== "ComparisonChain" || test.operators.length !== 1) {
    return null;
  }
  const [operator] = test.operators;
  const [left, right] = test.operands.map((operand) =>
    operand.kind === "Variable" ? scope.find(operand.name) : undefined,
  );
  if (
    (operator !== "=" && operator !== "<>") ||
    left === undefined ||
    left.kind === "value" ||
    right?.kind !== left.kind
  ) {
    return null;
  }
  const wantsSame = operator === "=";
  return (batch, places, count) => {
    const a = batch.column(left.slot);
    const b = batch.column(right.slot);
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      const first = a[place] ?? -1;
      const second = b[place] ?? -1;
      if (first >= 0 && second >= 0 && (first === second) === wantsSame) {
        places[kept] = place;
        kept += 1;
      }
    }
    return kept;
  };
}
